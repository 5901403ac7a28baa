const pairs = (table: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    table
      .split(';')
      .map((entry) => entry.trim().split(' '))
      .map(([singular = '', plurals = '']) => [singular, plurals.split('/')]),
  );

/** Irregular plurals, the one we write first. Words in -man, -woman and -person are made by rule. */
export const IRREGULAR_PLURALS = pairs(
  `person people/persons; child children; foot feet; tooth teeth; goose geese; mouse mice; ox oxen; die dice/dies;
  criterion criteria; phenomenon phenomena; datum data; medium media/mediums; curriculum curricula/curriculums;
  memorandum memoranda/memorandums; stadium stadiums/stadia; alumnus alumni; alumna alumnae; syllabus syllabi/syllabuses;
  index indexes/indices; matrix matrices/matrixes; appendix appendices/appendixes; vertex vertices/vertexes;
  apparatus apparatus/apparatuses; quiz quizzes; gas gases/gasses; bus buses/busses; forum forums/fora;
  potato potatoes; tomato tomatoes; hero heroes; echo echoes; veto vetoes; torpedo torpedoes; cargo cargoes/cargos;
  mosquito mosquitoes; volcano volcanoes; embargo embargoes; folk folks/folk; roof roofs; chief chiefs; proof proofs;
  wife wives; life lives; knife knives; leaf leaves; shelf shelves; half halves; self selves; loaf loaves; thief thieves;
  wolf wolves; calf calves; scarf scarves/scarfs; hoof hooves/hoofs; dwarf dwarves/dwarfs; sheaf sheaves; elf elves;
  passerby passersby; runner-up runners-up; passer-by passers-by; by-law by-laws; brother-in-law brothers-in-law;
  mother-in-law mothers-in-law; father-in-law fathers-in-law; sister-in-law sisters-in-law; hanger-on hangers-on`,
);

/** Nouns with one form, or whose plural hiring managers write as the singular. */
export const INVARIANT: ReadonlySet<string> = new Set(
  `staff personnel sheep deer fish aircraft spacecraft hovercraft watercraft series species means headquarters crossroads
  offspring equipment information software hardware feedback police people cattle
  manpower staffing everyone everybody anyone someone humanity humankind mankind childcare talent`.split(
    /\s+/,
  ),
);

/** Words in -man that are no compound of *man*. */
export const NOT_MAN: ReadonlySet<string> = new Set(
  'human superhuman german roman norman ottoman talisman shaman caiman cayman brahman muslim mussulman ataman desman'.split(
    ' ',
  ),
);

/** Compounds of *person* whose plural is in -people in ordinary use; the others take -persons. */
export const PEOPLE: ReadonlySet<string> = new Set(
  'salesperson spokesperson tradesperson craftsperson businessperson layperson sportsperson townsperson newsperson'.split(
    ' ',
  ),
);
