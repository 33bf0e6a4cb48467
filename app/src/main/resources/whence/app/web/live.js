// A page shows the case as it is: what changes elsewhere comes in where it stands.

import { merge, remember } from './merge.js';

const main = document.getElementById('main');
const news = document.getElementById('news');
const apart = 500;

let sent = main.cloneNode(true);
remember(sent, main);
let wanted = false;
let fetching = false;

/** Whether something typed or chosen is not sent yet. */
function isTyping() {
  return [...main.querySelectorAll('input:not([type=hidden], [type=file]), textarea, select')].some(
    (field) =>
      field.matches('select')
        ? field.selectedIndex !== Math.max(0, [...field.options].findIndex((it) => it.defaultSelected))
        : field.matches('[type=checkbox], [type=radio]')
          ? field.checked !== field.defaultChecked
          : field.value !== field.defaultValue,
  );
}

/** What must not change under a hand that is about to decide it. */
function isHeld(fresh) {
  const held = main.querySelector('[data-held]');
  return held && fresh.querySelector('[data-held]')?.dataset.held !== held.dataset.held;
}

async function take() {
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('main');
  if (!answer.ok || !fresh || isTyping() || isHeld(fresh)) {
    news.hidden = false;
    return;
  }
  const hadFocus = main.contains(document.activeElement);
  merge(main, sent, fresh);
  sent = fresh;
  document.dispatchEvent(new Event('renewed'));
  news.hidden = true;
  document.title = page.title;
  document.body.dataset.moment = page.body.dataset.moment;
  if (hadFocus && !main.contains(document.activeElement)) {
    main.focus({ preventScroll: true });
  }
}

/** Shows the page as it is now, soon. */
export async function renew() {
  wanted = true;
  if (fetching || document.hidden) {
    return;
  }
  fetching = true;
  while (wanted) {
    wanted = false;
    try {
      await take();
    } catch {
      // The page is being left, or the workbench has ended: the next word of it tells.
    }
    await new Promise((resolve) => setTimeout(resolve, apart));
  }
  fetching = false;
}

document.addEventListener('visibilitychange', () => {
  if (wanted) {
    renew();
  }
});
main.addEventListener('focusout', () => {
  if (!news.hidden && !isTyping()) {
    renew();
  }
});

const changes = new EventSource('/changes');
changes.addEventListener('case', (event) => {
  if (Number(event.data) > Number(document.body.dataset.moment)) {
    renew();
  }
});
changes.addEventListener('arrivals', () => {
  if (main.querySelector('[data-live="arrivals"]')) {
    renew();
  }
});
changes.addEventListener('worked', () => {
  if (main.querySelector('[data-awaits="worked"]')) {
    renew();
  }
});

export { changes };
