/** One check for each thing that the Electron program promises of its page and its session. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Check } from './check.ts';
import { electronLifeChecks } from './electron-life-checks.ts';
import { check, onlyWindow, type StartProgram } from './electron-under-test.ts';
import { secret } from './loopback-target.ts';

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
    const { servePage } = (await load('electron/main/app-protocol.ts')) as unknown as {
      servePage: (dir: string, deliver: () => Promise<null>) => void;
    };
    servePage(path.join(folder, 'page'), async () => null);
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

export const electronChecks: readonly Check<StartProgram>[] = [...bridge, ...page, ...session, ...electronLifeChecks];
