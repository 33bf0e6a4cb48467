// The list beside the drawing shows the span that is drawn, and so does the address.

import './clocks.js';

const place = document.querySelector('.clocks');
const form = document.getElementById('narrow');

const words = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 16);

place?.addEventListener('span', async ({ detail }) => {
  form.elements.from.value = detail ? words(detail.start) : '';
  form.elements.to.value = detail ? words(detail.end) : '';
  const address = new URL('/timeline', location.href);
  for (const [name, value] of new FormData(form)) {
    if (value) {
      address.searchParams.set(name, value);
    }
  }
  history.replaceState(null, '', address);
  const answer = await fetch(address);
  const fresh = new DOMParser()
    .parseFromString(await answer.text(), 'text/html')
    .getElementById('moments');
  if (fresh && location.href === address.href) {
    document.getElementById('moments').replaceChildren(...fresh.childNodes);
  }
});
