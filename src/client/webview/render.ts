import type {
  Balance,
  Finding,
  FromPage,
  Group,
  Meter,
  ReportView,
  SectionItem,
  Side,
} from '../report/messages.ts';
import { button, html } from './dom.ts';
import { balancePicture, icon, pictureOf } from './pictures.ts';

export type Send = (message: FromPage) => void;

/** The parts of the page in their order. Each is drawn anew only when what it shows has changed. */
export const PARTS: {
  id: string;
  of: (view: ReportView) => unknown;
  draw: (view: ReportView, send: Send) => HTMLElement;
}[] = [
  { id: 'head', of: ({ title, file, summary }) => [title, file, summary], draw: head },
  { id: 'sections', of: ({ sections }) => sections, draw: sections },
  { id: 'glance', of: ({ glance }) => glance, draw: glance },
  { id: 'balance', of: ({ balance }) => balance, draw: ({ balance }) => balanceCard(balance) },
  { id: 'wording', of: ({ wording }) => wording, draw: wording },
];

function head({ title, file, summary }: ReportView): HTMLElement {
  return html(
    'header',
    {},
    html('h1', {}, title),
    html('p', { class: 'quiet' }, file),
    html(
      'div',
      { class: 'summary' },
      icon(summary.tone, 28),
      html('strong', {}, summary.headline),
      html('span', { class: 'quiet' }, summary.detail),
    ),
  );
}

function part(
  id: string,
  heading: string,
  caption: string,
  ...children: (Node | string | undefined | false)[]
): HTMLElement {
  return html(
    'section',
    { 'aria-labelledby': `${id}-heading` },
    html(
      'div',
      { class: 'heading' },
      html('h2', { id: `${id}-heading` }, heading),
      caption !== '' && html('span', { class: 'quiet' }, caption),
    ),
    ...children,
  );
}

function sections({ sections: { heading, caption, items, extra } }: ReportView, send: Send): HTMLElement {
  return part(
    'sections',
    heading,
    caption,
    html('ul', { class: 'checklist' }, ...items.map((item) => sectionRow(item, send))),
    extra !== '' && html('p', { class: 'quiet' }, extra),
  );
}

function sectionRow(item: SectionItem, send: Send): HTMLElement {
  const { kind, name, state, stateName, note, severity, range, insert } = item;
  const words = [
    html('span', { class: 'name' }, html('span', { class: 'unseen' }, `${stateName}: `), name),
    html('span', { class: 'quiet' }, note),
  ];
  const sign = icon(state === 'missing' && severity === 'info' ? 'missing' : state);
  if (state === 'missing' && severity === 'info') sign.classList.replace('warning', 'info');
  return html(
    'li',
    { class: `row ${state}` },
    sign,
    range
      ? button(`section ${kind}`, 'go', () => send({ type: 'go', range }), ...words)
      : html('span', { class: 'words' }, ...words),
    insert !== undefined &&
      button(
        `insert ${kind}`,
        'action',
        () => send({ type: 'insert', kind }),
        insert,
        html('span', { class: 'unseen' }, ` ${name}`),
      ),
  );
}

function glance({ glance: { heading, meters } }: ReportView): HTMLElement {
  return part('glance', heading, '', html('dl', { class: 'meters' }, ...meters.map(meterCard)));
}

function meterCard(meter: Meter): HTMLElement {
  return html(
    'div',
    { class: 'card', 'data-meter': meter.id },
    html('dt', {}, meter.label),
    html(
      'dd',
      {},
      html('strong', {}, meter.value),
      pictureOf(meter),
      legend(meter),
      html('span', { class: 'quiet note' }, meter.note),
    ),
  );
}

function legend(meter: Meter): HTMLElement | false {
  switch (meter.picture) {
    case 'scale':
      return html(
        'span',
        { class: 'legend quiet', 'aria-hidden': 'true' },
        html('span', {}, meter.low),
        html('span', {}, meter.high),
      );
    case 'parts':
      return html(
        'span',
        { class: 'legend' },
        ...meter.parts.map(({ label, count }, at) =>
          html('span', { class: at === 0 ? 'key first' : 'key second' }, `${label} ${count}`),
        ),
      );
    case 'dots':
      return false;
  }
}

function wording({ wording: { heading, caption, groups } }: ReportView, send: Send): HTMLElement {
  return part('wording', heading, caption, ...groups.map((group) => groupCard(group, send)));
}

function groupCard({ id, name, preview, open, findings }: Group, send: Send): HTMLElement {
  return html(
    'details',
    { class: 'card group', open, 'data-group': id },
    html(
      'summary',
      { 'data-key': `group ${id}` },
      html('h3', {}, name),
      html('span', { class: 'count' }, String(findings.length)),
      html('span', { class: 'preview quiet' }, preview),
    ),
    html('ul', {}, ...findings.map((finding) => findingRow(finding, send))),
  );
}

function findingRow(finding: Finding, send: Send): HTMLElement {
  const { id, rule, severity, severityName, excerpt, message, range, fix, explain } = finding;
  return html(
    'li',
    { class: 'finding' },
    icon(severity),
    html(
      'div',
      {},
      button(
        `go ${id}`,
        'go',
        () => send({ type: 'go', range }),
        html('span', { class: 'unseen' }, `${severityName}: `),
        html('q', {}, excerpt),
      ),
      html('p', {}, message),
      html(
        'div',
        { class: 'actions' },
        fix !== undefined &&
          button(`fix ${id}`, 'action', () => send({ type: 'fix', range, title: fix }), fix),
        button(
          `why ${id}`,
          'link',
          () => send({ type: 'explain', rule }),
          explain,
          html('span', { class: 'unseen' }, ` ${excerpt}`),
        ),
      ),
    ),
  );
}

function balanceCard(balance: Balance): HTMLElement {
  const { heading, sentence, note, masculine, feminine } = balance;
  return part(
    'balance',
    heading,
    sentence,
    masculine.count + feminine.count > 0 &&
      html(
        'div',
        { class: 'card' },
        balancePicture(balance),
        html('div', { class: 'sides' }, sideOf('first', masculine), sideOf('second', feminine)),
        html('p', { class: 'quiet note' }, note),
      ),
  );
}

function sideOf(which: string, { label, count, words }: Side): HTMLElement {
  return html(
    'div',
    {},
    html('span', { class: `key ${which}` }, html('strong', {}, `${label} ${count}`)),
    html('p', { class: 'quiet' }, words.join(', ')),
  );
}
