import fc from 'fast-check';
import type { Scene, SceneName } from './create-scene.ts';

/*
 * Requests are composed before the scene they are sent in exists, so that they can be repeated and made smaller in
 * another one. Where they mean a value of it they say so by name: `~~mine.alice_token~~`, or `~~mine.alice_token!cut~~` for
 * a damaged one. Neither JSON nor percent-encoding changes these characters.
 */

const damages = {
  cut: (value: string) => value.slice(0, -1),
  flip: (value: string) => {
    const middle = value.length >> 1;
    return value.slice(0, middle) + (value[middle] === 'b' ? 'c' : 'b') + value.slice(middle + 1);
  },
  upper: (value: string) => value.toUpperCase(),
  twice: (value: string) => value + value,
  /** RFC 7515 section 3.6: an unsigned token. */
  unsigned: (value: string) => `eyJhbGciOiJub25lIn0.${value.split('.')[1] ?? ''}.`,
} as const;

export type Damage = keyof typeof damages;

export const damage: fc.Arbitrary<Damage> = fc.constantFrom(...(Object.keys(damages) as Damage[]));

export function refer(name: SceneName, damage?: Damage): string {
  return damage === undefined ? `~~${name}~~` : `~~${name}!${damage}~~`;
}

/** The text with each reference damaged. */
export function damageReferences(text: string, damage: Damage): string {
  return text.replaceAll(/~~([\w.]+)~~/g, `~~$1!${damage}~~`);
}

/** The text with each reference replaced by the value it stands for. */
export function resolveReferences(text: string, scene: Scene): string {
  return text.replaceAll(/~~([\w.]+)(?:!(\w+))?~~/g, (whole, name: SceneName, damage?: Damage) => {
    const value = scene[name] ?? whole;
    return damage === undefined ? value : (damages[damage]?.(value) ?? value);
  });
}
