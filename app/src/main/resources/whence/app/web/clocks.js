// Draws moments on two lanes over one axis of time: above it when things happened, below it when
// that was said. What stands too near to be told apart comes from the server as one.

import './d3.js';

const { d3 } = globalThis;

const HEIGHT = 190;
const AXIS = 95;
const LEFT = 78;
const RIGHT = 12;
const SHORTEST = 3600;
const ROW = 9;
const ROWS = 4;

const number = new Intl.NumberFormat('en');

function words(cluster) {
  const clock = cluster.clock === 'said' ? 'said' : 'happened';
  if (cluster.count > 1) {
    return `${number.format(cluster.count)} moments ${clock}, the first ${cluster.time}`;
  }
  return `${cluster.time}, ${clock}: ${cluster.who ? `${cluster.who}: ` : ''}${cluster.text}`;
}

const minute = d3.utcFormat('%H:%M');
const day = d3.utcFormat('%-d %b');
const month = d3.utcFormat('%b %Y');
const year = d3.utcFormat('%Y');
/** A tick's words: the largest thing that begins there, on a clock of 24 hours. */
function tick(date) {
  if (d3.utcDay(date) < date) {
    return minute(date);
  }
  if (d3.utcMonth(date) < date) {
    return day(date);
  }
  return d3.utcYear(date) < date ? month(date) : year(date);
}

class Clocks {
  /** @param place with the address of its moments in `data-moments` */
  constructor(place) {
    this.place = place;
    this.shown = null;
    this.span = null;
    this.asked = 0;
    const tools = document.createElement('div');
    tools.className = 'clock-tools';
    for (const [name, sign, act] of [
      ['Nearer', '+', () => this.zoom(0.5)],
      ['Farther', '−', () => this.zoom(2)],
      ['Earlier', '‹', () => this.pan(-0.5)],
      ['Later', '›', () => this.pan(0.5)],
      ['Whole', '0', () => this.show(null)],
    ]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = `${sign} ${name}`;
      button.addEventListener('click', act);
      tools.append(button);
    }
    this.svg = d3
      .select(place)
      .append('svg')
      .attr('height', HEIGHT)
      .attr('role', 'group')
      .attr('aria-label', 'Moments on two clocks. Arrow keys lead from one to the next.');
    this.told = document.createElement('p');
    this.told.className = 'clock-told';
    this.told.setAttribute('aria-live', 'polite');
    place.prepend(tools);
    place.append(this.told);
    this.svg.on('keydown', (event) => this.key(event));
    this.svg.on(
      'wheel',
      (event) => {
        if (event.ctrlKey || event.shiftKey || event.metaKey) {
          event.preventDefault();
          this.zoom(event.deltaY + event.deltaX > 0 ? 1.4 : 1 / 1.4, d3.pointer(event)[0]);
        }
      },
      { passive: false },
    );
    this.svg.call(
      d3
        .drag()
        .filter((event) => !event.target.closest('.moment'))
        .on('start', (event) => {
          this.grabbed = { x: event.x, shown: this.shown };
        })
        .on('drag', (event) => {
          const from = this.grabbed.shown;
          const by = ((this.grabbed.x - event.x) / this.width()) * (from.end - from.start);
          this.shown = { start: from.start + by, end: from.end + by };
          this.draw();
        })
        .on('end', () => {
          if (this.grabbed.shown !== this.shown) {
            this.show(this.shown);
          }
        }),
    );
    new ResizeObserver(() => this.data?.whole && this.draw()).observe(place);
    const { start, end } = place.dataset;
    this.show(start ? { start: Number(start), end: Number(end) } : null, true);
  }

  width() {
    return Math.max(200, this.place.clientWidth - LEFT - RIGHT);
  }

  scale() {
    return d3
      .scaleUtc()
      .domain([this.shown.start * 1000, this.shown.end * 1000])
      .range([LEFT, LEFT + this.width()]);
  }

  /** Shows a part of the axis, the whole for null. */
  async show(shown, first) {
    this.asked += 1;
    const mine = this.asked;
    const address = new URL(this.place.dataset.moments, location.href);
    if (shown) {
      address.searchParams.set('start', Math.round(shown.start));
      address.searchParams.set('end', Math.round(shown.end));
    } else if (!first) {
      address.searchParams.delete('from');
      address.searchParams.delete('to');
    }
    const answer = await fetch(address);
    if (!answer.ok || mine !== this.asked) {
      return;
    }
    this.data = await answer.json();
    this.place.hidden = !this.data.whole;
    if (!this.data.whole) {
      return;
    }
    const { start, end } = this.data.shown;
    const room = shown ? 0 : (end - start) * 0.03;
    this.shown = { start: start - room, end: end + room };
    this.span = shown;
    this.draw();
    if (!first) {
      this.place.dispatchEvent(new CustomEvent('span', { detail: shown, bubbles: true }));
    }
  }

  /** Shows the same part of the axis again, unless the hand is on it. */
  renew() {
    if (!this.place.contains(document.activeElement)) {
      this.show(this.span, true);
    }
  }

  zoom(by, x) {
    const { start, end } = this.shown;
    const middle = x === undefined ? this.middle() : this.scale().invert(x).getTime() / 1000;
    const length = Math.max(SHORTEST, (end - start) * by);
    const share = x === undefined ? 0.5 : (middle - start) / (end - start);
    this.show({ start: middle - length * share, end: middle + length * (1 - share) });
  }

  /** What to zoom on: the moment that has the focus, else where half of all that is shown lies behind. */
  middle() {
    const { start, end } = this.shown;
    const focused = document.activeElement?.closest('.moment');
    if (focused && this.place.contains(focused)) {
      return d3.select(focused).datum().start;
    }
    const points = this.data.clusters
      .filter((it) => it.start >= start && it.end <= end)
      .sort((a, b) => a.start - b.start);
    let left = d3.sum(points, (it) => it.count) / 2;
    return points.find((it) => (left -= it.count) <= 0)?.start ?? (start + end) / 2;
  }

  pan(by) {
    const { start, end } = this.shown;
    this.show({ start: start + (end - start) * by, end: end + (end - start) * by });
  }

  key(event) {
    const act = {
      '+': () => this.zoom(0.5),
      '-': () => this.zoom(2),
      0: () => this.show(null),
    }[event.key];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
      return;
    }
    const marks = this.svg.selectAll('.moment').nodes();
    const at = marks.indexOf(document.activeElement);
    if (at < 0 || !event.key.startsWith('Arrow')) {
      return;
    }
    event.preventDefault();
    if (event.shiftKey) {
      this.pan(event.key === 'ArrowRight' ? 0.25 : -0.25);
      return;
    }
    const lane = (mark) => d3.select(mark).datum().clock;
    const here = d3.select(marks[at]).datum();
    let to;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const same = marks.filter((mark) => lane(mark) === here.clock);
      to = same[same.indexOf(marks[at]) + (event.key === 'ArrowRight' ? 1 : -1)];
    } else {
      to = d3.least(
        marks.filter((mark) => lane(mark) !== here.clock),
        (mark) => Math.abs(d3.select(mark).datum().start - here.start),
      );
    }
    to?.focus();
  }

  /** Opens the passage of one moment; of several, shows the stretch that they stand in. */
  open(cluster) {
    if (cluster.count === 1) {
      location.href = cluster.address;
      return;
    }
    const length = Math.max(SHORTEST, cluster.end - cluster.start);
    this.show({ start: cluster.start - length * 0.1, end: cluster.start + length * 1.1 });
  }

  tell(cluster) {
    this.told.replaceChildren();
    const link = document.createElement('a');
    link.href = cluster.address;
    link.dir = 'auto';
    link.textContent = words(cluster);
    const path = document.createElement('bdi');
    path.className = 'soft';
    path.textContent = ` ${cluster.path}`;
    this.told.append(link, path);
  }

  draw() {
    const scale = this.scale();
    const { svg } = this;
    svg.attr('width', LEFT + this.width() + RIGHT);
    svg.selectAll('*').remove();
    svg
      .append('g')
      .attr('class', 'axis')
      .attr('transform', `translate(0,${AXIS})`)
      .call(
        d3
          .axisBottom(scale)
          .ticks(Math.max(2, this.width() / 110))
          .tickSize(0)
          .tickPadding(6)
          .tickFormat(tick),
      );
    svg
      .selectAll('.lane')
      .data([
        ['happened', 22],
        ['said', HEIGHT - 14],
      ])
      .join('text')
      .attr('class', 'lane')
      .attr('x', 0)
      .attr('y', (lane) => lane[1])
      .text((lane) => lane[0]);
    const drawn = this.data.clusters
      .filter((it) => it.end > this.shown.start && it.start < this.shown.end)
      .sort((a, b) => a.start - b.start);
    this.rows(drawn, scale);
    const clocks = this;
    const marks = svg
      .selectAll('.moment')
      .data(drawn.filter((it) => it.row < ROWS))
      .join('g')
      .attr('class', (it) => `moment ${it.clock}`)
      .attr('tabindex', (it, i) => (i === 0 ? 0 : -1))
      .attr('role', 'link')
      .attr('aria-label', words)
      .on('focus', function focus(event, it) {
        svg.selectAll('.moment').attr('tabindex', -1);
        d3.select(this).attr('tabindex', 0);
        clocks.tell(it);
      })
      .on('mouseenter', (event, it) => clocks.tell(it))
      .on('click', (event, it) => clocks.open(it))
      .on('keydown', (event, it) => {
        if (event.key === 'Enter') {
          clocks.open(it);
        }
      });
    marks.each(function mark(it) {
      const g = d3.select(this);
      const up = it.clock === 'happened';
      if (it.wide) {
        const y = up ? AXIS - 34 - it.row * ROW : AXIS + 46 + it.row * ROW;
        const from = Math.max(LEFT, scale(it.start * 1000));
        const to = Math.min(scale.range()[1], scale(it.end * 1000));
        g.append('rect')
          .attr('x', from)
          .attr('y', y - 3)
          .attr('width', Math.max(3, to - from))
          .attr('height', 6)
          .attr('rx', up ? 3 : 0);
        return;
      }
      const x = scale(it.start * 1000);
      const y = up ? AXIS - 15 : AXIS + 30;
      const size = Math.min(11, 4.5 + 1.6 * Math.log2(it.count));
      if (up) {
        g.append('circle').attr('cx', x).attr('cy', y).attr('r', size);
      } else {
        g.append('path').attr('d', `M${x},${y - size}L${x + size},${y}L${x},${y + size}L${x - size},${y}Z`);
      }
      if (it.count > 3) {
        g.append('text').attr('x', x).attr('y', y + 3.5).text(it.count > 999 ? '1k+' : it.count);
      }
    });
  }

  /** Puts stretches of time that overlap into rows. */
  rows(clusters, scale) {
    const ends = { happened: [], said: [] };
    for (const it of clusters) {
      it.row = 0;
      it.wide = scale(it.end * 1000) - scale(it.start * 1000) > 20;
      if (it.wide) {
        const rows = ends[it.clock];
        const free = rows.findIndex((end) => end <= it.start);
        it.row = free < 0 ? rows.length : free;
        rows[it.row] = it.end;
      }
    }
  }
}

const drawn = new WeakMap();

/** Draws what is not drawn yet, and what is, as it is now. */
function renewed() {
  for (const place of document.querySelectorAll('[data-moments]')) {
    if (drawn.has(place)) {
      drawn.get(place).renew();
    } else {
      drawn.set(place, new Clocks(place));
    }
  }
}

document.addEventListener('renewed', renewed);
renewed();
