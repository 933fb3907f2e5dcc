import { UnreachableError } from '../errors/latchkey-error.ts';
import { openTabChannel, type TabChannel } from './tab-channel.ts';

/** What is known of a value at this moment. A value that is being read anew stays until the new one is there. */
export type Snapshot<Value> =
  | { status: 'pending'; promise: Promise<unknown> }
  | { status: 'ready'; value: Value }
  | { status: 'failed'; error: unknown };

/** A value of the server that is kept for those who show it, and read anew when something changed it. */
export interface Resource<Value> {
  /** The same object until something changes. Reads the value when nobody has yet. */
  getSnapshot(): Snapshot<Value>;
  /** Answers how to stop listening. */
  subscribe(listener: () => void): () => void;
  /** Reads the value anew; what is shown stays until it is there. */
  refresh(): Promise<void>;
}

/** Nobody looks at it any more: kept a little for who comes back, then forgotten. */
const keptUnusedMillis = 10_000;

/**
 * What hooks show. Keys are paths such as `users/1/api-keys`; whoever changes something on the server invalidates its path,
 * and everything at and below it is read anew, in the other tabs of the browser too.
 */
export class ResourceCache {
  readonly #resources = new Map<string, StoredResource<unknown>>();
  readonly #channel: TabChannel;

  constructor(channelName: string) {
    this.#channel = openTabChannel(channelName, (path) => this.#refreshBelow(path));
  }

  /** The resource of a key; `load` is how to read its value, and is used while the resource lives. */
  resource<Value>(key: string, load: () => Promise<Value>): Resource<Value> {
    // One key has one type: the keys and their loaders stand side by side.
    const known = this.#resources.get(key) as StoredResource<Value> | undefined;
    if (known !== undefined) return known;
    const created: StoredResource<Value> = new StoredResource(load, {
      join: () => {
        if (!this.#resources.has(key)) this.#resources.set(key, created);
      },
      leave: () => {
        if (this.#resources.get(key) === created) this.#resources.delete(key);
      },
    });
    this.#resources.set(key, created);
    this.#channel.listen();
    return created;
  }

  /** Has everything at and below these paths read anew, here and in other tabs. Resolves when what is shown here is new. */
  async invalidate(...paths: string[]): Promise<void> {
    for (const path of paths) this.#channel.post(path);
    await Promise.all(paths.map((path) => this.#refreshBelow(path)));
  }

  async #refreshBelow(path: string): Promise<void> {
    const affected = [...this.#resources].filter(([key]) => key === path || key.startsWith(`${path}/`));
    await Promise.all(affected.map(([, resource]) => resource.refresh()));
  }
}

/** How a resource stands in its cache: what does not hears of no change. */
interface Membership {
  join(): void;
  leave(): void;
}

class StoredResource<Value> implements Resource<Value> {
  readonly #load: () => Promise<Value>;
  readonly #membership: Membership;
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot<Value> | null = null;
  #reading: Promise<void> | undefined;
  #isForgotten = false;
  #expiry: ReturnType<typeof setTimeout> | undefined;

  constructor(load: () => Promise<Value>, membership: Membership) {
    this.#load = load;
    this.#membership = membership;
  }

  getSnapshot = (): Snapshot<Value> => {
    if (this.#snapshot === null) {
      // Not before the value is there: whoever waits for it has yet to subscribe.
      this.#snapshot = { status: 'pending', promise: this.#read().then(() => this.#expireUnlessUsed()) };
    }
    return this.#snapshot;
  };

  subscribe = (listener: () => void): (() => void) => {
    clearTimeout(this.#expiry);
    // What had been forgotten meanwhile has missed what changed.
    if (this.#isForgotten) {
      this.#isForgotten = false;
      this.#membership.join();
      void this.refresh();
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      this.#expireUnlessUsed();
    };
  };

  refresh = async (): Promise<void> => {
    if (this.#snapshot !== null) await this.#read();
  };

  /** The answer to the last question counts, whichever comes last, and everybody waits for that one. */
  #read(): Promise<void> {
    const reading: Promise<void> = this.#load()
      .then(
        (value): Snapshot<Value> => ({ status: 'ready', value }),
        (error: unknown): Snapshot<Value> => this.#afterFailure(error),
      )
      .then((snapshot): Promise<void> | undefined => {
        if (reading !== this.#reading) return this.#reading;
        this.#snapshot = snapshot;
        for (const listener of this.#listeners) listener();
        return undefined;
      });
    this.#reading = reading;
    return reading;
  }

  /** A server that is out of reach for a moment takes nothing away that is shown; what it says about the value counts. */
  #afterFailure(error: unknown): Snapshot<Value> {
    const shown = this.#snapshot;
    return error instanceof UnreachableError && shown?.status === 'ready' ? shown : { status: 'failed', error };
  }

  #expireUnlessUsed(): void {
    clearTimeout(this.#expiry);
    if (this.#listeners.size > 0) return;
    this.#expiry = setTimeout(() => {
      this.#isForgotten = true;
      this.#membership.leave();
    }, keptUnusedMillis);
    // Where a timer is an object (Node.js), it keeps the process alive.
    if (typeof this.#expiry === 'object') this.#expiry.unref();
  }
}
