import { builtinLists, builtinPlaces, builtinRules } from '../catalog/index.ts';
import { houseMistakes } from '../checks/house-words.ts';
import type { CheckEnvironment } from '../contract/check.ts';
import type { House } from '../contract/house.ts';

const environment: CheckEnvironment = {
  terms: [],
  lists: builtinLists,
  places: builtinPlaces,
  sectionOrder: {},
  employer: {},
  house: {},
};

/** What a configuration is checked against (`KnownNames` of `src/config`). */
export const KNOWN = {
  rules: [...builtinRules.keys()],
  houseMistakes: (house: House) => houseMistakes(house, environment),
};
