import type { Category, Level, SectionKind } from './report.ts';

/** How well a rule is supported, strongest first. */
export const EVIDENCE_GRADES = ['law', 'field', 'lab', 'survey', 'guidance', 'convention'] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

export interface Source {
  title: string;
  url?: string | undefined;
}

/** A passage that a rule must catch. */
export interface CatchExample {
  text: string;
  /** The passage the finding must overlap; without it, any finding of the rule in the text counts. */
  find?: string | undefined;
  /** The text after the first fix; `null`: no fix is offered. */
  fixed?: string | null | undefined;
  severity?: Level | undefined;
  format?: 'markdown' | 'text' | 'html' | undefined;
}

/** What every rule file says, whatever its check. */
export interface RuleMeta {
  /** `category/name`, from its path. */
  id: string;
  category: Category;
  check: string;
  severity: Level;
  summary: string;
  why: string;
  /** What the evidence does not show, or where the rule does not apply. */
  limits?: string | undefined;
  evidence: EvidenceGrade;
  sources: Source[];
  /** Languages of the paragraphs it looks at. */
  languages: string[];
  examples: {
    /** Keys of a configuration (`sections:`, `style:` …) under which the examples hold. */
    house?: Readonly<Record<string, unknown>> | undefined;
    catch: (string | CatchExample)[];
    pass: string[];
  };
}

/** A rule of any check: the meta data and the fields that its check defines. */
export type Rule<Fields = unknown> = RuleMeta & Fields;

export interface SectionRuleFields {
  section: SectionKind;
}
