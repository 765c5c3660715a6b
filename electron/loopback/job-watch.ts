/** Keeps the program alive while a job runs whose page is gone: closing a tab must not cut an import in two. */
import type { HostEvent, Outcome } from '../../shared/contract/result.ts';
import type { IdleWatch } from './idle-watch.ts';

export class JobWatch {
  readonly #idle: IdleWatch;
  /** Jobs whose end came before their start was answered. */
  readonly #overtaken = new Set<string>();

  constructor(idle: IdleWatch) {
    this.#idle = idle;
  }

  /** @param outcome what `run` answered; a job's says `{ job }` */
  started(outcome: Outcome): void {
    const value = outcome.ok ? outcome.value : null;
    const job = typeof value === 'object' && value !== null && 'job' in value ? value.job : undefined;
    if (typeof job === 'string' && !this.#overtaken.delete(job)) this.#idle.begin(`job:${job}`);
  }

  notice(event: HostEvent): void {
    if (event.type === 'jobEnded' && !this.#idle.end(`job:${event.job}`)) this.#overtaken.add(event.job);
  }
}
