// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source text
/** The measures of the Electron program, each taken out once. */
import type { Mutant } from './check.ts';

const folder = 'electron/main';
const mutant = (file: string, from: string, to: string, caughtBy: string, throws?: RegExp): Mutant => ({
  file: `${folder}/${file}`,
  from,
  to,
  caughtBy,
  ...(throws ? { throws } : {}),
});

const caller = 'only the page itself may call';
const leave = 'the page may not leave';
const outside = 'no new windows, and only https and mailto go outside';
const permissions = 'permissions are refused unless named';
const node = 'the page has no Node and no way round the sandbox';

export const electronMutants: readonly Mutant[] = [
  mutant('ipc.ts', 'if (!isOwnFrame(event.senderFrame)) throw', 'if (false) throw', caller),
  mutant('own-page.ts', 'return `${protocol}//${host}` === pageOrigin;', 'return url.startsWith(pageOrigin);', caller),
  mutant('own-page.ts', 'return `${protocol}//${host}` === pageOrigin;', "return host === 'schakel';", caller),
  mutant('own-page.ts', 'frame !== null && frame.parent === null &&', 'frame !== null &&', caller),
  mutant('ipc.ts', "if (typeof name !== 'string') throw new TypeError('name');", '', 'names must be texts'),
  mutant(
    'ipc.ts',
    'contents && !contents.isDestroyed()',
    'contents',
    'what the host tells reaches the page, and a page that has gone is no fault',
    /destroyed/,
  ),
  mutant('app-protocol.ts', 'secure: true,', 'secure: true, bypassCSP: true,', 'the scheme is registered before ready and bypasses nothing'),
  mutant('main.ts', 'app.enableSandbox();', '', 'the scheme is registered before ready and bypasses nothing'),
  mutant('main.ts', 'await app.whenReady();', 'await app.whenReady(); registerScheme();', 'there are exactly three channels', /after ready/),
  mutant('window.ts', 'sandbox: true', 'sandbox: false', node),
  mutant('window.ts', 'contextIsolation: true', 'contextIsolation: false', node),
  mutant('window.ts', 'nodeIntegration: false', 'nodeIntegration: true', node),
  mutant('window.ts', 'webviewTag: false', 'webviewTag: true', node),
  mutant('window.ts', 'spellcheck: false', 'spellcheck: true', node),
  mutant('security.ts', "contents.on('will-navigate', stay);", '', leave),
  mutant('security.ts', "contents.on('will-redirect', stay);", '', leave),
  mutant('security.ts', "contents.on('will-frame-navigate', stay);", '', leave),
  mutant('security.ts', 'if (!isOwnUrl(event.url)) event', "if (!event.url.includes('app://schakel')) event", leave),
  mutant('main.ts', 'guardAllContents();\n\nif', 'if', leave),
  mutant('security.ts', "return { action: 'deny' };", "return { action: 'allow' };", outside),
  mutant('security.ts', "protocol === 'https:' || protocol === 'mailto:'", "protocol !== 'javascript:'", outside),
  mutant('security.ts', 'openOutside(url);\n    return', 'return', outside),
  mutant('security.ts', "contents.on('will-attach-webview', (event) => event.preventDefault());", '', 'webviews are refused'),
  mutant('app-protocol.ts', 'if (!isOwnUrl(request.url)) return', 'if (false) return', 'files of the page and nothing else'),
  mutant('app-protocol.ts', "headers: { ...headers, 'content-type'", "headers: { 'content-type'", 'files of the page and nothing else'),
  mutant('app-protocol.ts', "if (request.method !== 'GET') return", 'if (false) return', 'files of the page and nothing else'),
  mutant('security.ts', 'answer(allowedPermissions.has(permission) && isOwnUrl(contents.getURL()))', 'answer(true)', permissions),
  mutant('security.ts', '&& isOwnUrl(contents.getURL())', '', permissions),
  mutant('security.ts', 'allowedPermissions.has(permission) && isOwnUrl(origin)', 'true', permissions),
  mutant('security.ts', 'setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)', permissions),
  mutant('security.ts', "'https://*/*', ", '', 'nothing goes over the network'),
  mutant('security.ts', 'answer({ cancel: true })', 'answer({})', 'nothing goes over the network'),
  mutant('security.ts', 'setSpellCheckerEnabled(false)', 'setSpellCheckerEnabled(true)', 'nothing goes over the network'),
  mutant('security.ts', "session.on('will-download', (event) => event.preventDefault());", '', 'downloads that the page starts are refused'),
  mutant('main.ts', 'open(portfolioIn(argv, folder))', 'open(undefined)', 'a second start opens its file in the first'),
  mutant('main.ts', 'if (app.requestSingleInstanceLock()) {', 'if (true) {', 'a second start makes no window'),
  mutant('start.ts', 'event.preventDefault();', '', 'the database is closed before the program ends'),
  mutant('start.ts', 'void this.#host.close().finally', 'void Promise.resolve().finally', 'the database is closed before the program ends'),
  mutant('file-chooser.ts', 'if (!existsSync(named)) return named;', 'return named;', 'a name without extension never replaces a file unasked'),
  mutant('file-chooser.ts', 'path.basename(suggestedName)', 'suggestedName', 'a file window belongs to the window and knows the kind'),
];
