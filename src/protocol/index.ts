export type {
  CodedWord,
  FindingEntry,
  FindingGroup,
  Metrics,
  PostingReport,
  SectionEntry,
} from './report.ts';
export * from './requests.ts';
export {
  DEFAULT_FILES,
  DEFAULT_SETTINGS,
  DEFAULT_TEMPLATES,
  type InitializationOptions,
  LANGUAGES,
  SETTINGS_SECTION,
  type Settings,
} from './settings.ts';
