import type { Scene } from './scene.ts';

/** One section of the documentation, as a list of guarantees. */
export interface Chapter {
  title: string;
  /** What the reader may rely on, each with the code that shows it and throws where it does not hold. */
  guarantees: Record<string, (scene: Scene) => Promise<void>>;
}
