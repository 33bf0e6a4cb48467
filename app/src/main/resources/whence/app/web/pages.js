// A document's own pages, drawn, with its statements marked on them.

const original = `${location.pathname}/original`;

/** Letters and digits alone: fonts differ in how they give signs, spaces and hyphens back. */
const bareOf = new Map();
function bareCharacter(character) {
  let known = bareOf.get(character);
  if (known === undefined) {
    known = character.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
    bareOf.set(character, known);
  }
  return known;
}
function bare(text) {
  let all = '';
  for (const character of text) {
    all += bareCharacter(character);
  }
  return all;
}

/** Where a piece's words stand among a page's bare characters, nearest to where they should. */
function find(page, words, from) {
  const ahead = page.indexOf(words, from);
  const back = page.lastIndexOf(words, from);
  if (ahead < 0 || back < 0) {
    return Math.max(ahead, back);
  }
  return ahead - from <= from - back ? ahead : back;
}

/** Without what fonts draw as one sign, and where each character that is left stood. */
function withoutLigatures(words) {
  let text = '';
  const at = [];
  for (const part of words.matchAll(/ff[il]?|f[il]|(.)/gsu)) {
    if (part[1]) {
      text += part[1];
      for (let i = 0; i < part[1].length; i += 1) {
        at.push(part.index + i);
      }
    }
  }
  return { text, at };
}

/** As `find`, where a font does not say what its ligatures mean; null for what is not there. */
function findLoosely(page, words, from) {
  const sought = withoutLigatures(words).text;
  const { text, at } = withoutLigatures(page);
  const near = at.findIndex((place) => place >= from);
  const start = sought.length > 8 ? find(text, sought, near < 0 ? text.length : near) : -1;
  return start < 0 ? null : { start: at[start], end: at[start + sought.length - 1] + 1 };
}

/** The ranges of a page's bare characters that pieces cover. */
function ranges(leaf, page) {
  const pieces = [...leaf.querySelectorAll('[data-start]')];
  const whole = pieces.reduce((sum, piece) => sum + bare(piece.textContent).length, 0) || 1;
  const found = [];
  let before = 0;
  for (const piece of pieces) {
    const words = bare(piece.textContent);
    if (piece.matches('a.piece') && words.length > 0) {
      const from = Math.round((before / whole) * page.length);
      const at = find(page, words, from);
      const loosely = at < 0 ? findLoosely(page, words, from) : null;
      if (at >= 0) {
        found.push({ piece, start: at, end: at + words.length });
      } else if (loosely) {
        found.push({ piece, ...loosely });
      } else {
        // The page may set what reads on in lines that stand apart.
        let near = from;
        for (const line of piece.textContent.split('\n').map(bare)) {
          const start = line.length > 3 ? find(page, line, near) : -1;
          if (start >= 0) {
            found.push({ piece, start, end: start + line.length });
            near = start + line.length;
          }
        }
      }
    }
    before += words.length;
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Puts marks into the spans of the text layer. */
function mark(leaf, layer) {
  let page = '';
  const spans = layer.textDivs.map((span) => {
    const start = page.length;
    page += bare(span.textContent);
    return { span, start, end: page.length };
  });
  const covered = ranges(leaf, page);
  const marks = [];
  for (const { span, start, end } of spans) {
    const here = covered.filter((range) => range.start < end && range.end > start);
    if (here.length === 0) {
      continue;
    }
    const text = span.textContent;
    const nodes = [];
    let at = start;
    let plain = '';
    let current = null;
    let marked = '';
    const close = () => {
      if (current) {
        const link = current.piece.cloneNode(false);
        link.removeAttribute('id');
        link.tabIndex = -1;
        link.textContent = marked;
        nodes.push(link);
        marks.push(link);
      }
      current = null;
      marked = '';
    };
    for (const character of text) {
      const { length } = bareCharacter(character);
      const range = here.findLast((each) => each.start <= at && at < each.end) ?? null;
      if (length > 0 && range !== current) {
        close();
        if (plain) {
          nodes.push(document.createTextNode(plain));
          plain = '';
        }
        current = range;
      }
      if (current) {
        marked += character;
      } else {
        plain += character;
      }
      at += length;
    }
    close();
    if (plain) {
      nodes.push(document.createTextNode(plain));
    }
    span.replaceChildren(...nodes);
  }
  return marks;
}

/** Draws one page in its sheet. */
async function draw(leaf, sheet, watch) {
  sheet.dataset.drawn = 'begun';
  const { opened } = await import('./pdffile.js');
  const { pdfjs, file } = await opened;
  const page = await file.getPage(Number(leaf.dataset.page));
  const scale = sheet.clientWidth / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  sheet.style.aspectRatio = `${viewport.width} / ${viewport.height}`;
  const canvas = document.createElement('canvas');
  const fine = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = Math.floor(viewport.width * fine);
  canvas.height = Math.floor(viewport.height * fine);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `page ${leaf.dataset.page} as it looks; its text is beside it`);
  const text = document.createElement('div');
  text.className = 'sheet-text';
  text.style.setProperty('--scale-factor', String(scale));
  sheet.replaceChildren(canvas, text);
  const layer = new pdfjs.TextLayer({
    textContentSource: page.streamTextContent(),
    container: text,
    viewport,
  });
  await Promise.all([
    page.render({ canvasContext: canvas.getContext('2d'), viewport, transform: [fine, 0, 0, fine, 0, 0] })
      .promise,
    layer.render(),
  ]);
  watch(mark(leaf, layer));
  sheet.dataset.drawn = 'true';
}

function fail(sheet, failure) {
  const words = document.createElement('p');
  words.className = 'sheet-failed';
  words.textContent = `This page cannot be drawn (${failure.message}). Its text can be shown.`;
  sheet.replaceChildren(words);
}

/** Lays an empty sheet into every leaf; each is drawn when it comes near. */
async function lay(reading, watch) {
  if (reading.querySelector('.sheet')) {
    return;
  }
  const waiting = new Set();
  let drawing = false;
  // One at a time, whatever is nearest to the eye first.
  const drawAll = async () => {
    if (drawing) {
      return;
    }
    drawing = true;
    while (waiting.size > 0) {
      const away = (sheet) => Math.abs(sheet.getBoundingClientRect().top);
      const sheet = [...waiting].sort((one, other) => away(one) - away(other))[0];
      waiting.delete(sheet);
      await draw(sheet.parentElement, sheet, watch).catch((failure) => fail(sheet, failure));
    }
    drawing = false;
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting && !entry.target.dataset.drawn) {
          waiting.add(entry.target);
        } else {
          waiting.delete(entry.target);
        }
      }
      drawAll();
    },
    { rootMargin: '500px' },
  );
  for (const leaf of reading.querySelectorAll('.leaf')) {
    const sheet = document.createElement('div');
    sheet.className = 'sheet';
    sheet.style.aspectRatio = '612 / 792';
    leaf.append(sheet);
    if (reading.dataset.looks === 'picture') {
      const picture = document.createElement('img');
      picture.src = original;
      picture.alt = 'the file as it looks; its text is beside it';
      sheet.style.aspectRatio = 'auto';
      sheet.append(picture);
      sheet.dataset.drawn = 'true';
    } else {
      near.observe(sheet);
    }
  }
}

/** Scrolls to the place that the address names, on its page. */
async function arrive(follow) {
  const [, statement] = /^#[ts]-(\w+)$/.exec(location.hash) ?? [];
  const leaf = statement
    ? document.getElementById(`t-${statement}`)?.closest('.leaf')
    : document.getElementById(location.hash.slice(1));
  if (!leaf) {
    return;
  }
  leaf.scrollIntoView();
  const first = leaf.querySelector('a.piece');
  if (first) {
    follow(statement ?? first.dataset.statement);
  }
  const sheet = leaf.querySelector('.sheet');
  for (let tries = 0; statement && sheet && tries < 100; tries += 1) {
    const mark = sheet.querySelector(`[data-statement="${CSS.escape(statement)}"]`);
    if (mark) {
      mark.scrollIntoView({ block: 'center' });
      mark.classList.add('lit');
      return;
    }
    if (sheet.dataset.drawn === 'true') {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Lets people switch between the pages and the text; pages come first. */
export function offer(reading, watch, follow) {
  const buttons = document.querySelectorAll('[data-as]');
  const show = (as) => {
    reading.classList.toggle('as-pages', as === 'pages');
    reading.querySelectorAll('.sheet').forEach((sheet) => {
      sheet.hidden = as !== 'pages';
    });
    buttons.forEach((button) =>
      button.setAttribute('aria-pressed', String(button.dataset.as === as)),
    );
    if (as === 'pages') {
      lay(reading, watch).then(() => arrive(follow));
    }
  };
  buttons.forEach((button) => button.addEventListener('click', () => show(button.dataset.as)));
  window.addEventListener('hashchange', () => {
    if (reading.classList.contains('as-pages')) {
      arrive(follow);
    }
  });
  show(new URLSearchParams(location.search).get('as') === 'text' ? 'text' : 'pages');
}
