import type { Category, SectionKind } from '../contract/report.ts';

/** What categories and kinds of section are called where a person reads them. */
export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  gender: 'Gender',
  age: 'Age',
  disability: 'Disability and health',
  origin: 'Origin and language',
  religion: 'Religion',
  identity: 'Identity',
  family: 'Family',
  class: 'Class and schooling',
  criminal: 'Criminal records',
  culture: 'Culture',
  pay: 'Pay',
  law: 'Law',
  sections: 'Missing information',
  style: 'Style',
  clarity: 'Clarity',
};

export const SECTION_NAMES: Readonly<Record<SectionKind, string>> = {
  location: 'Location',
  'work-model': 'Remote, hybrid or on site',
  compensation: 'Pay',
  benefits: 'Benefits',
  'equal-opportunity': 'Equal opportunity',
  accommodation: 'Adjustments',
  responsibilities: 'Responsibilities',
  requirements: 'Requirements',
  'how-to-apply': 'How to apply',
  deadline: 'Closing date',
  'about-company': 'About the employer',
  'employment-type': 'Employment type',
  'nice-to-have': 'Nice to have',
  summary: 'Summary',
  'about-team': 'The team',
  'interview-process': 'Interview process',
  'fair-chance': 'Fair chance',
  'physical-demands': 'Physical demands',
  'work-authorization': 'Right to work',
  legal: 'Notices',
};
