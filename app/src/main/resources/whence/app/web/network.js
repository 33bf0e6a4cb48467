// Draws the opened part of the network. What is dragged stays where it was put.

const KEPT = 'whence-pins';
const OWN_STYLE = '__________cytoscape_stylesheet';

const shapes = { document: 'rectangle', source: 'diamond', person: 'ellipse', claim: 'triangle' };

function pins() {
  return JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
}

function link(address, words) {
  const a = document.createElement('a');
  a.href = address;
  a.dir = 'auto';
  a.textContent = words;
  return a;
}

function tell(node) {
  const { label, address, open, opened } = node.data();
  const told = document.querySelector('.net-told');
  told.replaceChildren(link(address, label));
  if (!opened) {
    told.append(link(open, 'expand'));
  }
  if (node.locked()) {
    const loose = document.createElement('button');
    loose.type = 'button';
    loose.textContent = 'Unpin';
    loose.addEventListener('click', () => {
      const kept = pins();
      delete kept[node.id()];
      sessionStorage.setItem(KEPT, JSON.stringify(kept));
      node.unlock();
      tell(node);
    });
    told.append(loose);
  }
}

function style(colour) {
  return [
    {
      selector: 'node',
      style: {
        label: 'data(short)',
        shape: (node) => shapes[node.data('kind')],
        'background-color': (node) => colour(`--${node.data('kind')}`),
        color: colour('--ink'),
        'font-size': 11,
        'text-wrap': 'wrap',
        'text-max-width': 110,
        'text-valign': 'bottom',
        'text-margin-y': 3,
        width: 14,
        height: 14,
      },
    },
    { selector: 'node[?opened]', style: { width: 24, height: 24, 'font-weight': 'bold', 'font-size': 12 } },
    { selector: 'node:locked', style: { 'border-width': 3, 'border-color': colour('--ink') } },
    { selector: 'node:selected', style: { 'border-width': 3, 'border-color': colour('--link') } },
    {
      selector: 'edge',
      style: {
        width: (edge) => Math.min(6, 1 + Math.log2(edge.data('statements'))),
        'line-color': colour('--rule'),
        'curve-style': 'straight',
      },
    },
  ];
}

/** The library would put a style of its own into the page, which the page's policy forbids. */
function forestall() {
  if (!document.getElementById(OWN_STYLE)) {
    const held = document.createElement('i');
    held.id = OWN_STYLE;
    held.hidden = true;
    document.body.append(held);
  }
}

async function draw(place) {
  forestall();
  const { default: cytoscape } = await import('./cytoscape.js');
  const answer = await fetch(place.dataset.network);
  const { nodes, ties } = await answer.json();
  const computed = getComputedStyle(place);
  const kept = pins();
  const short = (label) => (label.length > 44 ? `${label.slice(0, 42)}…` : label);
  const cy = cytoscape({
    container: place,
    elements: [
      ...nodes.map((node) => ({
        data: { ...node, short: short(node.label) },
        position: kept[node.id] && { ...kept[node.id] },
        locked: Boolean(kept[node.id]),
      })),
      ...ties.map((tie) => ({
        data: { source: tie.from, target: tie.to, statements: tie.statements },
      })),
    ],
    style: style((name) => computed.getPropertyValue(name).trim()),
    layout: {
      name: 'cose',
      animate: false,
      randomize: false,
      nodeDimensionsIncludeLabels: true,
      nodeRepulsion: () => 60000,
      idealEdgeLength: () => 90,
      nodeOverlap: 40,
      boundingBox: { x1: 0, y1: 0, w: place.clientWidth, h: place.clientHeight },
      padding: 12,
    },
    minZoom: 0.3,
    maxZoom: 2.5,
    boxSelectionEnabled: false,
  });
  new ResizeObserver(() => {
    cy.resize();
    cy.fit(undefined, 12);
  }).observe(place);
  cy.on('select', 'node', ({ target }) => tell(target));
  cy.on('dbltap', 'node', ({ target }) => {
    location.href = target.data('open');
  });
  cy.on('dragfree', 'node', ({ target }) => {
    sessionStorage.setItem(KEPT, JSON.stringify({ ...pins(), [target.id()]: target.position() }));
    target.lock();
    tell(target);
  });
}

const drawn = new WeakMap();

/** Draws what is not drawn yet. What is stays as it is under the hand until the page is loaded again. */
function renewed() {
  const place = document.querySelector('.net');
  if (place && !drawn.has(place)) {
    drawn.set(place, draw(place));
  }
}

document.addEventListener('renewed', renewed);
renewed();
