/** `protocol`, `session` and `ipcMain`. */
import { EventEmitter } from 'node:events';
import { type Blocker, type SchemeHandler, state } from './state.ts';
import { strict } from './strict.ts';

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]) {
    if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) state.schemes.add(scheme);
  },
  handle(scheme: string, handler: SchemeHandler) {
    if (!state.ready) throw new Error('Session can only be received when app is ready');
    if (state.schemeHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    state.schemeHandlers.set(scheme, handler);
  },
});

/** `*://*` patterns of `webRequest`, as far as Schakel uses them: a scheme and anything behind it. */
const patternOf = (text: string): RegExp => new RegExp(`^${text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);

const sessionMembers = {
  protocol,
  webRequest: {
    onBeforeRequest(filter: { readonly urls: readonly string[] }, listener: Blocker['listener']) {
      state.blocker = { patterns: filter.urls.map(patternOf), listener };
    },
  },
  setPermissionRequestHandler: (_handler: unknown) => {},
  setPermissionCheckHandler: (_handler: unknown) => {},
  setDevicePermissionHandler: (_handler: unknown) => {},
  setSpellCheckerEnabled: (_on: boolean) => {},
};
const defaultSession = strict('session', Object.assign(new EventEmitter(), sessionMembers));

export const session = strict('session', {
  get defaultSession() {
    if (!state.ready) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
});

/** Whether the app's own `webRequest` rule lets a request through. */
export function isBlocked(url: string, method: string): boolean {
  const { blocker } = state;
  if (!blocker?.patterns.some((pattern) => pattern.test(url))) return false;
  let cancelled = false;
  blocker.listener({ url, method }, (answer) => {
    cancelled = answer.cancel === true;
  });
  return cancelled;
}

const ipcMembers = {
  handle(channel: string, handler: (event: object, ...args: unknown[]) => unknown) {
    if (state.invokeHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    state.invokeHandlers.set(channel, handler);
  },
  removeHandler: (channel: string) => state.invokeHandlers.delete(channel),
};
export const ipcMain = strict('ipcMain', Object.assign(new EventEmitter(), ipcMembers));
