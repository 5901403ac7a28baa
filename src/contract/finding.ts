import type { Span } from './posting.ts';
import type { Safety, Severity } from './report.ts';

/** Offsets of the source. */
export interface Edit {
  span: Span;
  text: string;
}

export interface Fix {
  title: string;
  safety: Safety;
  /** Ordered, never overlapping. */
  edits: Edit[];
}

/** What a check finds, before severities of the configuration, suppressions and positions are applied. */
export interface Finding {
  /** `category/name`. */
  rule: string;
  /** The rule's own, or a phrase's. A configured level replaces it. */
  severity: Severity;
  message: string;
  /** In the source. */
  span: Span;
  fixes: Fix[];
  data: Record<string, unknown>;
}
