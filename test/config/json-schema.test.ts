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
    const objects = [schema, schema.properties?.employer, schema.properties?.overrides?.items];
    for (const object of objects) {
      expect(object?.additionalProperties).toBe(false);
      for (const [key, value] of Object.entries(object?.properties ?? {}))
        expect(value.description, key).toBeTruthy();
    }
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
