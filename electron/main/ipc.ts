/** The page's four functions over IPC: three calls and one push, and nothing else. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { HostEvent, Outcome } from '../../shared/contract/result.ts';
import type { Host } from '../host/host-types.ts';
import { isOwnFrame } from './own-page.ts';

export const eventChannel = 'schakel:event';

/** Told of every call that was answered, so that the menu can follow the settings. */
export type AfterRun = (name: string, outcome: Outcome) => void;

/** @throws to the caller when a call does not come from the page itself */
export function registerIpc(host: Host, afterRun: AfterRun): void {
  handle('schakel:run', async (name, input, options) => {
    if (typeof name !== 'string') throw new TypeError('name');
    const outcome = await host.run(name, input, groupOf(options));
    afterRun(name, outcome);
    return outcome;
  });
  handle('schakel:cancel', (job) => {
    if (typeof job !== 'string') throw new TypeError('job');
    host.cancel(job);
  });
  handle('schakel:info', () => host.info());
}

/** The only place where a call from a page comes in. */
function handle(channel: string, answer: (...args: readonly unknown[]) => unknown): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...args: readonly unknown[]) => {
    if (!isOwnFrame(event.senderFrame)) throw new Error('refused: this page may not call Schakel');
    return answer(...args);
  });
}

function groupOf(options: unknown): { readonly group: string } | undefined {
  const group = typeof options === 'object' && options !== null && 'group' in options ? options.group : undefined;
  return typeof group === 'string' ? { group } : undefined;
}

interface Receiver {
  isDestroyed(): boolean;
  send(channel: string, event: HostEvent): void;
}

/** @param contents the page, when there is one */
export function pushEvent(contents: Receiver | undefined, event: HostEvent): void {
  if (contents && !contents.isDestroyed()) contents.send(eventChannel, event);
}
