import type { FromPage, ReportView, ToPage } from '../report/messages.ts';
import './style.css';
import { html } from './dom.ts';
import { PARTS } from './render.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const vscode = acquireVsCodeApi();
const send = (message: FromPage) => vscode.postMessage(message);
const report = document.getElementById('report') as HTMLElement;
const announcement = document.getElementById('announcement') as HTMLElement;

/** A person who listens is told the state once the typing pauses. */
const PAUSE = 1500;
let announcing: ReturnType<typeof setTimeout> | undefined;
/** What each part shows now, to leave alone what stays the same. */
const shown = new Map<string, string>();

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'show') show(data.view);
  else showEmpty(data.text);
});
send({ type: 'ready' });

function showEmpty(text: string): void {
  shown.clear();
  report.replaceChildren(html('p', { class: 'quiet' }, text));
}

function show(view: ReportView): void {
  document.documentElement.lang = view.language;
  if (shown.size === 0) report.replaceChildren(...PARTS.map(({ id }) => html('div', { 'data-part': id })));
  const focus = document.activeElement?.getAttribute('data-key');
  for (const { id, of, draw } of PARTS) {
    const state = JSON.stringify(of(view));
    if (shown.get(id) === state) continue;
    shown.set(id, state);
    const holder = report.querySelector(`[data-part="${id}"]`);
    const before = new Map(groups(holder).map((group) => [group.dataset['group'], group.open]));
    const drawn = draw(view, send);
    for (const group of groups(drawn)) group.open = before.get(group.dataset['group']) ?? group.open;
    holder?.replaceChildren(drawn);
  }
  if (focus !== null && focus !== undefined && document.activeElement?.getAttribute('data-key') !== focus)
    report.querySelector<HTMLElement>(`[data-key="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  announce([view.summary.headline, view.summary.detail, view.sections.caption].filter(Boolean).join(', '));
}

function groups(within: Element | null): HTMLDetailsElement[] {
  return [...(within?.querySelectorAll<HTMLDetailsElement>('details[data-group]') ?? [])];
}

function announce(text: string): void {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    if (announcement.textContent !== text) announcement.textContent = text;
  }, PAUSE);
}
