import { readCanonical } from '../checks/canonical/text.ts';
import { templateContent } from '../checks/canonical/write.ts';
import type { House } from '../contract/house.ts';
import type { Level, SectionKind } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import type { SectionDefinition } from '../posting/sections/definition.ts';
import type { EffectiveLevel } from './levels.ts';

type SectionRule = Rule<SectionDefinition>;

function isSectionRule(rule: Rule): rule is SectionRule {
  return rule.check === 'required-section';
}

/**
 * The rules as a house has them: sections under its headings, which are recognised as they stand, in its order
 * and with its texts.
 * A rule that the house says nothing about stays the very same object.
 */
export function withHouse(rules: ReadonlyMap<string, Rule>, house: House): Map<string, Rule> {
  const sections = [...rules.values()].filter(isSectionRule);
  const places = orderOf(sections, house.order ?? []);
  return new Map(
    [...rules].map(([id, rule]) => [id, isSectionRule(rule) ? sectionOfHouse(rule, house, places) : rule]),
  );
}

function sectionOfHouse(
  rule: SectionRule,
  { sections, texts }: House,
  places: ReadonlyMap<SectionKind, number>,
): SectionRule {
  const { heading, also = [] } = sections?.[rule.section] ?? {};
  const order = places.get(rule.section) ?? rule.template.order;
  const content = Object.values(texts ?? {})
    .filter((text) => text.section === rule.section && text.use !== 'optional' && text.text !== undefined)
    .map(({ text = '' }) => readCanonical(text));
  const same = heading === undefined && also.length === 0 && content.length === 0;
  if (same && order === rule.template.order) return rule;
  const template = {
    order,
    heading: heading ?? also[0] ?? rule.template.heading,
    content: content.length > 0 ? templateContent(content) : rule.template.content,
  };
  return { ...rule, template, literal: [...(heading === undefined ? [] : [heading]), ...also] };
}

/** The kinds in the house's order share out the places that they have among all kinds. */
function orderOf(sections: readonly SectionRule[], order: readonly SectionKind[]): Map<SectionKind, number> {
  const known = order.filter((kind) => sections.some(({ section }) => section === kind));
  const places = sections
    .filter(({ section }) => known.includes(section))
    .map(({ template }) => template.order)
    .sort((a, b) => a - b);
  return new Map(known.map((kind, at) => [kind, places[at] ?? 0]));
}

/**
 * The level that a house gives to the rule for a kind of section: what it requires is asked for, what it leaves open
 * or forbids is not. A level that the configuration gives the rule itself outweighs it.
 */
export function levelInHouse(rule: Rule, effective: EffectiveLevel, house: House): EffectiveLevel {
  if (!isSectionRule(rule)) return effective;
  const use = house.sections?.[rule.section]?.use;
  if (use === 'optional' || use === 'forbidden') return { level: 'off', set: undefined };
  const texts = Object.values(house.texts ?? {}).some(
    (text) => text.section === rule.section && text.use !== 'optional',
  );
  const asked = use === 'required' || texts;
  const weak: readonly Level[] = ['off', 'info'];
  return asked && weak.includes(effective.level) ? { level: 'warning', set: 'warning' } : effective;
}
