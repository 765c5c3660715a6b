/** What both hosts must do alike: the page comes up, calls work, files go in and out. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { HostApi, Outcome } from '../../shared/contract/result.ts';
import { closeSharedBrowser } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';

/** `window.schakel` in Electron; in a browser the page keeps its client to itself, so the test makes one of its own. */
declare global {
  interface Window {
    readonly schakel?: HostApi;
  }
}

let app: RunningApp | undefined;
const folder = mkdtempSync(path.join(tmpdir(), 'schakel-hosts-'));

afterEach(async () => {
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs an operation from inside the page, over the host's own way. */
function run(running: RunningApp, name: string, input: unknown): Promise<Outcome> {
  return running.page.evaluate(
    async ([operation, given]) => {
      if (window.schakel) return window.schakel.run(operation as string, given);
      const headers = { 'x-schakel': '1', 'content-type': 'application/json' };
      return (await fetch('/run', { method: 'POST', headers, body: JSON.stringify({ name: operation, input: given }) })).json();
    },
    [name, input] as const,
  );
}

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  it('shows the page without a complaint of the content security policy', async () => {
    app = await launchApp({ kind });
    await app.page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0);
    expect(await app.page.title()).toContain('Schakel');
    expect(app.problems.filter((problem) => /security|refused/i.test(problem))).toEqual([]);
  });

  // catches: a picture that the host does not serve, that its policy refuses, or that is wider than the help
  it('shows the help with its pictures', async () => {
    app = await launchApp({ kind });
    await app.page.getByRole('button', { name: 'Voorbeeld openen' }).waitFor();
    await app.page.keyboard.press('F1');
    const picture = app.page.locator('aside img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
    const wide = await picture.evaluate((image) => [image.getBoundingClientRect().width, image.parentElement?.getBoundingClientRect().width ?? 0]);
    expect(wide[0]).toBeLessThanOrEqual(wide[1] as number);
    expect(app.problems).toEqual([]);
  });

  it('keeps what was done for the next start', async () => {
    const userData = path.join(folder, kind);
    app = await launchApp({ kind, userData });
    expect(await run(app, 'portfolio.create', { name: `Proef ${kind}`, content: 'empty' })).toMatchObject({ value: { name: `Proef ${kind}` } });
    expect(await run(app, 'portfolio.get', {})).toMatchObject({ ok: true, value: { name: `Proef ${kind}` } });
    await app.close();
    app = await launchApp({ kind, userData });
    const list = (await run(app, 'portfolio.list', {})) as Extract<Outcome, { ok: true }>;
    expect(list.value).toMatchObject({ recent: [{ name: `Proef ${kind}`, exists: true }] });
  });

  it('lets no page script, frame or address in from outside', async () => {
    app = await launchApp({ kind });
    const tried = await app.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.head.append(script);
      const frame = document.createElement('iframe');
      frame.src = location.href;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return {
        inline: 'ranInline' in window,
        node: 'require' in window || 'process' in window,
        network: await fetch('https://example.com/').then(
          () => 'fetched',
          () => 'refused',
        ),
        evaluated: await Promise.resolve()
          .then(() => new Function('return 1')())
          .catch(() => 'refused'),
        cookie: document.cookie,
      };
    });
    expect(tried).toEqual({ inline: false, node: false, network: 'refused', evaluated: 'refused', cookie: '' });
  });
});

describe('loopback', () => {
  it('takes its launcher file away and does not let its address be used again', async () => {
    app = await launchApp({ kind: 'loopback' });
    expect(app.page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const other = await app.page.context().browser()?.newContext();
    const stranger = await other?.newPage();
    const answer = await stranger?.goto(app.page.url());
    expect(answer?.status()).toBe(401);
    expect(await stranger?.getByRole('heading').textContent()).toBe('Start Schakel opnieuw');
    await other?.close();
  });

  it('a page on another port gets nothing, not even with the cookie of this browser', async () => {
    app = await launchApp({ kind: 'loopback' });
    const { createServer } = await import('node:http');
    const evil = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>evil</title>'));
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    const page = await app.page.context().newPage();
    await page.goto(`http://127.0.0.1:${(evil.address() as { port: number }).port}/`);
    const tried = await page.evaluate(async (target) => {
      const attempt = (init: RequestInit) =>
        fetch(`${target}run`, { method: 'POST', credentials: 'include', ...init }).then(
          (answer) => `answer ${answer.type} ${answer.status}`,
          () => 'refused',
        );
      const body = JSON.stringify({ name: 'portfolio.list', input: {} });
      return [
        await attempt({ headers: { 'content-type': 'application/json', 'x-schakel': '1' }, body }),
        await attempt({ headers: { 'content-type': 'text/plain' }, body }),
        await fetch(`${target}info`, { credentials: 'include' }).then(
          () => 'answer',
          () => 'refused',
        ),
      ];
    }, app.page.url());
    expect(tried).toEqual(['refused', 'refused', 'refused']);
    evil.close();
  });
});

describe('electron', () => {
  it('opens the file of a second start in the first window', async () => {
    const userData = path.join(folder, 'second');
    app = await launchApp({ kind: 'electron', userData });
    const created = (await run(app, 'portfolio.create', { name: 'Een', content: 'empty' })) as Extract<Outcome, { ok: true }>;
    await run(app, 'portfolio.unlink', {});
    const { path: file } = created.value as { path: string };
    expect(statSync(file).isFile()).toBe(true);
    const { spawnSync } = await import('node:child_process');
    const { electronProgram, root } = await import('./browsers.ts');
    const second = spawnSync(electronProgram().file, [path.join(root, 'dist/electron/main.js'), `--user-data-dir=${userData}`, file], {
      env: { ...process.env, STAND_IN_NODE: process.execPath },
      timeout: 40_000,
    });
    expect(second.status).toBe(0);
    await expect.poll(async () => (await run(app as RunningApp, 'portfolio.get', {})).ok, { timeout: 20_000 }).toBe(true);
    expect(app.electron?.windows()).toHaveLength(1);
  });

  it('comes back after its page has crashed', async () => {
    app = await launchApp({ kind: 'electron' });
    if (app.real) return; // a real one: see RELEASE-CHECKLIST
    await app.electron?.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    });
    const again = app.electron?.evaluate(
      ({ BrowserWindow }) => new Promise((resolve) => BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => resolve('loaded'))),
    );
    const session = await app.page.context().newCDPSession(app.page);
    // The page dies with the answer.
    await session.send('Page.crash').catch(() => {});
    expect(await again).toBe('loaded');
  });

  it('saves the place of its window', async () => {
    const userData = path.join(folder, 'place');
    app = await launchApp({ kind: 'electron', userData });
    await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 1200, height: 700 }));
    await app.close();
    expect(JSON.parse(readFileSync(path.join(userData, 'window.json'), 'utf8'))).toMatchObject({ x: 40, y: 50, width: 1200, height: 700 });
    app = undefined;
  });
});
