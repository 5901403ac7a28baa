/**
 * The project's package.json with those settings that are made from something else: an editor completes the ids of the rules
 * in `postingLint.rules` and says what each is for, and shows which files are postings by default.
 *
 * @param {string} manifest - text of package.json
 * @param {readonly { id: string, summary: string }[]} rules
 * @param {readonly string[]} categories
 * @param {readonly string[]} levels
 * @param {{ files: readonly string[], templates: readonly string[] }} defaults
 */
export function withMadeSettings(manifest, rules, categories, levels, defaults) {
  const data = JSON.parse(manifest);
  const { properties } = data.contributes.configuration;
  properties['postingLint.files'].default = [...defaults.files];
  properties['postingLint.templates'].default = [...defaults.templates];
  const setting = properties['postingLint.rules'];
  const level = (description) => ({ type: 'string', enum: [...levels], description });
  setting.properties = Object.fromEntries([
    ...categories.map((category) => [category, level(`All rules of the category ${category}.`)]),
    ...[...rules].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, summary }) => [id, level(summary)]),
  ]);
  setting.patternProperties = {
    [`^(?:${categories.join('|')})/\\*$`]: { type: 'string', enum: [...levels] },
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
