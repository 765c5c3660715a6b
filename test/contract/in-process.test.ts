import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHost } from '../../electron/host/host.ts';
import { resources, temporaryFolder } from '../fixtures/portfolio.ts';
import { contractSuite } from './suite.ts';

contractSuite('in process', async () => {
  const folder = temporaryFolder();
  const places = new Map<string, string>();
  let next = 0;
  const host = await createHost({
    kind: 'cli',
    version: 'test',
    userData: join(folder, 'data'),
    documents: join(folder, 'documents'),
    resources,
    chooser: {
      open: async () => null,
      save: async (_kind, name) => {
        next += 1;
        const path = join(folder, `${next}-${name}`);
        places.set('last', path);
        return path;
      },
    },
  });
  return {
    api: { run: host.run.bind(host), cancel: async (job) => host.cancel(job), on: host.on.bind(host), info: async () => host.info() },
    saved: async () => readFileSync(places.get('last') as string),
    close: () => host.close(),
  };
});
