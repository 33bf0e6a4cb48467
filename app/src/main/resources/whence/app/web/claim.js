// Draws the lines of a claim's tree between its boxes, and leads from box to box by arrow keys.

import './clocks.js';

const drawn = document.querySelector('.drawn');

/** The box that a box leads to: whoever it has it from; null for the last. */
function onward(box) {
  const hop = box.closest('.hop');
  const own = hop.querySelector(':scope > .node');
  const next = own === box ? hop.parentElement.closest('.hop') : hop;
  return next ? next.querySelector(':scope > .node') : null;
}

/** Draws all lines anew, where the boxes now are. */
function draw(tree) {
  const way = tree.querySelector('.way');
  way.querySelector(':scope > svg')?.remove();
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const at = way.getBoundingClientRect();
  svg.setAttribute('width', way.scrollWidth);
  svg.setAttribute('height', way.scrollHeight);
  const line = (from, to, kind) => {
    const a = from.getBoundingClientRect();
    const b = to.getBoundingClientRect();
    const headOf = (box) => (box.querySelector('summary') ?? box).getBoundingClientRect();
    const [c, d] = [headOf(from), headOf(to)];
    const x1 = a.right - at.left;
    const y1 = c.top - at.top + c.height / 2;
    const x2 = b.left - at.left;
    const y2 = d.top - at.top + d.height / 2;
    const middle = to.closest('.says') ? x1 + (x2 - x1) / 2 : x2 - Math.min(14, (x2 - x1) / 2);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', `M${x1},${y1}H${middle}V${y2}H${x2}`);
    path.setAttribute('class', kind);
    svg.append(path);
  };
  const claim = way.querySelector('.claimed');
  for (const rooted of way.querySelectorAll('.rooted')) {
    const kind = rooted.className.replace('rooted', 'line');
    for (const said of rooted.querySelectorAll('.said')) {
      line(claim, said, kind);
    }
    for (const box of rooted.querySelectorAll('.node')) {
      const to = onward(box);
      if (to) {
        line(box, to, kind);
      }
    }
  }
  way.prepend(svg);
}

/** Up and down lead to the next box of the column, left and right along the lines. */
function lead(event) {
  const box = event.target.closest('.node');
  if (!box || event.target.tagName !== 'SUMMARY' || !event.key.startsWith('Arrow')) {
    return;
  }
  let to = null;
  if (event.key === 'ArrowRight') {
    to = onward(box);
  } else if (event.key === 'ArrowLeft') {
    to = [...drawn.querySelectorAll('.hop .node')].find((each) => onward(each) === box);
  } else {
    const column = [...drawn.querySelectorAll('.hop .node')].filter(
      (each) => each.classList.contains('said') === box.classList.contains('said'),
    );
    to = column[column.indexOf(box) + (event.key === 'ArrowDown' ? 1 : -1)];
  }
  if (to) {
    event.preventDefault();
    to.querySelector('summary').focus();
  }
}

if (drawn) {
  drawn.addEventListener('toggle', () => draw(drawn), true);
  drawn.addEventListener('keydown', lead);
  new ResizeObserver(() => draw(drawn)).observe(drawn);
  draw(drawn);
}
