/**
 * Source text for the page: the preload script runs in a true isolated world, as in Electron, and what it exposes is
 * reached from the page's own world over synchronous events, whose `detail` Chromium clones between the worlds.
 */
import { type Codec, makeCodec } from './codec.ts';

export const worldName = 'Electron Isolated Context';
export const bindingName = '__standInSend';
export const deliverName = '__standInDeliver';

interface Bridge {
  /** Makes a value fit to cross: functions and promises become references. */
  pack(value: unknown): unknown;
  unpack(value: unknown): unknown;
}

/** One end of the bridge; the same source runs in both worlds. */
function makeBridge(prefix: string, side: string, other: string): Bridge {
  type Fn = (...args: unknown[]) => unknown;
  type Detail = { id: string; fn: string; args: unknown[]; how: string; value: unknown };
  const fire = (to: string, kind: string, detail: Partial<Detail>): void => {
    window.dispatchEvent(new CustomEvent(`${prefix}:${to}:${kind}`, { detail }));
  };
  const hear = (kind: string, listener: (detail: Detail) => void): void => {
    window.addEventListener(`${prefix}:${side}:${kind}`, (event) => listener((event as CustomEvent<Detail>).detail));
  };
  const shared = new Map<string, Fn>();
  const answers = new Map<string, Detail>();
  const promises = new Map<string, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const fresh = (): string => {
    last += 1;
    return `${side}${last}`;
  };
  const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
  const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

  const packPromise = (promise: PromiseLike<unknown>): unknown => {
    const id = fresh();
    promise.then(
      (value) => fire(other, 'settled', { id, how: 'value', value: pack(value) }),
      (error) => fire(other, 'settled', { id, how: 'error', value: message(error) }),
    );
    return { [prefix]: 'promise', id };
  };
  const pack = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const id = fresh();
      shared.set(id, value as Fn);
      return { [prefix]: 'function', id };
    }
    if (Array.isArray(value)) return value.map(pack);
    if (typeof value !== 'object' || value === null) return value;
    if ('then' in value && typeof value.then === 'function') return packPromise(value as PromiseLike<unknown>);
    // structuredClone, so that what Electron could not carry fails here as well
    return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)])) : structuredClone(value);
  };
  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpack);
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
    const { [prefix]: kind, id } = value as Record<string, string>;
    if (kind === 'function') return (...args: unknown[]) => call(String(id), args);
    if (kind === 'promise') return new Promise((resolve, reject) => promises.set(String(id), { resolve, reject }));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]));
  };
  const call = (fn: string, args: unknown[]): unknown => {
    const id = fresh();
    const packed = args.map(pack);
    fire(other, 'call', { id, fn, args: packed });
    const answer = answers.get(id);
    answers.delete(id);
    if (!answer) throw new Error('context bridge: the other world does not answer');
    if (answer.how === 'error') throw new Error(String(answer.value));
    return unpack(answer.value);
  };

  hear('call', ({ id, fn, args }) => {
    try {
      const result = shared.get(fn)?.(...args.map(unpack));
      fire(other, 'return', { id, how: 'value', value: pack(result) });
    } catch (error) {
      fire(other, 'return', { id, how: 'error', value: message(error) });
    }
  });
  hear('return', (detail) => answers.set(detail.id, detail));
  hear('settled', ({ id, how, value }) => {
    const waiting = promises.get(id);
    promises.delete(id);
    if (how === 'value') waiting?.resolve(unpack(value));
    else waiting?.reject(new Error(String(value)));
  });
  return { pack, unpack };
}

/** The page's own world: puts what the preload script exposes on `window`, frozen. */
function runInPage(prefix: string, bridgeOf: typeof makeBridge): void {
  if (window !== window.top) return;
  const bridge = bridgeOf(prefix, 'page', 'preload');
  const freeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) freeze(item);
    return Object.freeze(value);
  };
  window.addEventListener(`${prefix}:expose`, (event) => {
    const { key, api } = (event as CustomEvent<{ key: string; api: unknown }>).detail;
    Object.defineProperty(window, key, { value: freeze(bridge.unpack(api)), enumerable: true, writable: false, configurable: false });
  });
}

interface RendererPorts {
  readonly prefix: string;
  readonly binding: string;
  readonly deliver: string;
  readonly versions: Record<string, string>;
  readonly platform: string;
}

type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void;

/** The isolated world: `ipcRenderer` and `contextBridge` for the app's real preload script. */
function runInPreload(ports: RendererPorts, bridgeOf: typeof makeBridge, codecOf: () => Codec, preload: Preload): void {
  if (window !== window.top) return;
  type Listener = (event: object, ...args: unknown[]) => void;
  const globals = globalThis as unknown as Record<string, (text: string) => void>;
  const { encode, decode } = codecOf();
  const bridge = bridgeOf(ports.prefix, 'preload', 'page');
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Listener[]>();
  let last = 0;
  const post = (message: object): void => globals[ports.binding]?.(JSON.stringify(message));
  const absent = (name: string): never => {
    throw new Error(`electron stand-in: ${name} is not implemented`);
  };
  const onlyKnown = (name: string, members: object): object =>
    new Proxy(members, { get: (target, key) => (key in target || typeof key === 'symbol' ? Reflect.get(target, key) : absent(`${name}.${key}`)) });

  const ipcRenderer = onlyKnown('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1;
        const call = { kind: 'invoke', id: last, channel, args: encode(structuredClone(args)) };
        pending.set(last, { resolve, reject });
        post(call);
      }),
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args: encode(structuredClone(args)) }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    removeListener: (channel: string, listener: Listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((known) => known !== listener),
      );
    },
  });
  globals[ports.deliver] = (text: string) => {
    const message = JSON.parse(text);
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer, ports: [] }, ...(decode(message.args) as unknown[]));
      return;
    }
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (message.ok) waiting?.resolve(decode(message.value));
    else waiting?.reject(new Error(message.error));
  };
  const exposeInMainWorld = (key: string, api: unknown): void => {
    window.dispatchEvent(new CustomEvent(`${ports.prefix}:expose`, { detail: { key, api: bridge.pack(api) } }));
  };
  const electron = onlyKnown('electron', { ipcRenderer, contextBridge: onlyKnown('contextBridge', { exposeInMainWorld }) });
  // A sandboxed preload script gets nothing of Node.
  const require = (name: string): unknown => (name === 'electron' ? electron : absent(`require('${name}') in a sandboxed preload script`));
  const module = { exports: {} };
  const process = { versions: ports.versions, platform: ports.platform, env: {}, type: 'renderer', sandboxed: true, contextIsolated: true };
  preload(require, module, module.exports, process);
}

export function pageSource(prefix: string): string {
  return `(${runInPage})(${JSON.stringify(prefix)}, ${makeBridge})`;
}

/** @param preload the app's built preload script */
export function preloadSource(prefix: string, preload: string): string {
  const ports: RendererPorts = {
    prefix,
    binding: bindingName,
    deliver: deliverName,
    versions: Object.fromEntries(Object.entries(process.versions).map(([name, version]) => [name, version ?? ''])),
    platform: process.platform,
  };
  return `(${runInPreload})(${JSON.stringify(ports)}, ${makeBridge}, ${makeCodec}, function (require, module, exports, process) {\n${preload}\n})`;
}
