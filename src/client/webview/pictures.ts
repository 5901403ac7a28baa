import type { Balance, Picture } from '../report/messages.ts';
import { svg } from './dom.ts';

export type Icon =
  | 'error'
  | 'warning'
  | 'info'
  | 'present'
  | 'empty'
  | 'missing'
  | 'fix'
  | 'consider'
  | 'clear';

const DISC = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z';
const SHAPES: Record<Icon, { tone: string; fill?: string; stroke?: string; dash?: string; mark?: string }> = {
  error: { tone: 'error', fill: DISC, mark: 'M8 4.2v4.6 M8 11.3v.2' },
  warning: { tone: 'warning', fill: 'M8 1.2 15.4 14.4H.6Z', mark: 'M8 5.6v4 M8 12v.2' },
  info: { tone: 'info', stroke: DISC, mark: 'M8 7.2v4.2 M8 4.6v.2' },
  present: { tone: 'good', fill: DISC, mark: 'M4.8 8.3 7 10.5l4.2-4.8' },
  empty: { tone: 'warning', stroke: DISC, mark: 'M5 8h6' },
  missing: { tone: 'warning', stroke: DISC, dash: '2.6 2.2', mark: 'M8 5v6 M5 8h6' },
  fix: { tone: 'warning', fill: 'M8 1.2 15.4 14.4H.6Z', mark: 'M8 5.6v4 M8 12v.2' },
  consider: { tone: 'info', stroke: DISC, mark: 'M8 7.2v4.2 M8 4.6v.2' },
  clear: { tone: 'good', fill: DISC, mark: 'M4.8 8.3 7 10.5l4.2-4.8' },
};

/** A sign. Words beside it say the same, so it is hidden from screen readers. */
export function icon(name: Icon, size = 16): SVGSVGElement {
  const { tone, fill, stroke, dash, mark } = SHAPES[name];
  return svg(
    'svg',
    { class: `icon ${tone}`, viewBox: '0 0 16 16', width: size, height: size, 'aria-hidden': 'true' },
    fill !== undefined && svg('path', { class: 'filled', d: fill }),
    stroke !== undefined && svg('path', { class: 'outline', d: stroke, 'stroke-dasharray': dash }),
    mark !== undefined && svg('path', { class: fill === undefined ? 'outline' : 'cut', d: mark }),
  );
}

const HEIGHT = 10;

/** The picture of a figure; the words beside it say the same. */
export function pictureOf(picture: Picture): SVGSVGElement {
  switch (picture.picture) {
    case 'scale':
      return scale(picture.at, picture.usual);
    case 'parts':
      return parts(picture.parts[0].count, picture.parts[1].count);
    case 'dots':
      return dots(picture.full, picture.open);
  }
}

function canvas(height: number, ...children: SVGElement[]): SVGSVGElement {
  return svg('svg', { class: 'picture', width: '100%', height, 'aria-hidden': 'true' }, ...children);
}

function bar(kind: string, from: number, to: number, height = HEIGHT, y = 0): SVGRectElement {
  const width = Math.max(0, to - from);
  return svg('rect', {
    class: kind,
    x: `${from * 100}%`,
    y,
    width: `${width * 100}%`,
    height,
    rx: Math.min(3, height / 2),
  });
}

function scale(at: number | null, [low, high]: readonly [number, number]): SVGSVGElement {
  const marks = at === null ? [] : [svg('circle', { class: 'pointer', cx: `${3 + at * 94}%`, cy: 8, r: 6 })];
  return canvas(16, bar('track', 0, 1, 6, 5), bar('usual', low, high, 6, 5), ...marks);
}

function parts(first: number, second: number): SVGSVGElement {
  const all = first + second;
  if (all === 0) return canvas(HEIGHT, bar('track', 0, 1));
  const share = first / all;
  const gap = first > 0 && second > 0 ? 0.008 : 0;
  return canvas(HEIGHT, bar('first', 0, share - gap), bar('second', share + gap, 1));
}

const DOTS_A_ROW = 12;
const MOST_DOTS = 24;

function dots(full: number, open: number): SVGSVGElement {
  const count = Math.min(full + open, MOST_DOTS);
  const rows = Math.max(1, Math.ceil(count / DOTS_A_ROW));
  const circles = Array.from({ length: count }, (_, at) =>
    svg('circle', {
      class: at < full ? 'dot' : 'dot open',
      cx: 5 + (at % DOTS_A_ROW) * 12,
      cy: 6 + Math.floor(at / DOTS_A_ROW) * 12,
      r: 4,
    }),
  );
  return canvas(rows * 12, ...circles);
}

/** Two bars that grow from the middle, one to each side. */
export function balancePicture({ masculine, feminine }: Balance): SVGSVGElement {
  const most = Math.max(masculine.count, feminine.count, 6);
  const left = 0.5 - (masculine.count / most) * 0.5;
  const right = 0.5 + (feminine.count / most) * 0.5;
  const label = `${masculine.label}: ${masculine.count}. ${feminine.label}: ${feminine.count}.`;
  return svg(
    'svg',
    { class: 'picture balance', width: '100%', height: 28, role: 'img', 'aria-label': label },
    bar('track', 0, 1, 16, 6),
    bar('first', left, 0.5, 16, 6),
    bar('second', 0.5, right, 16, 6),
    svg('line', { class: 'middle', x1: '50%', x2: '50%', y1: 0, y2: 28 }),
  );
}
