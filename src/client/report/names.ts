import type { Category, Evidence, Level, SectionKind } from '../../contract/report.ts';
import type { Translate } from '../localize.ts';

/** What sections are called in the language of the editor. */
export function sectionNames(t: Translate): Record<SectionKind, string> {
  return {
    location: t('Location'),
    'work-model': t('Remote, hybrid or on site'),
    compensation: t('Pay'),
    benefits: t('Benefits'),
    'equal-opportunity': t('Equal opportunity'),
    accommodation: t('Adjustments'),
    responsibilities: t('Responsibilities'),
    requirements: t('Requirements'),
    'how-to-apply': t('How to apply'),
    deadline: t('Closing date'),
    'about-company': t('About the employer'),
    'employment-type': t('Employment type'),
    'nice-to-have': t('Nice to have'),
    summary: t('Summary'),
    'about-team': t('The team'),
    'interview-process': t('Interview process'),
    'fair-chance': t('Fair chance'),
    'physical-demands': t('Physical demands'),
    'work-authorization': t('Right to work'),
    legal: t('Notices'),
  };
}

export function categoryNames(t: Translate): Record<Category, string> {
  return {
    gender: t('Gender'),
    age: t('Age'),
    disability: t('Disability and health'),
    origin: t('Origin and language'),
    religion: t('Religion'),
    identity: t('Identity'),
    family: t('Family'),
    class: t('Class and schooling'),
    criminal: t('Criminal records'),
    culture: t('Culture'),
    pay: t('Pay'),
    law: t('Law'),
    sections: t('Missing information'),
    style: t('Style'),
    clarity: t('Clarity'),
  };
}

export function evidenceNames(t: Translate): Record<Evidence, string> {
  return {
    heading: t('has its own heading'),
    label: t('named in a line'),
    content: t('said in the text'),
    'front-matter': t('in the front matter'),
  };
}

export function severityNames(t: Translate): Record<Exclude<Level, 'off'>, string> {
  return { error: t('Must fix'), warning: t('To fix'), info: t('To consider') };
}
