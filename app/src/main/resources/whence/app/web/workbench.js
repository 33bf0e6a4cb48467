// What a page does beyond its links and forms: it shows which words and which statement belong
// together, and tells when the case has changed elsewhere.

import './arrivals.js';

/* global htmx */

const lit = 'lit';

function light(statement, on) {
  for (const each of document.querySelectorAll(`[data-statement="${CSS.escape(statement)}"]`)) {
    each.classList.toggle(lit, on);
  }
}

for (const each of document.querySelectorAll('[data-statement]')) {
  const statement = each.dataset.statement;
  each.addEventListener('mouseenter', () => light(statement, true));
  each.addEventListener('mouseleave', () => light(statement, false));
  each.addEventListener('focusin', () => light(statement, true));
  each.addEventListener('focusout', () => light(statement, false));
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

// Keys that a page offers: each does what its button, link or field does.
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const offered = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (offered) {
    event.preventDefault();
    if (offered.matches('input')) {
      offered.focus();
    } else {
      offered.click();
    }
  }
});

const changes = new EventSource('/changes');
changes.addEventListener('case', () => {
  document.getElementById('news').hidden = false;
});
changes.addEventListener('worked', () => {
  if (hits.querySelector('[data-awaits="search"]')) {
    const address = `/search?words=${encodeURIComponent(find.value)}`;
    htmx.ajax('GET', address, { target: '#hits', select: '.hits', swap: 'innerHTML' });
  }
  if (document.querySelector('#found [data-awaits="search"]')) {
    htmx.ajax('GET', location.href, { target: '#found', select: '#found', swap: 'outerHTML' });
  }
  if (document.querySelector('[data-awaits="worked"]')) {
    location.reload();
  }
});

// A part of the page that a kind of change concerns is taken over from the page as it is now.
let fetching = false;
let again = false;
async function renew(part) {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  do {
    again = false;
    const answer = await fetch(location.href);
    const fresh = new DOMParser()
      .parseFromString(await answer.text(), 'text/html')
      .getElementById(part.id);
    if (fresh) {
      part.replaceChildren(...fresh.childNodes);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  } while (again);
  fetching = false;
}
// The report that this page shows: what it saved itself is no news to it.
changes.addEventListener('report', () => document.dispatchEvent(new Event('whence:report')));
changes.addEventListener('arrivals', () => {
  const part = document.querySelector('[data-live="arrivals"]');
  if (part) {
    renew(part);
  }
});
