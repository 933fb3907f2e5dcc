/** What has to be closed, in the opposite order of opening. */
export class Shutdown {
  readonly #steps: (() => Promise<unknown>)[] = [];
  #done: Promise<void> | undefined;

  /** @param close ends something that was just started */
  add(close: () => Promise<unknown>): void {
    this.#steps.unshift(close);
  }

  /** Closes everything once, however often it is called; one step's failure does not keep the others from running. */
  run(): Promise<void> {
    this.#done ??= this.#closeAll();
    return this.#done;
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.#steps) {
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be closed');
  }
}
