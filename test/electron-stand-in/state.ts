/** What the parts of the stand-in know of each other. */

import type { BrowserWindow } from './browser-window.ts';
import type { Chromium } from './chromium.ts';

export type SchemeHandler = (request: Request) => Promise<Response> | Response;

export interface Blocker {
  readonly patterns: readonly RegExp[];
  readonly listener: (details: { readonly url: string; readonly method: string }, callback: (answer: { readonly cancel?: boolean }) => void) => void;
}

export const state = {
  ready: false,
  quitting: false,
  chromium: undefined as Chromium | undefined,
  windows: new Map<number, BrowserWindow>(),
  /** Schemes registered as privileged, before `ready`. */
  schemes: new Set<string>(),
  schemeHandlers: new Map<string, SchemeHandler>(),
  blocker: undefined as Blocker | undefined,
  invokeHandlers: new Map<string, (event: object, ...args: unknown[]) => unknown>(),
  /** Command line switches, and those appended before `ready`. */
  switches: new Map<string, string>(),
  dark: false,
};

export function chromium(): Chromium {
  if (!state.chromium) throw new Error('Session can only be received when app is ready');
  return state.chromium;
}

/** Stock Chromium cannot be taught a scheme, so `app://schakel/x` is shown to the page as `https://schakel.app.invalid/x`. */
export function toWeb(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/.exec(url) ?? [];
  return state.schemes.has(scheme) ? `https://${host}.${scheme}.invalid${rest || '/'}` : url;
}

/** The way back, for handlers, events and `senderFrame.url`. */
export function fromWeb(url: string): string {
  const [, host = '', scheme = '', rest = ''] = /^https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.invalid(.*)$/.exec(url) ?? [];
  return state.schemes.has(scheme) ? `${scheme}://${host}${rest}` : url;
}
