/** The page's only way to its host. It does not know which host it lives in: `info()` says what that host can do. */
import type { HostApi } from '../../shared/contract/result.ts';
import { httpClient } from './http-client.ts';

declare global {
  interface Window {
    /** Put there by the preload script; absent in a browser. */
    readonly schakel?: HostApi;
  }
}

/** @returns Electron's bridge when the page stands in a window, else the same four functions over HTTP */
export function createClient(): HostApi {
  return window.schakel ?? httpClient();
}
