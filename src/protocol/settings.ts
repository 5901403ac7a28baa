import type { Level } from '../contract/report.ts';

/** The section of an editor's settings that holds ours. */
export const SETTINGS_SECTION = 'postingLint';

/** Settings of an editor, each of which may differ by folder. */
export interface Settings {
  /** Whether anything is checked at all. */
  enable: boolean;
  /**
   * Which files are postings: patterns with `**`, `*` and `{a,b}` that start from the workspace folder; `!` in front
   * takes files out again. Later ones win.
   */
  files: readonly string[];
  /** Rule id or category → level. They win over the configuration file. */
  rules: Readonly<Record<string, Level>>;
  /** A configuration to use in place of the nearest one: absolute, or from the workspace folder. Empty: look for one. */
  configFile: string;
}

/** Where people keep postings, and what they call them. Works the same as a glob of VS Code and as a line of .gitignore. */
export const DEFAULT_FILES: readonly string[] = [
  '**/{job,jobs,career,careers,posting,postings,vacancy,vacancies,position,positions,opening,openings}/**/*.{md,markdown,mdx,txt,html,htm}',
  '**/{job-ad,job-ads,job-description,job-descriptions,job-posting,job-postings,open-position,open-positions}/**/*.{md,markdown,mdx,txt,html,htm}',
  '**/*.{job,posting,vacancy}.{md,markdown,mdx,txt,html,htm}',
  '!**/{README,CHANGELOG,CONTRIBUTING,CODE_OF_CONDUCT,SECURITY,LICENSE,LICENCE,SUPPORT}{,.*}',
  '!**/node_modules/**',
];

/** Where a house keeps the drafts that its postings start from. Only the client looks for them. */
export const DEFAULT_TEMPLATES: readonly string[] = [
  '**/{job-template,job-templates,posting-template,posting-templates}/**/*.{md,markdown,mdx,txt,html,htm}',
  '**/{job,jobs,career,careers,posting,postings,vacancy,vacancies,position,positions,opening,openings}/{template,templates}/**/*.{md,markdown,mdx,txt,html,htm}',
  '**/*.posting-template.{md,markdown,mdx,txt,html,htm}',
];

export const DEFAULT_SETTINGS: Settings = { enable: true, files: DEFAULT_FILES, rules: {}, configFile: '' };

/** Languages (as editors name them) whose documents can be postings. */
export const LANGUAGES = ['markdown', 'mdx', 'plaintext', 'text', 'html'] as const;

/** What a client may say in `initialize`. All of it is optional: an editor's own client says nothing. */
export interface InitializationOptions {
  /** Settings for clients that cannot be asked with `workspace/configuration`; for others, what counts until they answer. */
  settings?: Partial<Settings>;
  /**
   * What the address of a rule's page starts with; `<rule id>.md` is put behind it. VS Code: an address of our own
   * scheme, whose content the extension provides. Without it, the Node server points into its own package's `docs/rules/`.
   */
  docs?: string;
  /**
   * The client answers `postingLint/readFile`. It is then asked for every file that is no open document and that the
   * server cannot read itself: those of other schemes than `file:`, and in a web worker all.
   */
  readFile?: boolean;
  /** The client wants `postingLint/status`. */
  status?: boolean;
}
