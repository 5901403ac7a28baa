/** Closed classes of English words, lower case. What is in none of them is a noun, a full verb, an adjective or an adverb. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const MODALS = set('will would can could shall should may might must ought cannot');

export const BE = set('be am is are was were been being');

/** Verbs that take an adjective after them; without it the sentence has no predicate. */
export const COPULAS = set(
  `be am is are was were been being isn aren wasn weren 're 's 'm ’re ’s ’m become becomes became becoming feel feels felt look
  looks looked looking seem seems seemed remain remains remained stay stays stayed keep keeps kept sound sounds appear appears get`,
);

export const PREPOSITIONS = set(
  `about above across after against along among around as at before behind below beneath beside besides between beyond by
  despite down during except for from in inside into like near of off on onto out outside over past per plus round since
  than through throughout till to toward towards under underneath unlike until up upon via versus vs with within without`,
);

export const DETERMINERS = set(
  `a an the this that these those my your his her its our their each every either neither any some no another both all
  what which whose`,
);

export const SUBJECT_PRONOUNS = set(
  'i you he she it we they who one everyone everybody someone somebody anyone anybody nobody',
);

export const OBJECT_PRONOUNS = set('me you him her it us them');

export const CONJUNCTIONS = set('and or but nor yet so & plus');

export const SUBORDINATORS = set(
  `that if whether when whenever while where wherever as because since although though unless until before after once who which
  whom whose why how`,
);

/** Words of degree that fall with the adjective they belong to: *a very young team*. */
export const DEGREE = set(
  'very really quite rather fairly extremely highly truly so too pretty relatively predominantly mostly',
);

/** Adverbs that stand between a subject and its verb. Those in -ly are told by their ending. */
export const MID_ADVERBS = set(
  `also always often never ever sometimes seldom still already just only even soon then now later thus first next once almost
  both either neither all together too well rather instead otherwise therefore hence again`,
);
