/** Jobs: work of over a second, beside the window, with progress and a stop. */
import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { DispatchContext } from '../../db/dispatch.ts';
import type { Outcome } from '../../shared/contract/result.ts';

export interface JobRequest {
  readonly file: string;
  readonly name: string;
  readonly input: unknown;
  readonly now: number;
  readonly context: Pick<DispatchContext, 'language' | 'actor' | 'device' | 'resources'>;
  /** The job changes the portfolio. */
  readonly writes: boolean;
  /** The file that it reads, where it reads one. */
  readonly source: string | null;
  /** What that file is called by whoever chose it. */
  readonly sourceName: string;
  /** One number: 1 is 'stop'. */
  readonly stop: SharedArrayBuffer;
}

export interface JobFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type JobMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly step: string }
  | { readonly type: 'report'; readonly stack: string; readonly correlationId: string }
  | { readonly type: 'ended'; readonly outcome: Outcome; readonly changed: readonly string[]; readonly file?: JobFile };

export interface JobListener {
  progress(job: string, done: number, total: number, step: string): void;
  /** The job came to an end; whatever this returns is its outcome. */
  ended(job: string, outcome: Outcome, file: JobFile | undefined): Outcome;
  /** A job wrote in these tables; told before its end. */
  changed(tables: readonly string[]): void;
  report(stack: string, correlationId: string): void;
  /** The outcome of a job whose worker died. */
  died(error: unknown): Outcome;
}

/** How long a job that was told to stop may take to notice before it is ended. */
const PATIENCE = 3000;
/** Beside this file: bundled as .js, in the repository as .ts. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './job-worker.ts' : './job-worker.js', import.meta.url);

interface Running {
  readonly worker: Worker;
  readonly stop: Int32Array;
}

export class Jobs {
  readonly #running = new Map<string, Running>();
  readonly #ended = new Map<string, Outcome>();
  readonly #listener: JobListener;

  constructor(listener: JobListener) {
    this.#listener = listener;
  }

  start(request: Omit<JobRequest, 'stop'>): string {
    const job = randomUUID();
    const stop = new SharedArrayBuffer(4);
    const worker = new Worker(workerFile, { workerData: { ...request, stop } });
    this.#running.set(job, { worker, stop: new Int32Array(stop) });
    worker.on('message', (message: JobMessage) => this.#message(job, message));
    worker.on('error', (error) => this.#end(job, this.#listener.died(error), undefined));
    worker.on('exit', () => this.#running.has(job) && this.#end(job, this.#listener.died(new Error('the worker ended')), undefined));
    return job;
  }

  #message(job: string, message: JobMessage): void {
    if (message.type === 'progress') this.#listener.progress(job, message.done, message.total, message.step);
    else if (message.type === 'report') this.#listener.report(message.stack, message.correlationId);
    else {
      if (message.changed.length > 0) this.#listener.changed(message.changed);
      this.#end(job, message.outcome, message.file);
    }
  }

  #end(job: string, outcome: Outcome, file: JobFile | undefined): void {
    if (!this.#running.delete(job)) return;
    this.#ended.set(job, this.#listener.ended(job, outcome, file));
    // the last few, for a page that asks late
    for (const old of [...this.#ended.keys()].slice(0, -50)) this.#ended.delete(old);
  }

  outcome(job: string): Outcome | 'running' | undefined {
    return this.#running.has(job) ? 'running' : this.#ended.get(job);
  }

  /** Tells a job to stop; one that does not listen is ended. */
  cancel(job: string, outcome: Outcome): void {
    const running = this.#running.get(job);
    if (!running) return;
    Atomics.store(running.stop, 0, 1);
    setTimeout(() => {
      if (!this.#running.has(job)) return;
      this.#end(job, outcome, undefined);
      void running.worker.terminate();
    }, PATIENCE).unref();
  }

  /** Ends every job now, with this outcome: nothing reads the portfolio any more. */
  async stop(outcome: Outcome): Promise<void> {
    const running = [...this.#running];
    for (const [job] of running) this.#end(job, outcome, undefined);
    await Promise.all(running.map(([, { worker }]) => worker.terminate()));
  }
}
