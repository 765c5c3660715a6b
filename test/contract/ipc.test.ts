import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHost } from '../../electron/host/host.ts';
import type { Host } from '../../electron/host/host-types.ts';
import { pushEvent, registerIpc } from '../../electron/main/ipc.ts';
import type { HostEvent, HostInfo, Outcome } from '../../shared/contract/result.ts';
import { control } from '../electron-double/electron.ts';
import { resources, temporaryFolder } from '../fixtures/portfolio.ts';
import { contractSuite } from './suite.ts';

/** The program registers its channels once; each test has a host of its own behind them. */
const behind: { host: Host | null } = { host: null };
registerIpc(new Proxy({} as Host, { get: (_none, name) => Reflect.get(behind.host as Host, name).bind(behind.host) }), () => undefined);

contractSuite('over IPC', async () => {
  const folder = temporaryFolder();
  let last = '';
  const host = await createHost({
    kind: 'electron',
    version: 'test',
    userData: join(folder, 'data'),
    documents: join(folder, 'documents'),
    resources,
    chooser: {
      open: async () => null,
      save: async (_kind, name) => {
        last = join(folder, name);
        return last;
      },
    },
  });
  behind.host = host;
  const listeners = new Set<(event: HostEvent) => void>();
  const page = {
    isDestroyed: () => false,
    send: (_channel: string, event: HostEvent) => {
      for (const listener of listeners) listener(structuredClone(event));
    },
  };
  host.on((event) => pushEvent(page, event));
  return {
    api: {
      run: async (name, input, options) => (await control.invoke('schakel:run', [name, input, options])) as Outcome,
      cancel: async (job) => void (await control.invoke('schakel:cancel', [job])),
      on(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      info: async () => (await control.invoke('schakel:info')) as HostInfo,
    },
    saved: async () => readFileSync(last),
    close: () => host.close(),
  };
});
