/** One check for each thing that the Electron program promises. They run on the double, in a test and against mutants. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FakeHost } from '../fixtures/fake-host.ts';
import { type Check, pause } from './check.ts';
import { secret } from './loopback-target.ts';

export interface ElectronUnderTest {
  readonly electron: typeof import('../electron-double/electron.ts');
  readonly host: FakeHost;
  /** A module of the program, by its path from the root. */
  readonly load: (file: string) => Promise<Record<string, never>>;
}

/** Starts the program, with these arguments behind its name. */
export type StartProgram = (argv?: readonly string[]) => Promise<ElectronUnderTest>;

let hooked = false;

/** For the mutants: a program in a folder, with the double and the fake host in the place of the real ones. */
export function startProgramIn(folder: string): StartProgram {
  const tag = encodeURIComponent(path.basename(folder));
  const at = (file: string): string => `${new URL(file, import.meta.url).href}?${tag}`;
  hookOnce();
  return async (argv = []) => {
    const electron = (await import(at('../electron-double/electron.ts'))) as ElectronUnderTest['electron'];
    const { hosts } = await import(at('../fixtures/fake-host.ts'));
    const load = (file: string) => import(pathToFileURL(path.join(folder, file)).href);
    return withArgv(argv, async () => {
      await load('electron/main/main.ts');
      return { electron, host: hosts[0], load };
    });
  };
}

export async function withArgv<T>(argv: readonly string[], run: () => Promise<T>): Promise<T> {
  const before = process.argv;
  process.argv = ['electron', 'main.js', ...argv];
  try {
    return await run();
  } finally {
    process.argv = before;
  }
}

function hookOnce(): void {
  if (hooked) return;
  hooked = true;
  const standIn = (file: string, parent: string): { url: string; shortCircuit: true } => {
    const [tag = ''] = /schakel-mutant-[^/]+/.exec(parent) ?? [];
    return { url: `${new URL(file, import.meta.url).href}?${tag}`, shortCircuit: true };
  };
  registerHooks({
    resolve(name, context, next) {
      const parent = context.parentURL ?? '';
      if (name === 'electron') return standIn('../electron-double/electron.ts', parent);
      if (name.endsWith('/host/host.ts') && parent.includes('/main/')) return standIn('../fixtures/fake-host.ts', parent);
      return next(name, context);
    },
  });
}

const check = (name: string, body: (started: ElectronUnderTest) => Promise<void> | void, argv: readonly string[] = []): Check<StartProgram> => ({
  name,
  run: async (start) => body(await start(argv)),
});

const onlyWindow = ({ electron }: ElectronUnderTest) => {
  const [window] = electron.control.windows;
  assert.ok(window, 'a window');
  return window;
};

const bridge: readonly Check<StartProgram>[] = [
  check('there are exactly three channels', ({ electron }) => {
    assert.deepEqual(electron.control.channels(), ['schakel:cancel', 'schakel:info', 'schakel:run']);
  }),
  check('only the page itself may call', async ({ electron, host }) => {
    const before = host.calls.length;
    const own = 'app://schakel/index.html';
    const strangers = [
      { url: 'app://schakel.evil/index.html', parent: null },
      { url: 'app://evil/app://schakel/', parent: null },
      { url: 'https://schakel/index.html', parent: null },
      { url: 'file:///app://schakel/index.html', parent: null },
      { url: 'app://schakel:1/index.html', parent: null },
      { url: 'about:blank', parent: null },
      { url: '', parent: null },
      { url: own, parent: { url: own } },
      null,
    ];
    for (const frame of strangers) {
      for (const channel of electron.control.channels())
        await assert.rejects(electron.control.invoke(channel, ['echo', 1], frame), /refused/, JSON.stringify(frame));
    }
    assert.equal(host.calls.length, before);
    assert.deepEqual(await electron.control.invoke('schakel:run', ['echo', { a: 1 }, { group: 'g' }]), {
      ok: true,
      value: { a: 1 },
      revision: 1,
      tables: [],
    });
    assert.equal(host.calls.at(-1)?.group, 'g');
  }),
  check('names must be texts', async ({ electron }) => {
    await assert.rejects(electron.control.invoke('schakel:run', [{}]), TypeError);
    await assert.rejects(electron.control.invoke('schakel:cancel', [1]), TypeError);
  }),
  check('what the host tells reaches the page, and a page that has gone is no fault', (started) => {
    const window = onlyWindow(started);
    started.host.emit({ type: 'changed', revision: 2, tables: ['person'] });
    assert.deepEqual(window.webContents.sent, [{ channel: 'schakel:event', event: { type: 'changed', revision: 2, tables: ['person'] } }]);
    window.webContents.destroyed = true;
    started.host.emit({ type: 'changed', revision: 3, tables: [] });
    window.closeByPerson();
    started.host.emit({ type: 'changed', revision: 4, tables: [] });
  }),
];

const page: readonly Check<StartProgram>[] = [
  check('the scheme is registered before ready and bypasses nothing', ({ electron }) => {
    const [call] = electron.control.named('protocol.registerSchemesAsPrivileged');
    const [scheme] = call?.args[0] ?? [];
    assert.equal(scheme?.scheme, 'app');
    assert.ok(scheme.privileges.standard && scheme.privileges.secure);
    assert.ok(!scheme.privileges.bypassCSP && !scheme.privileges.allowServiceWorkers && !scheme.privileges.corsEnabled);
    assert.equal(electron.control.named('app.enableSandbox').length, 1);
  }),
  check('the page has no Node and no way round the sandbox', (started) => {
    const { webPreferences } = onlyWindow(started).options;
    assert.equal(webPreferences?.sandbox, true);
    assert.equal(webPreferences.contextIsolation, true);
    assert.equal(webPreferences.nodeIntegration, false);
    assert.equal(webPreferences.webviewTag, false);
    assert.equal(webPreferences.spellcheck, false);
    for (const risky of [
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'nodeIntegrationInSubFrames',
      'nodeIntegrationInWorker',
    ]) {
      assert.ok(!(risky in webPreferences), risky);
    }
    assert.match(webPreferences.preload ?? '', /preload\.cjs$/);
  }),
  check('the page may not leave', (started) => {
    const { webContents } = onlyWindow(started);
    const refused = [
      'https://example.com/',
      'app://schakel.evil/',
      'file:///etc/passwd',
      'javascript:1',
      'data:text/html,x',
      'about:blank',
      'nonsense',
    ];
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      for (const url of [...refused, 'app://schakel/index.html']) {
        let prevented = false;
        webContents.emit(event, { url, preventDefault: () => (prevented = true) });
        assert.equal(prevented, refused.includes(url), `${event} ${url}`);
      }
    }
  }),
  check('no new windows, and only https and mailto go outside', (started) => {
    const { webContents } = onlyWindow(started);
    const outside = ['https://example.com/a', 'mailto:a@example.com'];
    const nowhere = [
      'http://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'smb://host/share',
      'ms-msdt:x',
      'app://schakel/',
      'https//x',
      '',
    ];
    for (const url of [...outside, ...nowhere]) {
      const answer = webContents.openHandler?.({
        url,
        frameName: '',
        features: '',
        disposition: 'new-window',
        referrer: { url: '', policy: 'no-referrer' },
      } as never);
      assert.deepEqual(answer, { action: 'deny' }, url);
    }
    assert.deepEqual(
      started.electron.control.named('shell.openExternal').map(({ args }) => args[0]),
      outside,
    );
  }),
  check('webviews are refused', (started) => {
    let prevented = false;
    onlyWindow(started).webContents.emit('will-attach-webview', { preventDefault: () => (prevented = true) });
    assert.ok(prevented);
  }),
  check('files of the page and nothing else', async ({ electron, load }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'schakel-page-'));
    mkdirSync(path.join(folder, 'page'));
    writeFileSync(path.join(folder, 'secret.txt'), secret);
    writeFileSync(path.join(folder, 'page/index.html'), '<script nonce="CSP_NONCE"></script>');
    const { servePage } = (await load('electron/main/app-protocol.ts')) as unknown as { servePage: (dir: string) => void };
    servePage(path.join(folder, 'page'));
    const get = async (url: string, method = 'GET') => electron.control.scheme('app')(new Request(url, { method }));
    const index = await get('app://schakel/index.html');
    const [, nonce = ''] = /nonce="([^"]+)"/.exec(await index.text()) ?? [];
    const csp = index.headers.get('content-security-policy') ?? '';
    assert.ok(nonce !== 'CSP_NONCE' && csp.includes(`'nonce-${nonce}'`) && csp.includes("script-src 'self';"), csp);
    assert.equal(index.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(index.headers.get('content-type'), 'text/html; charset=utf-8');
    for (const way of ['/..%2fsecret.txt', '/%2e%2e%2fsecret.txt', '/..%5csecret.txt', '/%00', '/.hidden', '//etc/passwd']) {
      const answer = await get(`app://schakel${way}`);
      assert.equal(answer.status, 404, way);
      assert.ok(!(await answer.text()).includes(secret));
    }
    assert.equal((await get('app://other/index.html')).status, 404);
    assert.equal((await get('app://schakel/index.html', 'POST')).status, 405);
    rmSync(folder, { recursive: true });
  }),
];

const session: readonly Check<StartProgram>[] = [
  check('permissions are refused unless named', ({ electron }) => {
    const [request] = electron.control.named('permission request');
    const [ask] = electron.control.named('permission check');
    const [device] = electron.control.named('device permission');
    const requested = (permission: string, url: string): boolean => {
      let given = false;
      request?.args[0]({ getURL: () => url }, permission, (answer: boolean) => (given = answer));
      return given;
    };
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fileSystem',
      'openExternal',
      'unknown',
      'hid',
      'window-management',
    ]) {
      assert.equal(requested(permission, 'app://schakel/index.html'), false, permission);
      assert.equal(ask?.args[0](null, permission, 'app://schakel/', {}), false, permission);
    }
    for (const origin of ['https://example.com/', 'app://schakel.evil/']) {
      assert.equal(requested('clipboard-sanitized-write', origin), false);
      assert.equal(ask?.args[0](null, 'clipboard-sanitized-write', origin, {}), false);
    }
    assert.equal(requested('clipboard-sanitized-write', 'app://schakel/index.html'), true);
    assert.equal(device?.args[0]({}), false);
  }),
  check('nothing goes over the network', ({ electron }) => {
    const [filter, listener] = electron.control.named('before request')[0]?.args ?? [];
    for (const scheme of ['http', 'https', 'ws', 'wss']) assert.ok(filter.urls.includes(`${scheme}://*/*`), scheme);
    let answer: unknown;
    listener({ url: 'https://example.com/' }, (given: unknown) => (answer = given));
    assert.deepEqual(answer, { cancel: true });
    assert.deepEqual(electron.control.named('spell checker')[0]?.args, [false]);
  }),
  check('downloads that the page starts are refused', ({ electron }) => {
    let prevented = false;
    electron.session.defaultSession.emit('will-download', { preventDefault: () => (prevented = true) });
    assert.ok(prevented);
  }),
];

const life: readonly Check<StartProgram>[] = [
  check(
    'a second start opens its file in the first',
    async (started) => {
      started.electron.app.emit('second-instance', {}, ['electron', 'main.js', '--flag', 'b.schakel'], '/work');
      await pause(5);
      assert.deepEqual(started.host.opened, [path.resolve('a.schakel'), '/work/b.schakel']);
      assert.deepEqual(onlyWindow(started).done.slice(-3), ['restore', 'show', 'focus']);
      started.electron.app.emit('open-file', { preventDefault() {} }, '/work/c.schakel');
      await pause(5);
      assert.equal(started.host.opened.at(-1), '/work/c.schakel');
    },
    ['--inspect=0', 'a.schakel'],
  ),
  {
    name: 'a second start makes no window',
    async run(start) {
      const { electron, host } = await startAsSecond(start);
      assert.equal(electron.control.windows.length, 0);
      assert.equal(electron.control.named('app.quit').length, 1);
      assert.equal(host, undefined);
    },
  },
  check('a file that will not open is told, and the window comes', async (started) => {
    started.host.openFile = async () => ({ ok: false, error: { code: 'db_corrupt', message: 'Dit bestand is beschadigd.', correlationId: '1' } });
    started.electron.app.emit('second-instance', {}, ['electron', 'b.schakel'], '/work');
    await pause(5);
    assert.deepEqual(started.electron.control.named('dialog.showErrorBox')[0]?.args, ['Schakel', 'Dit bestand is beschadigd.']);
  }),
  check('the database is closed before the program ends', async ({ electron, host }) => {
    electron.app.quit();
    assert.equal(electron.control.named('will-quit prevented').length, 1);
    await pause(5);
    assert.ok(host.closed);
    assert.equal(electron.control.named('app.quit').length, 2);
    assert.equal(electron.control.named('will-quit prevented').length, 1);
  }),
  check('a crashed page is offered again', async (started) => {
    const window = onlyWindow(started);
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    await pause(5);
    assert.equal(window.webContents.reloads, 0);
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    await pause(5);
    assert.equal(window.webContents.reloads, 1);
    assert.deepEqual(started.electron.control.named('dialog.showMessageBox')[0]?.args[1].buttons, ['Opnieuw laden', 'Afsluiten']);
    started.electron.control.boxAnswer = { response: 1, checkboxChecked: false };
    window.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 });
    await pause(5);
    assert.ok(started.electron.control.named('app.quit').length > 0);
  }),
  check('the window comes small enough and in its theme', async (started) => {
    const { options } = onlyWindow(started);
    assert.deepEqual([options.minWidth, options.minHeight, options.show], [1024, 640, false]);
    assert.equal(options.backgroundColor, '#f3f1eb');
    await started.electron.control.invoke('schakel:run', ['settings.update', { theme: 'dark' }]);
    onlyWindow(started).closeByPerson();
    started.electron.app.emit('activate');
    assert.equal(started.electron.control.windows[1]?.options.backgroundColor, '#11161c');
  }),
];

/** The lock is asked for while main.ts loads, so it has to be refused before. */
async function startAsSecond(start: StartProgram): Promise<ElectronUnderTest> {
  process.env.SCHAKEL_TEST_SECOND = '1';
  try {
    return await start();
  } finally {
    delete process.env.SCHAKEL_TEST_SECOND;
  }
}

interface Item {
  readonly id?: string;
  readonly label?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly Item[];
}

const menuOf = ({ electron }: ElectronUnderTest): readonly Item[] => electron.control.menu as readonly Item[];
const items = (menu: readonly Item[]): readonly Item[] => menu.flatMap((item) => [item, ...items(item.submenu ?? [])]);

const menu: readonly Check<StartProgram>[] = [
  check('the menu speaks Dutch, and English after a change of settings', async (started) => {
    const titles = () => menuOf(started).map(({ label }) => label);
    assert.deepEqual(titles(), ['Bestand', 'Bewerken', 'Beeld', 'Help']);
    await started.electron.control.invoke('schakel:run', ['settings.update', { language: 'en' }]);
    await pause(5);
    assert.deepEqual(titles(), ['File', 'Edit', 'View', 'Help']);
    assert.ok(items(menuOf(started)).every(({ label }) => !/portfolio van|maken|Afdruk/.test(label ?? '')));
  }),
  check('what changes something is asked of the page', (started) => {
    const wanted = {
      new: 'CmdOrCtrl+N',
      open: 'CmdOrCtrl+O',
      saveCopy: 'CmdOrCtrl+Shift+S',
      print: 'CmdOrCtrl+P',
      undo: 'CmdOrCtrl+Z',
      redo: 'CmdOrCtrl+Shift+Z',
      help: 'F1',
    };
    for (const [id, accelerator] of Object.entries(wanted)) {
      const item = items(menuOf(started)).find((known) => known.id === id);
      assert.equal(item?.accelerator, accelerator, id);
      item?.click?.();
      assert.deepEqual(onlyWindow(started).webContents.sent.at(-1), { channel: 'schakel:event', event: { type: 'request', request: id } });
    }
  }),
  check('undo in a text field stays with the text field', (started) => {
    for (const id of ['undo', 'redo']) assert.equal(items(menuOf(started)).find((item) => item.id === id)?.registerAccelerator, false);
  }),
  check('the menu has the recent portfolios', async (started) => {
    started.host.answers.set('portfolio.list', () => ({
      ok: true,
      value: {
        recent: [
          { name: 'Onderzoek & meer', path: '/a.schakel', exists: true },
          { name: 'weg', path: '/b.schakel', exists: false },
        ],
      },
      revision: 1,
      tables: [],
    }));
    started.host.emit({ type: 'portfolio' });
    await pause(5);
    const recent = items(menuOf(started)).find(({ id }) => id === 'recent')?.submenu;
    assert.deepEqual(
      recent?.map(({ label }) => label),
      ['Onderzoek && meer'],
    );
    recent?.[0]?.click?.();
    assert.deepEqual(started.host.opened, ['/a.schakel']);
  }),
];

const dialogs: readonly Check<StartProgram>[] = [
  check('a file window that is dismissed gives nothing', async ({ host }) => {
    assert.equal(await host.options.chooser?.open('portfolio'), null);
    assert.equal(await host.options.chooser?.save('docx', 'x.docx'), null);
  }),
  check('a file window belongs to the window and knows the kind', async (started) => {
    const { control } = started.electron;
    control.openAnswer = { canceled: false, filePaths: ['/a.schakel'] };
    assert.equal(await started.host.options.chooser?.open('portfolio'), '/a.schakel');
    const [window, asked] = control.named('dialog.showOpenDialog')[0]?.args ?? [];
    assert.equal(window, onlyWindow(started));
    assert.deepEqual(asked.filters, [{ name: 'Portfolio van Schakel', extensions: ['schakel'] }]);
    control.saveAnswer = { canceled: false, filePath: '/nowhere/x.docx' };
    assert.equal(await started.host.options.chooser?.save('docx', '../../x.docx'), '/nowhere/x.docx');
    assert.equal(control.named('dialog.showSaveDialog')[0]?.args[1].defaultPath, path.join(tmpdir(), 'schakel-double/documents/x.docx'));
  }),
  check('a name without extension never replaces a file unasked', async ({ electron, host }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'schakel-save-'));
    const there = path.join(folder, 'verslag');
    electron.control.saveAnswer = { canceled: false, filePath: there };
    assert.equal(await host.options.chooser?.save('docx', 'x'), `${there}.docx`);
    writeFileSync(`${there}.docx`, 'mine');
    assert.equal(await host.options.chooser?.save('docx', 'x'), null);
    electron.control.boxAnswer = { response: 1, checkboxChecked: false };
    assert.equal(await host.options.chooser?.save('docx', 'x'), `${there}.docx`);
    assert.ok(existsSync(`${there}.docx`));
    rmSync(folder, { recursive: true });
  }),
];

export const electronChecks: readonly Check<StartProgram>[] = [...bridge, ...page, ...session, ...life, ...menu, ...dialogs];
