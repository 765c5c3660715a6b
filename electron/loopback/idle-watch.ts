/** Ends the program when nobody uses it any more: a browser host has no window whose closing would. */

export interface IdleOptions {
  /** Milliseconds without a page and without work after which the program ends. */
  readonly grace?: number;
  /** The same before the first page came: a browser may start slowly, or the person has to allow it. */
  readonly patience?: number;
}

/** Counts what goes on (pages, requests, jobs); when nothing does, a timer runs. */
export class IdleWatch {
  readonly #grace: number;
  readonly #onIdle: () => void;
  readonly #busy = new Set<unknown>();
  #timer: NodeJS.Timeout | undefined;
  #pageSeen = false;
  readonly #patience: number;

  constructor({ grace = 20_000, patience = 600_000 }: IdleOptions, onIdle: () => void) {
    this.#grace = grace;
    this.#patience = patience;
    this.#onIdle = onIdle;
    this.#wait();
  }

  /** @param what stands for itself: the same value ends it again */
  begin(what: unknown): void {
    this.#busy.add(what);
    clearTimeout(this.#timer);
  }

  /** @returns whether it was going on */
  end(what: unknown): boolean {
    const known = this.#busy.delete(what);
    if (known && this.#busy.size === 0) this.#wait();
    return known;
  }

  /** From the first page on the short wait counts. */
  pageSeen(): void {
    this.#pageSeen = true;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#busy.add(this);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onIdle, this.#pageSeen ? this.#grace : this.#patience);
    this.#timer.unref();
  }
}
