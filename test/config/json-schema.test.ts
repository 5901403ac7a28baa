import { describe, expect, it } from 'vitest';
import { configJsonSchema } from '../../src/config/json-schema.ts';

interface Node {
  properties?: { [key: string]: Node; rules: Node; employer: Node; overrides: Node };
  items?: Node;
  description?: string;
  additionalProperties?: unknown;
  definitions?: { rules: Node };
  allOf?: { $ref: string }[];
}

describe('the JSON Schema of a configuration', () => {
  const schema = configJsonSchema([
    { id: 'age/young', summary: 'Asks for young people' },
    { id: 'age/recent-graduate', summary: 'Asks for recent graduates' },
  ]) as Node;

  it('describes every key and knows no other', () => {
    const told: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, additionalProperties } = node as Node;
      if (properties && !path.endsWith('/rules')) {
        expect(additionalProperties, path).toBe(false);
        for (const [key, value] of Object.entries(properties)) {
          expect(value.description, `${path}/${key}`).toBeTruthy();
          told.push(key);
        }
      }
      for (const [key, inner] of Object.entries(node)) visit(inner, `${path}/${key}`);
    };
    visit(schema, '');
    expect(told).toEqual(
      expect.arrayContaining(['employer', 'files', 'texts', 'older', 'spellOutTo', 'avoid']),
    );
  });

  it('names the rules with their summaries wherever levels are given', () => {
    expect(schema.properties?.rules?.allOf).toEqual([{ $ref: '#/definitions/rules' }]);
    expect(schema.properties?.overrides?.items?.properties?.rules?.allOf).toEqual([
      { $ref: '#/definitions/rules' },
    ]);
    const rules = schema.definitions?.rules;
    expect(rules?.properties?.['age/young']?.description).toBe('Asks for young people');
    expect(rules?.additionalProperties).toBe(false);
    expect(Object.keys(rules?.properties ?? {}).slice(-2)).toEqual(['age/recent-graduate', 'age/young']);
    expect(rules?.properties).toHaveProperty('gender');
  });
});
