// What the builder does beyond its forms: it saves what is typed, puts parts in another order by
// dragging or Alt with an arrow key, and puts a citation where the caret was. The page renews
// itself, so all is heard at the report as a whole.

import { changes, renew } from './live.js';

const report = document.getElementById('report');
const base = report.dataset.address;
const csrf = document.body.dataset.csrf;
const pause = 800;
const timers = new WeakMap();
/** What of a text is on the disk, where that is not what the page came with. */
const kept = new WeakMap();
let pending = Promise.resolve();
let revision = Number(report.dataset.revision);

// Texts, saved as they are typed.
function tell(text, isUnsaved) {
  const saved = document.getElementById('saved');
  saved.textContent = text;
  saved.classList.toggle('unsaved', isUnsaved);
}
function isUnsaved(form) {
  const field = form.elements.text;
  return field.value !== (kept.get(form) ?? field.defaultValue);
}
function unsaved() {
  return [...report.querySelectorAll('.writing')].filter(isUnsaved);
}
function save(form) {
  clearTimeout(timers.get(form));
  pending = pending.then(() => send(form));
  return pending;
}
async function send(form) {
  if (!isUnsaved(form)) {
    return;
  }
  const text = form.elements.text.value;
  const conflict = document.getElementById('conflict');
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { 'X-Whence-Csrf': csrf },
      body: new URLSearchParams({ text, seen: form.elements.seen.value }),
    });
    if (!answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      throw new Error(page.querySelector('main h1 + p')?.textContent ?? 'it could not be kept.');
    }
    const now = await answer.json();
    form.elements.seen.value = now.seen;
    kept.set(form, text);
    revision = now.revision;
    conflict.hidden = true;
    if (unsaved().length === 0) {
      tell(`revision ${revision}, saved`, false);
    }
  } catch (fault) {
    conflict.textContent = `Not saved: ${fault.message}`;
    conflict.hidden = false;
  }
}
report.addEventListener('input', (event) => {
  const form = event.target.closest('.writing');
  if (form) {
    tell('not saved yet', true);
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => save(form), pause));
  }
});
window.addEventListener('beforeunload', (event) => {
  if (unsaved().length > 0) {
    event.preventDefault();
  }
});

// Where the caret was last in a text, so that a citation goes there; it outlives a search.
function caret(id) {
  return `${base} ${id}`;
}
for (const kind of ['keyup', 'click', 'focusout']) {
  report.addEventListener(kind, (event) => {
    if (event.target.matches('textarea')) {
      sessionStorage.setItem(caret(event.target.id), event.target.selectionStart);
    }
  });
}

// Whatever else is done first waits until what was typed is saved.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!report.contains(form)) {
    return;
  }
  event.preventDefault();
  if (form.matches('.writing')) {
    save(form);
    return;
  }
  const at = form.matches('.cite') ? sessionStorage.getItem(caret(form.dataset.into)) : null;
  await Promise.all(unsaved().map(save));
  if (unsaved().length > 0) {
    return;
  }
  if (at !== null) {
    form.elements.at.value = at;
    sessionStorage.removeItem(caret(form.dataset.into));
  }
  form.submit();
});

// Order.
function move(item, to) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = `${base}/items/${item.dataset.item}/move`;
  for (const [name, value] of Object.entries({ csrf, to })) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  report.append(form);
  form.requestSubmit();
}
report.addEventListener('keydown', (event) => {
  const item = event.target.closest('.item');
  if (item && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    item.querySelector(event.key === 'ArrowUp' ? '.up' : '.down').click();
  }
});
let dragged = null;
function unmark() {
  for (const each of report.querySelectorAll('.above, .below')) {
    each.classList.remove('above', 'below');
  }
}
function isAbove(item, event) {
  const box = item.getBoundingClientRect();
  return event.clientY < box.top + box.height / 2;
}
report.addEventListener('pointerdown', (event) => {
  const item = event.target.closest('.item');
  if (item) {
    item.draggable = event.target.matches('.grip');
  }
});
report.addEventListener('dragstart', (event) => {
  dragged = event.target.closest('.item');
  dragged?.classList.add('dragged');
  event.dataTransfer.effectAllowed = 'move';
});
report.addEventListener('dragend', () => {
  dragged?.classList.remove('dragged');
  if (dragged) {
    dragged.draggable = false;
  }
  dragged = null;
  unmark();
});
report.addEventListener('dragover', (event) => {
  const item = event.target.closest('.item');
  if (dragged && item && item !== dragged) {
    event.preventDefault();
    unmark();
    item.classList.add(isAbove(item, event) ? 'above' : 'below');
  }
});
report.addEventListener('drop', (event) => {
  const item = event.target.closest('.item');
  if (dragged && item && item !== dragged) {
    event.preventDefault();
    const from = Number(dragged.dataset.place);
    const place = Number(item.dataset.place) + (isAbove(item, event) ? 0 : 1);
    move(dragged, place > from ? place - 1 : place);
  }
});

// After a change the part that it was about keeps the focus.
const about = location.hash.startsWith('#i-') ? document.querySelector(location.hash) : null;
const empty = about?.querySelector('textarea');
(empty?.value === '' ? empty : about)?.focus();

// Another window; what this one saved itself is no news to it.
changes.addEventListener('report', async () => {
  await pending;
  const now = Number(await (await fetch(`${base}/revision`)).text());
  if (now > Math.max(revision, Number(report.dataset.revision))) {
    renew();
  }
});
