import type { Block } from '../../contract/posting.ts';
import { isUpper } from '../../words/characters.ts';
import type { Token } from '../../words/tokens.ts';

/** Tells what someone does, or has done, by the shape of words that no list can hold. */

/** Verbs of having, being and needing, which begin no duty. */
const NO_ACT = new Set(
  'is has was needs requires brings knows loves likes enjoys wants offers pays includes involves comes starts begins closes ends lies sits reports gets earns receives'.split(
    ' ',
  ),
);

/**
 * Whether words of the title stand from `from` on, and then a verb: *the organist plays*.
 *
 * @param from - index of the token after the article
 */
export function titleActs(tokens: readonly Token[], from: number, title: ReadonlySet<string>): boolean {
  const { sentence } = tokens[from - 1]!;
  let at = from;
  while (at < from + 5 && tokens[at]?.sentence === sentence && title.has(tokens[at]!.norm)) at++;
  const verb = tokens[at];
  if (at === from || verb?.sentence !== sentence || verb.kind !== 'word') return false;
  if (verb.norm === 'will')
    return !/^(?:need|have|be|receive|get|bring|report)$/.test(tokens[at + 1]?.norm ?? 'be');
  return (
    /[a-z]{2}s$/.test(verb.norm) &&
    verb.raw === verb.norm &&
    !NO_ACT.has(verb.norm) &&
    tokens[at + 1]?.sentence === sentence
  );
}

/** Verbs that as a first word are as often a noun or part of a name: *Design studio*, *Lead developer*. */
const TWO_FACED = new Set(
  (
    'act address advance audit author balance bill book brush call care cast cast champion change chart check clean ' +
    'climb close coach contact control cook cost count cover craft cut design detail display document draft dress drive ' +
    'engage file fit fix fly graft guard guide harvest host interview issue judge label launch lead lecture lift load ' +
    'lock look map mark market measure mentor milk model monitor mount nurse open order own paint partner patrol pay ' +
    'pilot place plan plant plough polish post present press print process produce program project pull push record ' +
    'register repair report research review roll rotate route run sample sand scale schedule scope score screen search ' +
    'secure service set shape share ship shoot show sign sketch sort source spot staff stock store structure study ' +
    'supply support survey sweep talk test tow track trade train transport treat trim tune turn type update use visit ' +
    'watch water weigh welcome wire work attach band bead bolt bundle butcher card cement charge colour dock dose drain ' +
    'drill edge face fence finish fire flag float flush forge frame freeze glue hammer heat ink jet join joint land level ' +
    'light line list loan machine massage match mill mime mould mount net oil pad pass paste pin pipe plate point probe ' +
    'prop pump punch quilt rack reel referee ride roof rope row saw scaffold scout screw season seed shine shoe slot spin ' +
    'spread square stake stamp stencil stop strike string style surface tack tag tap tape tile tin tint top trace transplant ' +
    'trap turf twist umpire varnish walk wallpaper wax weed'
  ).split(' '),
);
/** These follow nouns, not verbs: *Point of sale*, *Season is short*. */
const AFTER_NOUN = /^(?:of|is|are|was|were|will|has|have|can|may|must|should|per|not|than|if|because|but)$/;
/** What follows a word that is a noun: *Cook wanted*, *Lead developer*, *Design studio*. */
const NOUN_GOES_ON =
  /^(?:wanted|needed|required|sought|is|are|was|works?|position|role|job|vacancy|posts?|team|service|services|room|house|school|shop|studio|agency|company|firm|centre|center|club|group|department|unit|office|staff|assistant|manager|director|officer|clerk|technician|specialist|analyst|administrator|.*(?:er|or|ist)s?)$/;
const OBJECT_STARTS =
  /^(?:the|a|an|all|any|each|every|our|your|their|its|his|her|new|other|up|out|off|over|down|in|on|to|with|for|from|at|after|about|around|across|through|into|between|and|or|as|both|how|what|when|where|who|that|this|these|those|people|one|two|three|four|five|six|seven|eight|nine|ten|more|guests|customers|staff)$/;
const TO_THE_READER =
  /\b(?:us|website|your cv|résumé|resume|application|apply (?:here|now|online|today|at|by|via|to|for|within|with|if|please|in)|careers?|interested|click|more information|job description|read (?:more|about)|our page|(?:check|choose|keep|bring|take|pick|earn|use|save|get|spend) your)\b/i;

/** Whether the sentence that begins with this verb tells what to do: an object follows, and no one is addressed. */
export function isDutyLine(block: Block, tokens: readonly Token[], first: number, end: number): boolean {
  const verb = tokens[first]!;
  let last = end;
  while (tokens[last + 1]?.sentence === verb.sentence) last++;
  // *Log rejects*.
  if (last - end < 2) return block.kind === 'item' && !TWO_FACED.has(verb.norm) && isPlural(tokens[end + 1]);
  if (TO_THE_READER.test(block.text.slice(verb.start, tokens[last]!.end))) return false;
  // A line that is titled so: *Support: we answer within the hour*.
  const label = block.regions.find(({ kind }) => kind === 'label');
  if (label && label.end > verb.start && tokens.findIndex(({ start }) => start >= label.end) - first <= 4)
    return false;
  const next = tokens[end + 1]!;
  if (next.norm === ',' || next.norm === '&' || next.norm === '/') return tokens[end + 2]?.kind === 'word';
  if (next.kind === 'number') return true;
  if (next.kind !== 'word' || AFTER_NOUN.test(next.norm)) return false;
  if (OBJECT_STARTS.test(next.norm)) return true;
  if (isUpper(block.text, next.start) && next.raw !== next.raw.toUpperCase()) return false;
  return !TWO_FACED.has(verb.norm) || !NOUN_GOES_ON.test(next.norm);
}

function isPlural(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.raw === token.norm && /[a-z]{2}[^su]s$/.test(token.norm);
}

const IRREGULAR = new Set(
  (
    'been begun bent bitten blown borne bought bound bred brought built burnt cast caught chosen come cut dealt done drawn ' +
    'driven dug earned eaten fallen fed felt flown forgotten fought found frozen given gone got gotten grown had heard held ' +
    'helped hidden hit hung kept knit known laid learnt led left let lit lost made meant met paid passed played put read ' +
    'ridden risen run rung said sailed seen sent set sewn shaken shone shorn shot shown shut slept sold sought sown spent ' +
    'spoken sprung spun stood struck stuck stung sung sunk sworn swept swum taken taught thought thrown trod understood won ' +
    'wound woven written'
  ).split(' '),
);
const BETWEEN =
  /^(?:already|also|ever|always|previously|once|at|least|recently|successfully|yourself|both|either|all|never|or|are|will|have|to)$/;
/** What the employer, not the applicant, has done to one: *you have been invited*. */
const NO_EXPERIENCE =
  /^(?:been|had|gone|got|gotten|applied|completed|finished|read|seen|found|made|accepted|received|sent|come|chosen|asked|submitted|settled|decided|arrived|heard|missed|forgotten|earned|joined|agreed|signed)$/;
/** After *been*: *you have been on a stage*. */
const BEEN =
  /^(?:a|an|in|on|around|at|through|there|near|behind|inside|abroad|doing|working|to|part|trained|taught|here)$/;

/** Whether, from `at` on, a participle tells what someone has done before: *you have (already) edited a daily*. */
export function endsInParticiple(tokens: readonly Token[], at: number): boolean {
  const begin = tokens[at];
  const sentence = tokens[at - 1]?.sentence;
  if (begin === undefined || begin.sentence !== sentence) return false;
  let from = at;
  while (from < at + 3 && BETWEEN.test(tokens[from]?.norm ?? '')) from++;
  const word = tokens[from];
  if (word?.sentence !== sentence || word.kind !== 'word') return false;
  if (word.norm === 'been') return BEEN.test(tokens[from + 1]?.norm ?? '');
  if (word.norm === 'made' || word.norm === 'completed' || word.norm === 'had' || word.norm === 'finished')
    return /^(?:a|an|at|your|one|two|three|clothes|some|\d+)$/.test(tokens[from + 1]?.norm ?? '');
  if (NO_EXPERIENCE.test(word.norm)) return false;
  return IRREGULAR.has(word.norm) || /[a-z]{2}ed$/.test(word.norm);
}

/**
 * Whether a block begins with a verb of work: *Review how requests were handled*, *You plan adjustments to rooms*.
 *
 * @param but - verbs with which it may begin as well if it speaks of something else
 */
export function beginsWithDuty(
  { block, tokens, verbs }: { block: Block; tokens: readonly Token[]; verbs: ReadonlySet<string> },
  but: ReadonlySet<string>,
): boolean {
  const first = tokens[0]?.norm === 'you' ? tokens[1] : tokens[0];
  if (first === undefined || !verbs.has(first.norm) || but.has(first.norm)) return false;
  return !TO_THE_READER.test(block.text);
}

/** The base forms that a verb in -s or -ing may have. */
function basesOf(word: string): string[] {
  if (word.endsWith('ing')) {
    const stem = word.slice(0, -3);
    const undoubled = /([bdgklmnprtvz])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
    return [stem, `${stem}e`, ...undoubled];
  }
  if (!/[^s]s$/.test(word)) return [];
  const stem = word.slice(0, -1);
  if (stem.endsWith('ie')) return [`${stem.slice(0, -2)}y`, stem];
  return stem.endsWith('e') ? [stem, stem.slice(0, -1)] : [stem];
}

/** The single words of a list of verbs. */
export function singleWords(list: readonly string[]): ReadonlySet<string> {
  return new Set(
    list.filter((item) => !/[ <]/.test(item)).flatMap((item) => item.split(/[()|]+/).filter(Boolean)),
  );
}

const NOUN_MODIFIER =
  /^(?:is|are|was|were|to|on|at|in|by|of|from|for|with|and|or|not|welcome|available|included|provided|paid|required|needed|starts?|begins?|ends?)$/;
const DETERMINER = /^(?:the|a|an|all|any|each|every|our|new|other|up|out|both|one|two|three|four|\d+)$/;

/**
 * Whether a sentence says what is done by verbs in -s or -ing alone: *Dockets cases, sits in court*, *Mainly mucking
 * out and hacking hunters*.
 *
 * @param at - index of its first verb
 * @param verbs - the base forms that tell of work
 * @param unnamed - under a heading that says nothing, one verb in -ing is enough
 */
export function tellsActs(
  tokens: readonly Token[],
  at: number,
  verbs: ReadonlySet<string>,
  unnamed: boolean,
): boolean {
  const first = tokens[at]!;
  const isAct = (token: Token | undefined): boolean =>
    token?.kind === 'word' &&
    token.norm.endsWith('s') === first.norm.endsWith('s') &&
    basesOf(token.norm).some((base) => verbs.has(base));
  const next = tokens[at + 1];
  if (!isAct(first) || next?.sentence !== first.sentence) return false;
  let acts = 1;
  let objects = next.kind === 'word' && !NOUN_MODIFIER.test(next.norm) ? 1 : 0;
  for (let i = at + 2; tokens[i]?.sentence === first.sentence; i++) {
    const token = tokens[i]!;
    if (/^(?:is|are|was|were|will|you|we|our)$/.test(token.norm)) return false;
    const before = tokens[i - 1]!;
    if (!(before.kind === 'punctuation' || before.norm === 'and' || before.norm === 'or') || !isAct(token))
      continue;
    acts++;
    if (tokens[i + 1]?.sentence === first.sentence && tokens[i + 1]?.kind === 'word') objects++;
  }
  if (acts >= 3 || (acts >= 2 && objects >= 1)) return true;
  if (objects === 0 && !(unnamed && first.norm.endsWith('ing'))) return false;
  if (first.norm.endsWith('ing')) return unnamed;
  return DETERMINER.test(next.norm) || (/[a-z]{3}s$/.test(next.norm) && next.raw === next.norm);
}
