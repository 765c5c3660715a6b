/** Runs one job beside the window, on a connection of its own: read-only, unless the job is one that writes. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { Connection } from '../../db/connection.ts';
import { runJob } from '../../db/dispatch.ts';
import { prepareConnection } from '../../db/safety/open.ts';
import { Refusal } from '../../db/safety/refusal.ts';
import { readSource } from './files.ts';
import type { JobMessage, JobRequest } from './jobs.ts';

const request = workerData as JobRequest;
const stopped = new Int32Array(request.stop);
const send = (message: JobMessage, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer);

const raw = new Database(request.file, { readonly: !request.writes, timeout: 5000 });
try {
  if (request.writes) prepareConnection(raw);
  // one moment for the whole job: what is written meanwhile is not half in it
  else raw.exec('BEGIN');
  const { outcome, changed, file } = await runJob(
    new Connection(raw),
    request.name,
    request.input,
    {
      ...request.context,
      now: () => new Date(request.now),
      report: (error, correlationId) => send({ type: 'report', stack: String((error as Error)?.stack ?? error), correlationId }),
    },
    {
      progress: (done, total, step) => send({ type: 'progress', done, total, step }),
      checkpoint: () => {
        if (Atomics.load(stopped, 0) === 1) throw new Refusal('cancelled', 'cancelled');
      },
      open: () => readSource(request.source),
      nameOf: () => request.sourceName,
    },
  );
  send({ type: 'ended', outcome, changed, ...(file ? { file } : {}) });
} finally {
  raw.close();
}
