import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Level, ReportFinding } from '../contract/report.ts';
import { applyFixes, fixUntilStable } from '../lint/fix.ts';
import type { ConfigChange } from './config-edit.ts';
import { SOURCE } from './diagnostics.ts';
import { activeRules, type LintedDocument } from './document.ts';
import { leaveAlone } from './ignore-here.ts';
import { smallestEdit, toRange, toTextEdit, touches } from './positions.ts';
import { escapeSnippet } from './snippets.ts';
import { sectionRules } from './templates.ts';
import { termAround } from './terms.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.postingLint`;

/** What the client can do, as far as actions differ. */
export interface ActionOptions {
  /** Kinds that were asked for; without any: all that are shown at a place. */
  only?: readonly string[] | undefined;
  /** Edits may hold places to type over. */
  snippets: boolean;
  /** The name of the configuration, for titles; undefined where none can be changed or written. */
  config: string | undefined;
}

/** Makes the edit of a configuration, at once or when the action is chosen. */
export type ConfigAction = (change: ConfigChange) => Pick<CodeAction, 'edit' | 'data'>;

/**
 * What can be done at a range: fixes of the findings there, best first, then what leaves them alone.
 *
 * @param shown - the diagnostics the client sees there; actions name theirs, and only those of them count
 */
export function codeActions(
  document: LintedDocument,
  range: Range,
  shown: readonly Diagnostic[],
  options: ActionOptions,
  configAction: ConfigAction,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(options.only, CodeActionKind.QuickFix)) {
    const findings = document.findings.filter((finding) => touches(toRange(finding.range), range));
    const quick = new QuickFixes(document, shown, options, configAction);
    for (const finding of findings) quick.fixes(finding);
    for (const finding of findings) quick.fixAll(finding);
    quick.insertAll();
    for (const finding of findings) quick.leave(finding);
    for (const finding of findings) quick.configure(finding);
    actions.push(...quick.actions);
  }
  if (options.only?.some((kind) => includes(kind, FIX_ALL))) {
    const edits = safeFixes(document);
    if (edits.length > 0)
      actions.push({
        title: 'Fix all safe problems',
        kind: FIX_ALL,
        edit: { changes: { [document.uri]: edits } },
      });
  }
  return actions;
}

/** Whether an action of this kind was asked for. Without a wish, those shown at a place are. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => includes(wanted, kind));
}

/** `source` includes `source.fixAll`. */
function includes(wanted: string, kind: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}

class QuickFixes {
  readonly actions: CodeAction[] = [];
  readonly #document: LintedDocument;
  readonly #shown: readonly Diagnostic[];
  readonly #options: ActionOptions;
  readonly #configAction: ConfigAction;
  readonly #done = new Set<string>();

  constructor(
    document: LintedDocument,
    shown: readonly Diagnostic[],
    options: ActionOptions,
    configAction: ConfigAction,
  ) {
    this.#document = document;
    this.#shown = shown;
    this.#options = options;
    this.#configAction = configAction;
  }

  fixes(finding: ReportFinding): void {
    for (const [index, { title, safety, edits }] of finding.fixes.entries()) {
      this.#add(finding, {
        title,
        edit: this.#changes(edits.map(toTextEdit)),
        ...(index === 0 && safety === 'safe' ? { isPreferred: true } : {}),
      });
    }
  }

  /** All of a rule at once, where it has more than one to fix. */
  fixAll({ rule, category }: ReportFinding): void {
    if (!this.#once(`all ${rule}`)) return;
    const own = this.#document.findings.filter(
      (finding) => finding.rule === rule && finding.fixes.length > 0,
    );
    if (own.length < 2 || category === 'sections') return;
    const { applied } = applyFixes(this.#document.text, own, { suggestions: true });
    if (applied.length < 2) return;
    const edits = applied.flatMap(({ fix }) => fix.edits.map(toTextEdit));
    this.actions.push({
      title: `Fix all ${applied.length} of ${rule} in this file`,
      kind: CodeActionKind.QuickFix,
      diagnostics: this.#diagnosticsOf((code) => code === rule),
      edit: this.#changes(edits),
    });
  }

  /** All that is missing at once; the sections come in the order in which they stand in a posting. */
  insertAll(): void {
    const missing = this.#document.findings.filter(
      ({ category, fixes }) => category === 'sections' && fixes.length > 0,
    );
    if (missing.length < 2 || !this.actions.some(({ title }) => title === missing[0]?.fixes[0]?.title))
      return;
    const place = new Map(sectionRules(this.#document.linter).map(({ id }, index) => [id, index]));
    const inOrder = missing.toSorted((a, b) => (place.get(a.rule) ?? 0) - (place.get(b.rule) ?? 0));
    this.actions.push({
      title: `Insert all ${missing.length} missing sections`,
      kind: CodeActionKind.QuickFix,
      diagnostics: this.#diagnosticsOf((code) => missing.some(({ rule }) => rule === code)),
      edit: this.#changes(inOrder.flatMap(({ fixes }) => fixes[0]?.edits.map(toTextEdit) ?? [])),
    });
  }

  leave(finding: ReportFinding): void {
    const insertion = leaveAlone(this.#document, finding);
    if (!insertion || !this.#once(`leave ${finding.rule} ${insertion.span.start}`)) return;
    const { span, before, reason, after } = insertion;
    const range = this.#document.positions.range(span);
    const title = `Leave this alone here (${finding.rule}), with a reason`;
    if (!this.#options.snippets || reason === '') {
      this.#add(finding, { title, edit: this.#changes([{ range, newText: before + reason + after }]) });
      return;
    }
    const value = `${escapeSnippet(before)}\${1:${escapeSnippet(reason)}}${escapeSnippet(after)}`;
    const edit: SnippetTextEdit = { range, snippet: { kind: 'snippet', value } };
    const textDocument = { uri: this.#document.uri, version: this.#document.version };
    this.#add(finding, { title, edit: { documentChanges: [{ textDocument, edits: [edit] }] } });
  }

  configure(finding: ReportFinding): void {
    const { config } = this.#options;
    const { rule } = finding;
    if (config === undefined || !this.#once(`configure ${rule}`)) return;
    const term = termAround(this.#document, finding);
    if (term !== undefined) {
      this.#add(finding, {
        title: `“${term}” is a name: add it to terms in ${config}`,
        ...this.#configAction({ term }),
      });
    }
    const level = activeRules(this.#document.linter).get(rule)?.level ?? 'off';
    for (const lower of lowerLevels(level === 'off' ? finding.severity : level)) {
      this.#add(finding, {
        title: `Set ${rule} to ${lower} in ${config}`,
        ...this.#configAction({ rule, level: lower }),
      });
    }
  }

  #add(finding: ReportFinding, action: CodeAction): void {
    const range = JSON.stringify(toRange(finding.range));
    this.actions.push({
      kind: CodeActionKind.QuickFix,
      diagnostics: this.#diagnosticsOf(
        (code, diagnostic) => code === finding.rule && JSON.stringify(diagnostic.range) === range,
      ),
      ...action,
    });
  }

  #diagnosticsOf(test: (code: unknown, diagnostic: Diagnostic) => boolean): Diagnostic[] {
    return this.#shown.filter(
      (diagnostic) => diagnostic.source === SOURCE && test(diagnostic.code, diagnostic),
    );
  }

  #once(key: string): boolean {
    if (this.#done.has(key)) return false;
    this.#done.add(key);
    return true;
  }

  #changes(edits: TextEdit[]): WorkspaceEdit {
    return { changes: { [this.#document.uri]: edits } };
  }
}

const LEVELS: readonly Level[] = ['error', 'warning', 'info', 'off'];

function lowerLevels(level: Level): Level[] {
  return LEVELS.slice(LEVELS.indexOf(level) + 1);
}

/** Edits that make all safe fixes, those that other fixes uncover as well. */
export function safeFixes({ text, report, linter, path, positions }: LintedDocument): TextEdit[] {
  const options = { suggestions: false };
  const first = applyFixes(text, report.findings, options);
  if (first.applied.length === 0) return [];
  const lint = (draft: string) =>
    draft === text ? report : linter.lint(draft, { path, format: report.format });
  const fixed = fixUntilStable(text, lint, options);
  if (fixed.text === first.text) return first.applied.flatMap(({ fix }) => fix.edits.map(toTextEdit));
  const edit = smallestEdit(text, fixed.text);
  return edit ? [{ range: positions.range(edit.span), newText: edit.text }] : [];
}
