import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { browserCommands, openBrowser } from './open-browser.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A browser that writes down what it was asked to open. */
function browser(name: string, exit = 0): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho "$0 $@" >> ${folder}/opened\nexit ${exit}\n`, { mode: 0o755 });
  return file;
}
const opened = (): string => readFileSync(path.join(folder, 'opened'), 'utf8');

describe('openBrowser', () => {
  it('goes on to the next program when one fails, and says when there is none', async () => {
    browser('xdg-open', 3);
    const env = { PATH: `${folder}:/bin` };
    expect(await openBrowser('/a b.html', { platform: 'linux', env })).toBe(false);
    browser('firefox');
    expect(await openBrowser('/a b.html', { platform: 'linux', env })).toBe(true);
    expect(opened()).toMatch(/xdg-open \/a b\.html\n.*firefox \/a b\.html\n$/);
  });

  it('takes a browser that stays up as one that works', async () => {
    const file = path.join(folder, 'slow');
    writeFileSync(file, '#!/bin/sh\nsleep 1\n', { mode: 0o755 });
    expect(await openBrowser('/x.html', { platform: 'linux', env: { PATH: '/bin:/usr/bin', BROWSER: file }, patience: 100 })).toBe(true);
  });

  it('honours $BROWSER, with its %s and its list', () => {
    const commands = browserCommands('/x.html', 'linux', { BROWSER: 'one --new %s:two' });
    expect(commands.slice(0, 2)).toEqual([
      { program: 'one', args: ['--new', '/x.html'] },
      { program: 'two', args: ['/x.html'] },
    ]);
  });

  it('never sends a path through a shell', () => {
    const [windows] = browserCommands('C:\\R&D %x%\\a.html', 'win32', {});
    expect(windows).toEqual({ program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', 'C:\\R&D %x%\\a.html'] });
  });
});
