import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHost } from '../../electron/host/host.ts';
import { startLoopback } from '../../electron/loopback/loopback.ts';
import type { HostEvent, HostInfo, Outcome } from '../../shared/contract/result.ts';
import { resources, temporaryFolder } from '../fixtures/portfolio.ts';
import { contractSuite } from './suite.ts';

/** Reads server-sent events off a stream, as EventSource does. */
async function listen(response: Response, listeners: Set<(event: HostEvent) => void>): Promise<void> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block.split('\n').flatMap((line) => (line.startsWith('data:') ? [line.slice(5).trim()] : []));
      if (data.length > 0) for (const listener of listeners) listener(JSON.parse(data.join('\n')) as HostEvent);
    }
  }
}

contractSuite('over HTTP', async () => {
  const folder = temporaryFolder();
  const launcherDir = join(folder, 'launch');
  mkdirSync(launcherDir);
  const host = await createHost({
    kind: 'browser',
    version: 'test',
    userData: join(folder, 'data'),
    documents: join(folder, 'documents'),
    resources,
  });
  const loopback = await startLoopback({ host, rendererDir: folder, launcherDir });
  const address = /http:\/\/127\.0\.0\.1:\d+\/launch\?t=[\w-]+/.exec(readFileSync(await loopback.writeLauncher(), 'utf8'))?.[0] as string;
  const cookie = (await fetch(address)).headers.get('set-cookie')?.split(';')[0] as string;
  const headers = { cookie, origin: loopback.origin, 'content-type': 'application/json', 'x-schakel': '1' };
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(loopback.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.status === 204 ? undefined : response.json();
  };
  const listeners = new Set<(event: HostEvent) => void>();
  const aborter = new AbortController();
  const events = await fetch(`${loopback.origin}/events`, { headers: { cookie }, signal: aborter.signal });
  listen(events, listeners).catch(() => undefined);
  return {
    api: {
      run: async (name, input, options) => (await post('/run', { name, input, ...(options ? { options } : {}) })) as Outcome,
      cancel: async (job) => void (await post('/cancel', { job })),
      on(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      info: async () => (await (await fetch(`${loopback.origin}/info`, { headers })).json()) as HostInfo,
    },
    saved: async (ticket) => new Uint8Array(await (await fetch(`${loopback.origin}/ticket/${ticket}`, { headers: { cookie } })).arrayBuffer()),
    async close() {
      aborter.abort();
      await loopback.close();
      await host.close();
    },
  };
});
