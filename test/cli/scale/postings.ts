const TITLES = ['Nurse', 'Cook', 'Software engineer', 'Teacher', 'Driver', 'Accountant'];
const WANTED = [
  'a recent graduate',
  'a digital native',
  'a rockstar with energy',
  'people who like details',
  'a chairman for our board',
];
const PAY = ['Pay: $70,000 to $80,000 a year.', 'The salary is competitive.', 'You earn €20 an hour.'];

/** Short postings, no two the same, many with something to be found. By file name, which sorts as they are made. */
export function postings(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const title = TITLES[at % TITLES.length];
      const text = `# ${title} ${at}\n\nWe want ${WANTED[at % WANTED.length]}, posting ${at}.\n\n${PAY[at % PAY.length]}\n\n## Benefits\n\n- Health insurance\n- ${at % 40} days off\n`;
      return [`jobs/${String(at).padStart(5, '0')}.md`, text];
    }),
  );
}
