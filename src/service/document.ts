import type { Posting } from '../contract/posting.ts';
import type { FileReport, Format, ReportFinding } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import type { ActiveRule, Analysis, Linter } from '../lint/index.ts';
import { detectFormat } from '../posting/detect-format.ts';
import { Positions } from './positions.ts';

/** A posting that was linted, with all that the features of an editor ask of it. */
export class LintedDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly posting: Posting;
  readonly report: FileReport;
  readonly linter: Linter;
  readonly path: string;
  #positions: Positions | undefined;

  constructor(source: DocumentSource, linter: Linter, { posting, report }: Analysis) {
    this.uri = source.uri;
    this.version = source.version;
    this.text = source.text;
    this.path = source.path;
    this.linter = linter;
    this.posting = posting;
    this.report = report;
  }

  get positions(): Positions {
    this.#positions ??= new Positions(this.text);
    return this.#positions;
  }

  get findings(): readonly ReportFinding[] {
    return this.report.findings;
  }
}

/** A document as an editor has it. */
export interface DocumentSource {
  uri: string;
  /** The path of `uri`; see `pathOf`. */
  path: string;
  version: number;
  /** The editor's name for its language. */
  languageId: string;
  text: string;
}

/** Lints a document. */
export function lintDocument(source: DocumentSource, linter: Linter): LintedDocument {
  const file = { path: source.path, format: formatOf(source) };
  return new LintedDocument(source, linter, linter.analyse(source.text, file));
}

/** What the editor says the language is outweighs the name. */
export function formatOf({ languageId, path, text }: DocumentSource): Format {
  switch (languageId) {
    case 'markdown':
    case 'mdx':
      return 'markdown';
    case 'html':
      return 'html';
    default:
      return detectFormat(path, text);
  }
}

const rulesOf = new WeakMap<Linter, ReadonlyMap<string, ActiveRule>>();

/** A linter's rules by id, with the levels they have there. */
export function activeRules(linter: Linter): ReadonlyMap<string, ActiveRule> {
  let rules = rulesOf.get(linter);
  if (!rules) {
    rules = new Map(linter.rules().map((active) => [active.rule.id, active]));
    rulesOf.set(linter, rules);
  }
  return rules;
}

export function ruleOf(linter: Linter, id: string): Rule | undefined {
  return activeRules(linter).get(id)?.rule;
}
