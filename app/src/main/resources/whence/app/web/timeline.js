// The list beside the drawing shows the span that is drawn, and so does the address.

import './clocks.js';
import { renew } from './live.js';

const form = document.getElementById('narrow');

const words = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 16);

function fill(field, value) {
  field.value = value;
  // What the drawing wrote is not waiting to be sent.
  field.defaultValue = value;
}

document.addEventListener('span', ({ detail }) => {
  fill(form.elements.from, detail ? words(detail.start) : '');
  fill(form.elements.to, detail ? words(detail.end) : '');
  const address = new URL('/timeline', location.href);
  for (const [name, value] of new FormData(form)) {
    if (value) {
      address.searchParams.set(name, value);
    }
  }
  history.replaceState(null, '', address);
  renew();
});
