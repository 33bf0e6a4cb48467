// What the builder does beyond its forms: it saves what is typed, puts parts in another order by
// dragging or Alt with an arrow key, and puts a citation where the caret was.

const report = document.getElementById('report');
const base = report.dataset.address;
const csrf = document.body.dataset.csrf;
const saved = document.getElementById('saved');
const conflict = document.getElementById('conflict');
let revision = Number(report.dataset.revision);
let pending = Promise.resolve();

// Texts, saved as they are typed.
const writings = [...document.querySelectorAll('.writing')].map((form) => {
  const writing = { form, field: form.elements.text, kept: form.elements.text.value, timer: 0 };
  writing.field.addEventListener('input', () => {
    saved.textContent = 'not saved yet';
    saved.classList.add('unsaved');
    clearTimeout(writing.timer);
    writing.timer = setTimeout(() => save(writing), 800);
  });
  writing.field.addEventListener('blur', () => save(writing));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save(writing);
  });
  return writing;
});

function save(writing) {
  clearTimeout(writing.timer);
  pending = pending.then(() => send(writing));
  return pending;
}

async function send(writing) {
  const text = writing.field.value;
  if (text === writing.kept) {
    return;
  }
  try {
    const answer = await fetch(writing.form.action, {
      method: 'POST',
      headers: { 'X-Whence-Csrf': csrf },
      body: new URLSearchParams({ text, seen: writing.form.elements.seen.value }),
    });
    if (!answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      throw new Error(page.querySelector('main h1 + p')?.textContent ?? 'It could not be saved.');
    }
    const now = await answer.json();
    writing.form.elements.seen.value = now.seen;
    writing.kept = text;
    revision = now.revision;
    conflict.hidden = true;
    if (!writings.some(isUnsaved)) {
      saved.textContent = `revision ${revision}, saved`;
      saved.classList.remove('unsaved');
    }
  } catch (fault) {
    conflict.textContent = `Not saved: ${fault.message}`;
    conflict.hidden = false;
  }
}

function isUnsaved(writing) {
  return writing.field.value !== writing.kept;
}

// Whatever else is done first waits until what was typed is saved.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.matches('.writing') || !form.closest('#report') || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  const field = document.getElementById(form.dataset.into);
  if (field && field.dataset.caret !== undefined) {
    form.elements.at.value = field.dataset.caret;
  }
  await Promise.all(writings.map(save));
  if (!writings.some(isUnsaved)) {
    form.submit();
  }
});
window.addEventListener('beforeunload', (event) => {
  if (writings.some(isUnsaved)) {
    event.preventDefault();
  }
});

// Another page's caret is kept in its address only as far as this session goes.
for (const { field } of writings) {
  const key = `${base} ${field.id}`;
  const caret = sessionStorage.getItem(key);
  if (caret !== null && Number(caret) <= field.value.length) {
    field.dataset.caret = caret;
  }
  const keep = () => {
    field.dataset.caret = field.selectionStart;
    sessionStorage.setItem(key, field.selectionStart);
  };
  field.addEventListener('keyup', keep);
  field.addEventListener('click', keep);
  field.addEventListener('blur', keep);
}
for (const form of document.querySelectorAll('form.cite')) {
  form.addEventListener('submit', () => {
    const key = `${base} ${form.dataset.into}`;
    const field = document.getElementById(form.dataset.into);
    // Behind the mark that it becomes.
    const at = field?.dataset.caret;
    sessionStorage.removeItem(key);
    if (at === undefined) {
      form.elements.at.value = '';
    }
  });
}

// Order.
const parts = document.querySelector('.items');
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
parts.addEventListener('keydown', (event) => {
  const item = event.target.closest('.item');
  if (item && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    item.querySelector(event.key === 'ArrowUp' ? '.up' : '.down').click();
  }
});
let dragged = null;
function unmark() {
  for (const each of parts.querySelectorAll('.above, .below')) {
    each.classList.remove('above', 'below');
  }
}
function isAbove(item, event) {
  const box = item.getBoundingClientRect();
  return event.clientY < box.top + box.height / 2;
}
for (const item of parts.children) {
  const grip = item.querySelector('.grip');
  grip.addEventListener('pointerdown', () => {
    item.draggable = true;
  });
  grip.addEventListener('pointerup', () => {
    item.draggable = false;
  });
  item.addEventListener('dragstart', (event) => {
    dragged = item;
    item.classList.add('dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
  });
  item.addEventListener('dragend', () => {
    item.draggable = false;
    item.classList.remove('dragged');
    unmark();
    dragged = null;
  });
  item.addEventListener('dragover', (event) => {
    if (dragged && dragged !== item) {
      event.preventDefault();
      unmark();
      item.classList.add(isAbove(item, event) ? 'above' : 'below');
    }
  });
  item.addEventListener('drop', (event) => {
    if (dragged && dragged !== item) {
      event.preventDefault();
      const from = Number(dragged.dataset.place);
      const place = Number(item.dataset.place) + (isAbove(item, event) ? 0 : 1);
      move(dragged, place > from ? place - 1 : place);
    }
  });
}
// After a change the part that it was about keeps the focus.
const about = location.hash.startsWith('#i-') ? document.querySelector(location.hash) : null;
if (about) {
  const field = about.querySelector('textarea');
  (field && field.value === '' ? field : about).focus();
}

// Another window.
document.addEventListener('whence:report', async () => {
  await pending;
  const now = Number(await (await fetch(`${base}/revision`)).text());
  if (now > revision) {
    document.getElementById('news').hidden = false;
  }
});
