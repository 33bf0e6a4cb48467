// Takes what the server changed in a page over into what stands there, and nothing else: what scripts
// and people made of it since (an open detail, a typed word, a drawing) stays.

/** What stands there now for each node that the server sent. */
const standing = new WeakMap();

/** Remembers `sent`, a copy of `live` before any script touched it. */
export function remember(sent, live) {
  standing.set(sent, live);
  sent.childNodes.forEach((child, i) => remember(child, live.childNodes[i]));
}

/** Two nodes with one key are about the same thing; without, place tells. */
function key(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    return node.nodeName;
  }
  const about = node.matches('a, form, li, tr, article')
    ? (node.matches('[href], [action]') ? node : node.querySelector('[href], form[action]'))
    : null;
  const address = about?.getAttribute('href') ?? about?.getAttribute('action') ?? '';
  return `${node.nodeName} ${node.id || node.dataset.statement || address}`;
}

function attributes(live, sent, fresh) {
  for (const name of new Set([...sent.getAttributeNames(), ...fresh.getAttributeNames()])) {
    const value = fresh.getAttribute(name);
    if (value !== sent.getAttribute(name)) {
      if (value === null) {
        live.removeAttribute(name);
      } else {
        live.setAttribute(name, value);
      }
    }
  }
}

function added(fresh) {
  const live = document.importNode(fresh, true);
  remember(fresh, live);
  return live;
}

/** Makes `live`, which came from `sent`, show what changed from `sent` to `fresh`. */
export function merge(live, sent, fresh) {
  standing.set(fresh, live);
  if (live.nodeType !== Node.ELEMENT_NODE) {
    if (sent.data !== fresh.data) {
      live.data = fresh.data;
    }
    return;
  }
  attributes(live, sent, fresh);
  const waiting = Map.groupBy(sent.childNodes, key);
  let last = null;
  for (const child of fresh.childNodes) {
    const before = waiting.get(key(child))?.shift();
    let now = before && standing.get(before);
    if (now?.parentNode === live) {
      merge(now, before, child);
    } else {
      now = added(child);
    }
    // What stands in order is left where it is: moving it would take its focus.
    const ordered =
      now.parentNode === live &&
      (!last || last.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (!ordered) {
      live.insertBefore(now, last ? last.nextSibling : live.firstChild);
    }
    last = now;
  }
  for (const gone of [...waiting.values()].flat()) {
    const now = standing.get(gone);
    if (now?.parentNode === live) {
      now.remove();
    }
  }
}
