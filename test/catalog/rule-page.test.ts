import { describe, expect, it } from 'vitest';
import { builtinRules } from '../../src/catalog/index.ts';
import { ruleDocument, ruleIndex, rulePage } from '../../src/catalog/rule-page.ts';
import type { Rule } from '../../src/contract/rule.ts';

const rules = [...builtinRules.values()];

describe('the page of a rule', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says what, why, how sure and how to configure',
    (id, rule) => {
      const page = rulePage(rule);
      expect(page.startsWith(`# ${id}\n\n`)).toBe(true);
      expect(page.replace(/^(`{3,})\w+\n[\s\S]*?\n\1$/gm, '').match(/^## (.+)$/gm)).toEqual(
        [
          '## Why',
          rule.limits && '## Limits',
          rule.sources.length > 0 && '## Sources',
          rule.examples.house && '## With this house style',
          '## What it marks',
          '## What it leaves alone',
          '## Configure',
        ].filter(Boolean),
      );
      expect(page).toMatch(/^Evidence: \w+: .+\.$/m);
      expect(page).toContain(`  ${id}: ${rule.severity === 'off' ? 'info' : 'off'} #`);
    },
  );

  it('names its languages and its level in words', () => {
    const rule = { ...rules[0], severity: 'off', languages: ['en', 'de', 'fr'] } as Rule;
    expect(rulePage(rule)).toContain('only when you turn it on');
    expect(rulePage(rule)).toContain('It looks at text in English, German and French.');
    expect(rulePage({ ...rule, languages: ['*'] })).toContain('in any language');
  });

  it('holds examples that hold fences', () => {
    const rule = { ...rules[0], examples: { catch: ['```\ncode\n```'], pass: ['x'] } } as unknown as Rule;
    expect(rulePage(rule)).toContain('````text\n```\ncode\n```\n````');
  });

  it('leads on to the others, in the documentation', () => {
    expect(ruleDocument(rules[0] as Rule)).toMatch(/\[All rules\]\(\.\.\/README\.md\)/);
    expect(ruleIndex(rules)).toContain(`| [${rules[0]?.id}](${rules[0]?.id}.md) |`);
  });
});

describe('what a rule claims', () => {
  it.each(rules.filter(({ evidence }) => evidence !== 'convention').map((rule) => [rule.id, rule] as const))(
    '%s has a source',
    (_, { sources }) => {
      expect(sources.length).toBeGreaterThan(0);
    },
  );
});
