import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ruleFiles } from '../../scripts/rules-plugin.js';
import { builtinLists, builtinRules } from '../../src/catalog/index.ts';
import { parseRuleFile } from '../../src/catalog/rule-file.ts';
import { createLinter } from '../../src/lint/index.ts';

const files = ruleFiles() as { file: string; text: string }[];
const rules = files.filter(({ file }) => !file.startsWith('rules/lists/') && file !== 'rules/places.yml');

describe('rule files', () => {
  it('are there', () => {
    expect(rules.length).toBeGreaterThan(60);
  });

  it.each(rules.map(({ file, text }) => [file, text]))('%s follows its schema', (file, text) => {
    const result = parseRuleFile(file, text);
    expect('problems' in result ? result.problems : []).toEqual([]);
  });

  it.each(Object.entries(builtinLists))('list %s holds words, none twice', (_, list) => {
    expect(Array.isArray(list) && list.length > 0 && list.every((word) => typeof word === 'string')).toBe(
      true,
    );
    expect(new Set(list).size).toBe(list.length);
  });

  it('name no place twice', () => {
    const places = files.find(({ file }) => file === 'rules/places.yml');
    const data = parse(places?.text ?? '') as Record<string, { cities?: string[]; in?: string }>;
    const cities = Object.values(data).flatMap((place) => place.cities ?? []);
    expect(cities.filter((city, index) => cities.indexOf(city) !== index)).toEqual([]);
    expect(Object.values(data).filter((place) => place.in !== undefined && !(place.in in data))).toEqual([]);
  });

  it('compile, with every rule on', () => {
    // As copies they are a house's rules, which are checked for mistakes as they are compiled.
    const houseRules = [...builtinRules.values()].map((rule) => ({ ...rule }));
    const config = {
      preset: 'all',
      rules: {},
      terms: [],
      employer: {},
      house: {},
      asOf: '2030-01-01',
      houseRules,
    } as const;
    expect(() => createLinter(config)).not.toThrow();
  });
});

describe('a house rule with a mistake', () => {
  const good = `check: phrases\nseverity: warning\nsummary: A\nwhy: B\nevidence: convention\nmessage: C\nphrases: [synergy]\n`;

  it('is read when it has none', () => {
    expect(parseRuleFile('house/style/synergy.yml', good)).toMatchObject({
      rule: { id: 'style/synergy', category: 'style' },
    });
  });

  it.each([
    ['an unknown key', good.replace('summary', 'sumary'), 3, 1, /sumary.*summary/],
    ['a wrong level', good.replace('warning', 'warn'), 2, 11, /warning/],
    ['an unknown check', good.replace('phrases', 'phrase'), 1, 8, /phrase.*phrases/],
    ['broken YAML', 'check: [phrases\nseverity: warning', 2, 1, /./],
    ['a list', '- check: phrases', 1, 1, /mapping/],
  ])('%s is told with its place', (_, text, line, column, message) => {
    const result = parseRuleFile('house/style/synergy.yml', text);
    expect('problems' in result && result.problems[0]).toMatchObject({
      file: 'house/style/synergy.yml',
      line,
      column,
      message: expect.stringMatching(message),
    });
  });

  it('in a folder that is no category is told', () => {
    const result = parseRuleFile('house/other/synergy.yml', good);
    expect('problems' in result && result.problems[0]?.message).toMatch(/category/);
  });
});
