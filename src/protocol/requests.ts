import type { Diagnostic } from 'vscode-languageserver-types';
import type { Level } from '../contract/report.ts';
import type { PostingReport } from './report.ts';

/**
 * What goes over the wire besides the Language Server Protocol itself. Each name carries its types, so that client and
 * server cannot disagree: `client.sendRequest<Result<typeof REPORT>>(REPORT.method, params)`.
 */
export interface Message<Params, Result = never> {
  readonly method: string;
  /** Never there; it holds the types. */
  readonly types?: [Params, Result];
}
export type ParamsOf<M> = M extends Message<infer Params, infer _> ? Params : never;
export type ResultOf<M> = M extends Message<infer _, infer Result> ? Result : never;

/** Client → server. What the report view shows; null for a document that is not open or not checked. */
export const REPORT: Message<{ uri: string }, PostingReport | null> = { method: 'postingLint/report' };

/** Client → server. What a new posting can start from. */
export const TEMPLATES: Message<Record<string, never>, PostingTemplate[]> = {
  method: 'postingLint/templates',
};

export interface PostingTemplate {
  id: string;
  title: string;
  description: string;
  /** For the new document. */
  languageId: string;
  /** With [brackets] for what the writer fills in. */
  text: string;
  /** The same in the snippet syntax of the Language Server Protocol, one stop for each bracket. */
  snippet: string;
}

/** Client → server. Every rule with its level for a document (without one: by default), by id. */
export const RULES: Message<{ uri?: string }, RuleEntry[]> = { method: 'postingLint/rules' };

export interface RuleEntry {
  id: string;
  category: string;
  summary: string;
  level: Level;
}

/** Client → server. A rule's page; null when there is no such rule. */
export const EXPLAIN: Message<{ rule: string; uri?: string }, RulePage | null> = {
  method: 'postingLint/explain',
};

export interface RulePage {
  rule: string;
  /** Markdown. */
  text: string;
  /** The address that diagnostics give for it. */
  href: string;
}

/**
 * Client → server. Checks a file that need not be open (it is read through the server's own access to files), for
 * “check all postings”. `force`: also when it is no posting by its name.
 */
export const CHECK: Message<{ uri: string; force?: boolean }, CheckResult> = { method: 'postingLint/check' };

export interface CheckResult {
  /** Empty unless `state` is `checked`. */
  diagnostics: Diagnostic[];
  state: DocumentState;
}

/**
 * - `checked`: it is a posting, and its diagnostics are complete
 * - `not-a-posting`: neither its name, nor its front matter, nor a person says that it is one
 * - `ignored`: the configuration leaves it out
 * - `off`: the settings turn checking off
 * - `config-error`: the configuration has mistakes; they stand in that file
 * - `unreadable`: the file could not be read
 */
export type DocumentState = 'checked' | 'not-a-posting' | 'ignored' | 'off' | 'config-error' | 'unreadable';

/** Client → server, a notification. A person says whether a document is a posting; null: decide by name again. */
export const SET_POSTING: Message<{ uri: string; posting: boolean | null }> = {
  method: 'postingLint/setPosting',
};

/** Server → client, a notification: after each look at an open document, when `status` was asked for. */
export const STATUS: Message<DocumentStatus> = { method: 'postingLint/status' };

export interface DocumentStatus {
  uri: string;
  /** Of the document looked at. */
  version: number;
  state: DocumentState;
  errors: number;
  warnings: number;
  infos: number;
  /** The nearest configuration's address, when there is one. */
  config: string | null;
}

/** Server → client. The decoded text of a file, null when there is none. Fails when it cannot be read. */
export const READ_FILE: Message<{ uri: string }, { text: string | null }> = {
  method: 'postingLint/readFile',
};
