type CamelCase<Name> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;

/** What `camelCased` makes of a value. */
export type CamelCased<Value> = Value extends readonly (infer Item)[]
  ? CamelCased<Item>[]
  : Value extends object
    ? { [Name in keyof Value as CamelCase<Name>]: CamelCased<Value[Name]> }
    : Value;

/** An answer of the API with its fields spelled as in JavaScript, all the way down. Not for JSON that is somebody else's. */
export function camelCased<Value>(value: Value): CamelCased<Value> {
  const rename = (name: string) => name.replaceAll(/_(.)/g, (_, first: string) => first.toUpperCase());
  return withNames(value, rename) as CamelCased<Value>;
}

/** The other way round, for what is sent. */
export function snakeCased(value: object): object {
  return withNames(value, snakeCase) as object;
}

/** One name as the API spells it. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

function withNames(value: unknown, rename: (name: string) => string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withNames(item, rename));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [rename(name), withNames(inner, rename)]));
}
