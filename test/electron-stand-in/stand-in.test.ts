/** The stand-in itself: it leaves nothing behind, and what it cannot do is loud. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { electronProgram, root } from '../e2e/browsers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-'));
const executable = path.join(root, 'test/electron-stand-in/electron');
const env = { ...process.env, STAND_IN_NODE: process.execPath, TMPDIR: folder };

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

function program(name: string, source: string): string {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, source);
  return file;
}

function start(file: string): ChildProcess {
  return spawn(executable, [file, `--user-data-dir=${path.join(folder, 'data')}`], { env, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** @returns what it wrote until it ended by itself */
async function runToEnd(source: string): Promise<{ readonly code: number | null; readonly log: string }> {
  const child = start(program('once', source));
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    log += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, log };
}

/** Processes whose command line names a folder of this test. */
function ours(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${folder}/schakel-stand-in-`);
      } catch {
        return false;
      }
    });
}

const open =
  "import { app, BrowserWindow } from 'electron'; await app.whenReady(); const w = new BrowserWindow({}); await w.loadURL('about:blank').catch(() => {});";

describe('stand-in for Electron', () => {
  it('ends by itself and takes its folders along', async () => {
    expect(await runToEnd("import { app } from 'electron'; await app.whenReady(); app.quit();")).toMatchObject({ code: 0 });
    expect(readdirSync(folder).filter((name) => name.startsWith('schakel-stand-in-'))).toEqual([]);
    expect(ours()).toEqual([]);
  });

  it('is loud about what it does not imitate', async () => {
    const member = await runToEnd("import { app } from 'electron'; app.dock;");
    expect(member.log).toContain('app.dock is not implemented');
    expect(member.code).toBe(1);
    const name = await runToEnd("import { Tray } from 'electron';");
    expect(name.log).toContain("does not provide an export named 'Tray'");
    const late = await runToEnd("import { app, protocol } from 'electron'; await app.whenReady(); protocol.registerSchemesAsPrivileged([]);");
    expect(late.log).toContain('before app is ready');
    const unsafe = await runToEnd(
      "import { app, BrowserWindow } from 'electron'; await app.whenReady(); new BrowserWindow({ webPreferences: { sandbox: false } });",
    );
    expect(unsafe.log).toContain('only sandboxed');
  });

  it('Chromium goes when the stand-in is killed', async () => {
    const child = start(program('killed', open));
    await expect.poll(() => ours().length, { timeout: 10_000 }).toBeGreaterThan(1);
    child.kill('SIGKILL');
    await expect.poll(ours, { timeout: 10_000 }).toEqual([]);
    // Its folder could not be removed by a dead process: the next start does.
    await runToEnd("import { app } from 'electron'; await app.whenReady(); app.quit();");
    expect(readdirSync(folder).filter((name) => name.startsWith('schakel-stand-in-'))).toEqual([]);
  });

  it('goes when its test runner is killed', async () => {
    const playwright = pathToFileURL(path.join(root, 'node_modules/playwright-core/index.mjs')).href;
    const options = { executablePath: executable, args: [program('orphan', open), `--user-data-dir=${path.join(folder, 'orphan')}`] };
    const source = `import { _electron } from '${playwright}'; await _electron.launch(${JSON.stringify(options)}); console.log('up'); setInterval(() => {}, 1000);`;
    const runner = spawn(process.execPath, ['--input-type=module', '-e', source], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(runner.stdout, 'data');
    expect(ours().length).toBeGreaterThan(1);
    runner.kill('SIGKILL');
    await expect.poll(ours, { timeout: 10_000 }).toEqual([]);
  });

  it('is used only where there is no real Electron', () => {
    const { file, real } = electronProgram();
    expect(existsSync(file)).toBe(true);
    if (!real) expect(file).toBe(executable);
  });
});
