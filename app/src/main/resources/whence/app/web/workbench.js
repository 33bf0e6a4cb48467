// What a page does beyond its links and forms: it shows which words and which statement belong
// together, and what is found as one types.

import './arrivals.js';
import './keys.js';
import { changes } from './live.js';

/* global htmx */

function light(event, on) {
  const statement = event.target.closest?.('[data-statement]')?.dataset.statement;
  if (statement) {
    for (const each of document.querySelectorAll(
      `[data-statement="${CSS.escape(statement)}"]`,
    )) {
      each.classList.toggle('lit', on);
    }
  }
}
for (const [name, on] of [
  ['mouseover', true],
  ['mouseout', false],
  ['focusin', true],
  ['focusout', false],
]) {
  document.addEventListener(name, (event) => light(event, on));
}

// What is found as one types is put away again.
const hits = document.getElementById('hits');
const find = document.getElementById('find');
document.addEventListener('click', (event) => {
  if (!hits.contains(event.target) && event.target !== find) {
    hits.replaceChildren();
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && hits.hasChildNodes()) {
    hits.replaceChildren();
    find.focus();
  }
  // Down and up lead from hit to hit.
  if (
    (event.key === 'ArrowDown' || event.key === 'ArrowUp') &&
    (event.target === find || hits.contains(event.target))
  ) {
    const links = [...hits.querySelectorAll('a')];
    const at = links.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1);
    if (links.length > 0) {
      event.preventDefault();
      (at < 0 ? find : links[Math.min(at, links.length - 1)]).focus();
    }
  }
});
find.addEventListener('input', () => {
  if (find.value === '') {
    hits.replaceChildren();
  }
});

changes.addEventListener('worked', () => {
  if (hits.querySelector('[data-awaits="search"]')) {
    const address = `/search?words=${encodeURIComponent(find.value)}`;
    htmx.ajax('GET', address, { target: '#hits', select: '.hits', swap: 'innerHTML' });
  }
  if (document.querySelector('#found [data-awaits="search"]')) {
    htmx.ajax('GET', location.href, { target: '#found', select: '#found', swap: 'outerHTML' });
  }
});
