// The document's page: the margin follows the text, words that are selected go into the form, and
// pages are drawn where the file has them.

const reading = document.querySelector('.reading');
const margin = document.querySelector('.margin');

// The margin shows the statement under the eye.
function follow(statement) {
  const card = document.getElementById(`s-${statement}`);
  if (card && margin.contains(card)) {
    margin.scrollTop = card.offsetTop - 8;
  }
}
/** Shows one statement's words and card among the others. */
function choose(statement) {
  document.querySelectorAll('.chosen').forEach((each) => each.classList.remove('chosen'));
  const own = document.querySelectorAll(`a.piece[data-statement="${statement}"]`);
  own.forEach((piece) => piece.classList.add('chosen'));
  document.getElementById(`s-${statement}`)?.classList.add('chosen');
}
reading.addEventListener('click', (event) => {
  const piece = event.target.closest('a.piece');
  if (piece) {
    event.preventDefault();
    const { statement } = piece.dataset;
    follow(statement);
    history.replaceState(null, '', `#s-${statement}`);
    choose(statement);
    document.getElementById(`s-${statement}`)?.focus({ preventScroll: true });
  }
});
let upmost = null;
const inSight = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting && !margin.matches(':hover, :focus-within')) {
        if (upmost !== entry.target.dataset.statement) {
          upmost = entry.target.dataset.statement;
          follow(upmost);
        }
        return;
      }
    }
  },
  { rootMargin: '-10% 0px -75% 0px' },
);
export function watch(pieces) {
  pieces.forEach((piece) => inSight.observe(piece));
}
watch(document.querySelectorAll('a.piece'));

// Selected words go into the form, with where they stand.
let selected = '';
let near = 0;
document.addEventListener('selectionchange', () => {
  const selection = document.getSelection();
  const at = selection.anchorNode?.parentElement?.closest('.leaf-text, .sheet-text');
  if (!selection.isCollapsed && at) {
    selected = selection.toString().trim();
    const start = selection.anchorNode.parentElement.closest('[data-start]');
    const first = at.closest('.leaf').querySelector('[data-start]');
    near = start
      ? Number(start.dataset.start) + selection.anchorOffset
      : Number(first?.dataset.start ?? 0);
  }
});
const add = document.getElementById('add');
function take(into) {
  if (selected) {
    add.open = true;
    add.querySelector(`[data-take="${into}"]`).value = selected;
    if (into === 'content') {
      add.querySelector('[data-near]').value = String(Math.max(0, near));
    }
  }
}
add.addEventListener('toggle', () => {
  if (add.open && add.querySelector('[data-take="content"]').value === '') {
    take('content');
  }
});
for (const button of add.querySelectorAll('[data-into]')) {
  // Clicking must not lose the selection.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => take(button.dataset.into));
}

// A place named in the address may stand in another portion of the document.
function arrive() {
  const [, kind, statement] = /^#([ts])-(\w+)$/.exec(location.hash) ?? [];
  if (statement && !document.getElementById(`${kind}-${statement}`)) {
    location.replace(`/statements/${statement}`);
  } else if (statement) {
    follow(statement);
    choose(statement);
  }
}
arrive();
window.addEventListener('hashchange', arrive);

if (reading.dataset.looks !== 'text_only') {
  import('./pages.js').then((pages) => pages.offer(reading, watch, follow));
}
