/** The loopback host as a process of its own, as it runs at a person's. Says on its output where its launcher file is. */
import path from 'node:path';
import { createHost } from '../../electron/host/host.ts';
import { startLoopback } from '../../electron/loopback/loopback.ts';

const [userData = '', root = ''] = process.argv.slice(2);
const documents = path.join(userData, 'documents');
const host = await createHost({
  kind: 'browser',
  version: '0.0.0-test',
  userData,
  documents,
  resources: path.join(root, 'resources'),
});
const loopback = await startLoopback({
  host,
  rendererDir: path.join(root, 'dist/renderer'),
  launcherDir: userData,
  onIdle: () => void end(),
});

async function end(): Promise<void> {
  await loopback.close();
  await host.close();
  process.exit(0);
}

// The runner asks for the end by closing the pipe, and closes it as well when it is killed.
process.stdin.on('end', () => void end()).resume();
console.log(JSON.stringify({ launcher: await loopback.writeLauncher(), origin: loopback.origin }));
