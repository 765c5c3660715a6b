/** What every host answers, and what it tells by itself. */

export const errorCodes = [
  'invalid_input',
  'not_found',
  'conflict',
  'not_allowed',
  'cancelled',
  'db_busy',
  'db_readonly',
  'db_corrupt',
  'db_from_future',
  'disk_full',
  'host_closed',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface Failure {
  readonly code: ErrorCode;
  /** One or two plain sentences in the user's language: what happened, what was kept, what to do. */
  readonly message: string;
  /** Where in the input, and what the message needs. */
  readonly details?: { readonly path?: readonly (string | number)[]; readonly reason?: string } & Record<string, unknown>;
  readonly correlationId: string;
}

/** @typeParam T the operation's output; for a job `{ job: string }` until `on` brings its end */
export type Outcome<T = unknown> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Grows with every change to the open portfolio. */
      readonly revision: number;
      /** Tables that the operation read; when one of them changes, the value may be stale. */
      readonly tables: readonly string[];
    }
  | { readonly ok: false; readonly error: Failure };

/** What a host tells without being asked. */
export type HostEvent =
  /** Something was written, undone or redone; `undo` and `redo` are the operations that are now next in line. */
  | { readonly type: 'changed'; readonly revision: number; readonly tables: readonly string[] }
  /** Another portfolio was opened, or the open one closed. */
  | { readonly type: 'portfolio' }
  | { readonly type: 'progress'; readonly job: string; readonly done: number; readonly total: number; readonly step: string }
  | { readonly type: 'jobEnded'; readonly job: string; readonly outcome: Outcome }
  /** A file is ready under a ticket; a browser fetches it now, elsewhere it is on the disk already. */
  | { readonly type: 'file'; readonly ticket: string; readonly name: string }
  /** The menu or another start of the program asks the window for something: 'undo', 'open', 'print', 'help' ... */
  | { readonly type: 'request'; readonly request: string };

export interface HostInfo {
  readonly host: 'electron' | 'browser' | 'cli';
  readonly version: string;
  readonly platform: string;
  /** Whether the host has its own file dialogs; else files go up and down through the page. */
  readonly dialogs: boolean;
}

/** The four functions that a page sees of its host. */
export interface HostApi {
  /** @param options.group writes with the same group become one step for undo */
  run(name: string, input: unknown, options?: { readonly group?: string }): Promise<Outcome>;
  cancel(job: string): Promise<void>;
  on(listener: (event: HostEvent) => void): () => void;
  info(): Promise<HostInfo>;
}
