import fc from 'fast-check';
import { z } from 'zod';
import { type JsonEntry, type JsonTree, treeOf } from './json-tree.ts';
import { knownText, rowId } from './known-values.ts';

/** The part of JSON Schema that the contract comes out as. */
interface JsonSchema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  not?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
}

/** Values that have the shape a schema asks for, and mostly mean something: they are what mutations start from. */
export function valueOf(schema: z.ZodType): fc.Arbitrary<JsonTree> {
  return valueOfJsonSchema(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as JsonSchema, '');
}

function valueOfJsonSchema(schema: JsonSchema, field: string): fc.Arbitrary<JsonTree> {
  if (schema.const !== undefined) return fc.constant(treeOf(schema.const));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum.map(treeOf));
  const choices = schema.anyOf ?? schema.oneOf;
  // A recursive choice is how "any JSON" looks.
  if (choices !== undefined && !choices.some(({ type }) => type === 'array'))
    return fc.oneof(...choices.map((choice) => valueOfJsonSchema(choice, field)));
  switch (schema.type) {
    case 'string':
      return textOf(schema, field).map(treeOf);
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -(2 ** 31)), max: schema.maximum ?? 100 }).map(treeOf);
    case 'boolean':
      return fc.boolean().map(treeOf);
    case 'null':
      return fc.constant(treeOf(null));
    case 'array':
      return fc
        .array(valueOfJsonSchema(schema.items ?? {}, field), {
          minLength: schema.minItems ?? 0,
          maxLength: schema.items?.not === undefined ? Math.min(schema.maxItems ?? 4, 4) : 0,
        })
        .map((items) => ({ items }));
    case 'object':
      return schema.properties === undefined ? anyJson : objectOf(schema.properties, schema.required ?? []);
    default:
      return knownText(field)?.map(treeOf) ?? anyJson;
  }
}

const anyJson = fc.jsonValue({ maxDepth: 3 }).map(treeOf);

function objectOf(properties: Record<string, JsonSchema>, required: string[]): fc.Arbitrary<JsonTree> {
  const entries = Object.entries(properties).map(([name, schema]) => {
    const entry = valueOfJsonSchema(schema, name).map((value): JsonEntry => [name, value]);
    return required.includes(name) ? entry : fc.option(entry, { freq: 2, nil: undefined });
  });
  return fc.tuple(...entries).map((given) => ({ entries: given.filter((entry) => entry !== undefined) }));
}

function textOf(schema: JsonSchema, field: string): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return rowId(field);
  const known = knownText(field);
  if (known !== undefined) return known;
  const ofFormat = textsByFormat[schema.format ?? ''];
  if (ofFormat !== undefined) return ofFormat;
  const [pattern] = [schema.pattern, ...(schema.allOf ?? []).map((part) => part.pattern)].filter(
    (candidate) => candidate !== undefined && candidate !== noNul,
  );
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({
    unit: 'grapheme',
    minLength: schema.minLength ?? 0,
    maxLength: Math.min(schema.maxLength ?? 40, 40),
  });
}

const textsByFormat: Partial<Record<string, fc.Arbitrary<string>>> = {
  uri: fc.webUrl(),
  base64: fc.base64String({ maxLength: 40 }),
  'date-time': fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .map((date) => date.toISOString()),
};

const noNul = '^[^\\0]*$';
