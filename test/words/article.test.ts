import { expect, it } from 'vitest';
import { articleFor } from '../../src/words/english/article.ts';

it.each(
  `an hour; a university; an HR lead; an MBA; an 8-hour shift; a European; an 11-day rota; an 18-hole course; a 180-bed ward;
  an 80-bed ward; an 11,000-seat ground; a 1,100-seat hall; a one-off; an onsite post; a user; an unusual day; an usher; a utility; an utter surprise; a union;
  an uninsured car; an unimportant thing; a unidirectional link; an unidentified call; a UX designer; an X-ray; an FBI agent;
  a NATO base; a SaaS firm; an L5 engineer; a U.S. firm; an S-shaped desk; an honest answer; a home; a house; an heir; an urgent call; a urologist;
  an early-career applicant; an artisan; an e-bike; a youth; an "open" door; a unit; a uniform; an unanswered call; a unanimous vote; an umbrella;
  a ewe; a once-weekly visit; an only child; an ESL class; a team; an SQL file; an 8; a 5-year plan`
    .split(/;\s*/)
    .map((line) => line.trim()),
)('%s', (phrase) => {
  const [article, ...rest] = phrase.split(' ');
  expect(articleFor(rest.join(' '))).toBe(article);
});
