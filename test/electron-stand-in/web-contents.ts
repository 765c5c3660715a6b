/** `webContents`: one page of Chromium over the DevTools protocol. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WebPreferences } from 'electron';
import { emitPreventable } from './app.ts';
import type { BrowserWindow } from './browser-window.ts';
import type { Params } from './cdp.ts';
import { makeCodec } from './codec.ts';
import { bindingName, deliverName, pageSource, preloadSource, worldName } from './page-worlds.ts';
import { isBlocked, session } from './session.ts';
import { chromium, fromWeb, state, toWeb } from './state.ts';

const { encode, decode } = makeCodec();
const prefix = `__standIn${process.pid}`;

type OpenHandler = (details: { readonly url: string; readonly disposition: string; readonly frameName: string; readonly features: string }) => {
  readonly action: 'allow' | 'deny';
};

export class WebContents extends EventEmitter {
  readonly id: number;
  readonly attached: Promise<void>;
  target = '';
  readonly #window: BrowserWindow;
  #session = '';
  #frame = '';
  #url = '';
  #preloadContext = 0;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #lastOpened = '';
  /** Addresses that the program itself goes to: `will-navigate` is for what the page does. */
  readonly #ownNavigations = new Set<string>();

  constructor(window: BrowserWindow, preferences: WebPreferences, size: { readonly width: number; readonly height: number }) {
    super();
    this.id = window.id;
    this.#window = window;
    const { sandbox, contextIsolation, nodeIntegration } = preferences;
    if (sandbox === false || contextIsolation === false || nodeIntegration)
      throw new Error('electron stand-in: only sandboxed, isolated pages without Node');
    this.attached = this.#attach(preferences.preload, size);
    this.attached.catch((error) => process.stderr.write(`stand-in: no page: ${error.stack}\n`));
  }

  get session() {
    return session.defaultSession;
  }

  /** A frame as IPC handlers get it; the top frame has no parent. */
  get mainFrame() {
    const { protocol, host } = URL.canParse(this.#url) ? new URL(this.#url) : { protocol: '', host: '' };
    return { url: this.#url, origin: `${protocol}//${host}`, parent: null, detached: false };
  }

  getURL = (): string => this.#url;
  isDestroyed = (): boolean => this.#window.isDestroyed();
  close = (): void => this.#window.close();

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#deliver({ kind: 'event', channel, args: encode(structuredClone(args)) });
  }

  reload(): void {
    void this.navigate(this.#url).catch(() => {});
  }

  /** Not Electron's: `BrowserWindow.loadURL` in detail. */
  async navigate(url: string): Promise<void> {
    await this.attached;
    const web = toWeb(url);
    this.#ownNavigations.add(web);
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await this.cdp('Page.navigate', { url: web });
    if (errorText) throw new Error(`${errorText.replace('net::', '')} loading '${url}'`);
    await loaded;
  }

  /** Not Electron's: the page follows `nativeTheme`. */
  showTheme(): void {
    const features = [{ name: 'prefers-color-scheme', value: state.dark ? 'dark' : 'light' }];
    void this.cdp('Emulation.setEmulatedMedia', { features }).catch(() => {});
  }

  /** Not Electron's: the page asked for a window and Chromium made one. */
  opened(target: string, url: string): void {
    const asked = fromWeb(url || this.#lastOpened);
    const { action } = this.#openHandler({ url: asked, disposition: 'new-window', frameName: '', features: '' });
    if (action === 'deny')
      void chromium()
        .cdp.send('Target.closeTarget', { targetId: target })
        .catch(() => {});
  }

  cdp(method: string, params: object = {}): Promise<Params> {
    return chromium().cdp.send(method, params, this.#session);
  }

  async #attach(preload: string | undefined, size: { readonly width: number; readonly height: number }): Promise<void> {
    const { cdp } = chromium();
    const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size });
    this.target = targetId;
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
    this.#session = sessionId;
    cdp.listen(sessionId, (method, params) => this.#notice(method, params));
    const script = preload ? readFileSync(preload, 'utf8') : '';
    const { windowId } = await cdp.send('Browser.getWindowForTarget', { targetId });
    const [{ frameTree }] = await Promise.all([
      this.cdp('Page.getFrameTree'),
      this.cdp('Page.enable'),
      this.cdp('Runtime.enable'),
      this.cdp('Runtime.addBinding', { name: bindingName, executionContextName: worldName }),
      this.cdp('Page.addScriptToEvaluateOnNewDocument', { source: pageSource(prefix) }),
      this.cdp('Page.addScriptToEvaluateOnNewDocument', { source: preloadSource(prefix, script), worldName }),
      this.cdp('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      // The size is that of the page, as it is for a window without a browser's bars.
      cdp.send('Browser.setContentsSize', { windowId, ...size }).catch(() => {}),
      this.cdp('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      this.cdp('Runtime.runIfWaitingForDebugger'),
    ]);
    this.#frame = frameTree.frame.id;
    if (state.dark) this.showTheme();
  }

  #notice(method: string, params: Params): void {
    const listeners: Record<string, () => void> = {
      'Fetch.requestPaused': () => this.#answer(params, this.#session),
      'Runtime.executionContextCreated': () => this.#noticeContext(params.context),
      'Runtime.bindingCalled': () => void this.#receive(params),
      'Page.frameNavigated': () => this.#noticeNavigation(params.frame),
      'Page.domContentEventFired': () => this.#window.emit('ready-to-show'),
      'Page.loadEventFired': () => this.emit('did-finish-load'),
      'Page.windowOpen': () => {
        this.#lastOpened = params.url;
      },
      'Target.attachedToTarget': () => this.#adoptWorker(params.sessionId, params.targetInfo.type),
      'Inspector.targetCrashed': () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    };
    listeners[method]?.();
  }

  #noticeContext({ id, name, auxData }: Params): void {
    if (name === worldName && auxData?.frameId === this.#frame) this.#preloadContext = id;
  }

  #noticeNavigation(frame: Params): void {
    if (frame.parentId) return;
    this.#url = fromWeb(frame.url);
    this.emit('did-navigate', {}, this.#url);
  }

  /** A worker loads its parts by itself: they come from the same handler. */
  #adoptWorker(workerSession: string, type: string): void {
    const { cdp } = chromium();
    cdp.listen(workerSession, (method, params) => {
      if (method === 'Fetch.requestPaused') this.#answer(params, workerSession);
    });
    if (type === 'worker') void cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, workerSession).catch(() => {});
    void cdp.send('Runtime.runIfWaitingForDebugger', {}, workerSession).catch(() => {});
  }

  #answer(params: Params, from: string): void {
    const { cdp } = chromium();
    const reply = (method: string, more: object): Promise<unknown> =>
      cdp.send(method, { requestId: params.requestId, ...more }, from).catch(() => {});
    this.#respond(params).then(
      (answer) => reply(answer.fail ? 'Fetch.failRequest' : 'Fetch.fulfillRequest', answer.fail ? { errorReason: answer.fail } : answer),
      (error) => {
        process.stderr.write(`stand-in: ${params.request.url}: ${error.stack}\n`);
        void reply('Fetch.failRequest', { errorReason: 'Failed' });
      },
    );
  }

  async #respond(params: Params): Promise<Params> {
    const { request } = params;
    const url = fromWeb(request.url);
    if (params.resourceType === 'Document' && params.frameId === this.#frame && !this.#ownNavigations.delete(request.url)) {
      if (!emitPreventable(this, 'will-navigate', { url, isMainFrame: true })) return { fail: 'Aborted' };
    }
    if (isBlocked(url, request.method)) return { fail: 'BlockedByClient' };
    const handler = state.schemeHandlers.get(url.slice(0, url.indexOf(':')));
    if (!handler) {
      process.stderr.write(`stand-in: the page asked for ${url}; there is no network\n`);
      return { fail: 'InternetDisconnected' };
    }
    const response = await handler(new Request(url, { method: request.method, headers: usableHeaders(request.headers), ...bodyOf(request) }));
    return {
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    };
  }

  async #receive({ name, payload, executionContextId }: Params): Promise<void> {
    if (name !== bindingName || executionContextId !== this.#preloadContext) return;
    const { kind, id, channel, args } = JSON.parse(payload);
    const event = { sender: this.#window.webContents, senderFrame: this.mainFrame, frameId: 1, processId: 1, type: 'frame' };
    if (kind !== 'invoke') throw new Error(`electron stand-in: ipcRenderer.send('${channel}') is not implemented`);
    this.#deliver({ kind: 'reply', id, ...(await invoke(channel, event, decode(args) as unknown[])) }, executionContextId);
  }

  #deliver(message: object, context = this.#preloadContext): void {
    const call = {
      functionDeclaration: `function (text) { globalThis.${deliverName}(text); }`,
      executionContextId: context,
      arguments: [{ value: JSON.stringify(message) }],
    };
    // The page may have gone meanwhile; Electron drops the message as well.
    void this.cdp('Runtime.callFunctionOn', call).catch(() => {});
  }
}

async function invoke(channel: string, event: object, args: unknown[]): Promise<object> {
  try {
    const handler = state.invokeHandlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return { ok: true, value: encode(structuredClone(await handler(event, ...args))) };
  } catch (error) {
    process.stderr.write(`Error occurred in handler for '${channel}': ${error instanceof Error ? error.stack : error}\n`);
    return { ok: false, error: `Error invoking remote method '${channel}': ${error}` };
  }
}

function usableHeaders(given: Record<string, string>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    try {
      headers.set(name, value);
    } catch {
      // a header that Node's Request does not take, such as a pseudo-header
    }
  }
  return headers;
}

function bodyOf(request: Params): { body?: Buffer<ArrayBuffer> } {
  const entries: { bytes?: string }[] = request.postDataEntries ?? [];
  return entries.length > 0 ? { body: Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64'))) } : {};
}
