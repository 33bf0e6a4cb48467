// Keys that a page offers: each does what its button, link or field does; `?` lists them.

const dialog = document.getElementById('keys');

const offered = () =>
  [...document.querySelectorAll('[data-key]')].filter((each) => each.checkVisibility());

function name(each) {
  const said = each.labels?.[0] ?? each;
  const bare = said.cloneNode(true);
  bare.querySelectorAll('kbd, input, select, textarea').forEach((inner) => inner.remove());
  return each.getAttribute('aria-label') ?? bare.textContent.trim();
}

function show() {
  const rows = offered().map((each) => {
    const row = document.createElement('tr');
    const key = document.createElement('th');
    key.scope = 'row';
    key.append(Object.assign(document.createElement('kbd'), { textContent: each.dataset.key }));
    row.append(key, Object.assign(document.createElement('td'), { textContent: name(each) }));
    return row;
  });
  dialog.querySelector('tbody').replaceChildren(...rows);
  dialog.showModal();
}
document.querySelector('[data-key="?"]').addEventListener('click', show);

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select');
  if (typing || dialog.open || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const meant = offered().find((each) => each.dataset.key === event.key);
  if (meant) {
    event.preventDefault();
    if (meant.matches('input, textarea, select')) {
      meant.focus();
    } else {
      meant.click();
    }
  }
});
