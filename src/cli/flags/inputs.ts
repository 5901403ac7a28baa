import type { FlagRow } from './flag.ts';

export const INPUTS = [
  {
    name: 'input',
    value: 'KIND',
    choices: ['auto', 'csv', 'json', 'jsonl', 'json-ld', 'docx'],
    help: 'What files are: exports of an applicant-tracking system, structured data of schema.org, Word documents. auto (the default) goes by their names.',
    more: 'Word documents are found in folders too; the others have to be named: `posting-lint export.csv --text-columns description`. Each row or record is a posting. These files are never changed. `json-ld` also reads pages, where it looks at `<script type="application/ld+json">`. See [inputs.md](inputs.md).',
  },
  {
    name: 'text-columns',
    value: 'NAMES',
    help: 'The columns, or dotted paths in JSON, that hold the text of a posting, with commas between.',
  },
  { name: 'title-column', value: 'NAME', help: 'The one with its title; else one called title or the like.' },
  {
    name: 'location-column',
    value: 'NAME',
    help: 'The one with its place; columns called location or city need none.',
  },
  {
    name: 'id-column',
    value: 'NAME',
    help: 'The one that postings are known by; else one called id or the like.',
  },
  {
    name: 'records',
    value: 'PATH',
    help: 'Where the list of postings stands in a JSON document: data.jobs.',
  },
] as const satisfies readonly FlagRow[];
