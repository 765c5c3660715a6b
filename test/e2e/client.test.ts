/** The page's own client, in both hosts: calls, events, and files that go in and out by ticket. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HostApi, HostEvent, Outcome } from '../../shared/contract/result.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';

declare global {
  interface Window {
    testClient: HostApi;
    testEvents: HostEvent[];
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-client-'));
let clientSource = '';
let app: RunningApp | undefined;

beforeAll(async () => {
  const bundle = await build({
    stdin: {
      contents: "import { createClient } from './renderer/client/client.ts'; window.testClient = createClient();",
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    write: false,
  });
  clientSource = bundle.outputFiles[0]?.text ?? '';
});
afterEach(async () => {
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the app with a client for the test in its page. */
async function start(kind: HostKind): Promise<RunningApp> {
  app = await launchApp({ kind });
  // Over the debugger, so past the content security policy that would refuse it.
  await app.page.evaluate(clientSource);
  await app.page.evaluate(() => {
    window.testEvents = [];
    window.testClient.on((event) => window.testEvents.push(event));
  });
  return app;
}

async function value<T>(running: RunningApp, name: string, input: unknown): Promise<T> {
  const outcome = await running.page.evaluate<Outcome, [string, unknown]>(
    ([operation, given]) => window.testClient.run(operation, given),
    [name, input],
  );
  if (!outcome.ok) throw new Error(`${name}: ${outcome.error.message}`);
  return outcome.value as T;
}

const sqliteMagic = 'SQLite format 3';

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  it('answers, and tells what changed', async () => {
    const running = await start(kind);
    expect(await running.page.evaluate(() => window.testClient.info())).toMatchObject({
      host: kind === 'electron' ? 'electron' : 'browser',
      dialogs: kind === 'electron',
    });
    await value(running, 'portfolio.create', { name: 'Een', content: 'empty' });
    await value(running, 'portfolio.update', { name: 'Twee' });
    await expect
      .poll(() => running.page.evaluate(() => window.testEvents.map(({ type }) => type)))
      .toEqual(expect.arrayContaining(['portfolio', 'changed']));
    const refused = await running.page.evaluate(() => window.testClient.run('portfolio.update', { name: '' }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it('stops listening when asked', async () => {
    const running = await start(kind);
    const heard = await running.page.evaluate(async () => {
      const events: string[] = [];
      const stop = window.testClient.on(({ type }) => events.push(type));
      await window.testClient.run('portfolio.create', { name: 'Een', content: 'empty' });
      await new Promise((resolve) => setTimeout(resolve, 200));
      stop();
      const before = events.length;
      await window.testClient.run('portfolio.update', { name: 'Twee' });
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { before, after: events.length };
    });
    expect(heard.before).toBeGreaterThan(0);
    expect(heard.after).toBe(heard.before);
  });

  it('saves a copy and opens it again', async () => {
    const running = await start(kind);
    const copy = path.join(folder, `${kind}.schakel`);
    await value(running, 'portfolio.create', { name: 'Bewaard', content: 'empty' });
    const { saved } = await running.willSave(copy);
    const { ticket } = await value<{ ticket: string }>(running, 'ticket.create', { purpose: 'save', kind: 'portfolio', name: 'kopie.schakel' });
    await value(running, 'portfolio.export', { to: ticket });
    const ended = () => running.page.evaluate(() => window.testEvents.find(({ type }) => type === 'jobEnded'));
    await expect.poll(ended, { timeout: 15_000 }).toMatchObject({ outcome: { ok: true } });
    await saved;
    await expect.poll(() => existsSync(copy)).toBe(true);
    expect(readFileSync(copy).subarray(0, sqliteMagic.length).toString()).toBe(sqliteMagic);

    await value(running, 'portfolio.update', { name: 'Anders' });
    await running.willOpen(copy);
    const opened = await value<{ ticket: string }>(running, 'ticket.create', { purpose: 'open', kind: 'portfolio' });
    await value(running, 'portfolio.link', { ticket: opened.ticket });
    expect(await value(running, 'portfolio.get', {})).toMatchObject({ name: 'Bewaard' });
  });

  it('a dismissed file window gives no ticket', async () => {
    const running = await start(kind);
    await running.willOpen(null);
    expect(await value(running, 'ticket.create', { purpose: 'open', kind: 'portfolio' })).toEqual({ ticket: null });
  });
});

describe('loopback', () => {
  it('says in words that the program has gone', async () => {
    const running = await start('loopback');
    await running.page.route('**/run', (route) => route.abort('connectionrefused'));
    expect(await running.page.evaluate(() => window.testClient.run('portfolio.list', {}))).toMatchObject({
      ok: false,
      error: { code: 'host_closed' },
    });
  });
});
