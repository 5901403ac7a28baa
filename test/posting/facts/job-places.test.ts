import { describe, expect, it } from 'vitest';
import type { Format } from '../../../src/contract/report.ts';
import { createLinter } from '../../../src/lint/index.ts';
import { placesOf } from '../../../src/posting/facts/job-places.ts';
import { environment } from '../../checks/reading.ts';

const linter = createLinter();
const finder = placesOf(environment.places);

/** The places of a draft, those of remote work with a tilde. */
function places(text: string, format: Format = 'markdown'): string[] {
  return finder.jobPlaces(linter.read(text, format)).map(({ code, remote }) => (remote ? `~${code}` : code));
}

/** Those of a posting with this line below its title. */
const line = (text: string): string[] => places(`# Night porter\n\n${text}\n\nYou mind the desk.\n`);

describe('a town and its region', () => {
  it.each<[string, string[]]>([
    ['Toledo, Ohio', ['US-OH']],
    ['Fresno, CA', ['US-CA']],
    ['Salinas, Calif.', ['US-CA']],
    ['Camden, N.J., two blocks from the station', ['US-NJ']],
    ['Utica, N.Y.', ['US-NY']],
    ['Mankato MN', ['US-MN']],
    ['Modesto CA 95354', ['US-CA']],
    ['Everett, Washington', ['US-WA']],
    ['Macon, Georgia', ['US-GA']],
    ['Brandon, Man.', ['CA-MB']],
    ['Washington, D.C.', ['US-DC']],
    ['New York, NY', ['US-NYC']],
    ['Klagenfurt', ['AT']],
  ])('%s', (text, expected) => expect(line(text)).toEqual(expected));

  it.each<[string, string[]]>([
    ['Vancouver, WA', ['US-WA']],
    ['London, Ontario', ['CA-ON']],
    ['Ontario, California', ['US-CA']],
    ['Virginia, Minnesota', ['US-MN']],
    ['Delaware, Ohio', ['US-OH']],
    ['Manhattan, Kansas', ['US-KS']],
    ['Naples, Florida', ['US-FL']],
    ['Rome, Georgia', ['US-GA']],
    ['Tbilisi, Georgia', ['GE']],
    ['Boston, Lincolnshire', ['UK']],
    ['Valencia, Spain', ['ES']],
    ['Valencia, California', ['US-LAC']],
  ])('%s is where the region is', (text, expected) => expect(line(text)).toEqual(expected));
});

describe('lists of places', () => {
  it.each<[string, string[]]>([
    ['Remote. Open to residents of Nevada, Utah and Colorado.', ['~US-NV', '~US-UT', '~US-CO']],
    ['Remote (Illinois, Ohio, Indiana)', ['~US-IL', '~US-OH', '~US-IN']],
    ['Work from home in Washington, Idaho or Montana.', ['~US-WA', '~US-ID', '~US-MT']],
    ['Denver, Colorado, or Austin, Texas', ['US-CO', 'US-TX']],
    ['Remote from anywhere in the US', ['~US']],
    ['Remote: British Columbia or Alberta', ['~CA-BC', '~CA-AB']],
  ])('%s', (text, expected) => expect(line(text)).toEqual(expected));

  it('leaves out where the job is not open', () => {
    const [place] = finder.jobPlaces(
      linter.read('# Writer\n\nRemote in the US, except Colorado and California.\n', 'markdown'),
    );
    expect(place).toMatchObject({ code: 'US', remote: true, without: ['US-CO', 'US-CA'] });
  });

  it('takes a country as open to remote work where the front matter says so', () => {
    expect(places('---\nlocation: United States\nremote: true\n---\n\n# Writer\n\nYou write.\n')).toEqual([
      '~US',
    ]);
  });
});

describe('what is named after a place', () => {
  it.each([
    'You breed the Colorado potato beetle.',
    'We fry Maine lobster and grate Vermont cheddar, Monday to Friday.',
    'You smoke Texas brisket and bake New York cheesecake.',
    'Our shop is in Maryland Heights.',
    'You sing with the choir of Virginia Water.',
    'You work at 12 Delaware Street.',
    'You guard a gate near Queens’ College.',
    'A graduate of the University of Minnesota runs the lab.',
    'You edit the letters of George Washington.',
    'You guide walkers along Lake Ontario.',
    'You wear Hawaii-style shirts.',
    'We bottle wine and ship it to customers in California.',
  ])('is no place: %s', (text) => expect(line(text)).toEqual([]));

  it.each<[string, string]>([
    ['You work from our Denver office.', 'US-CO'],
    ['The role is based in Seattle three days a week.', 'US-WA'],
    ['Our kitchen is in downtown Chicago.', 'US-IL'],
    ['You report to the head of sales in our Albany, New York office.', 'US-NY'],
    ['We are a New York-based team; the job is hybrid.', 'US-NY'],
    ['Sie arbeiten am Standort Wien und kommen mit der Bahn.', 'AT'],
  ])('is a place: %s', (text, code) => expect(line(text)).toContain(code));
});
