/** What the page may not do, whatever it is made to try. Everything is refused unless it is named here. */
import { app, type Session, shell, type WebContents } from 'electron';
import { isOwnUrl } from './own-page.ts';

/** A page may put text on the clipboard after a click; reading it, camera, location and the rest it may not. */
const allowedPermissions = new Set<string>(['clipboard-sanitized-write']);

/** Schemes that would leave this laptop, or read it past `app://`. */
const refusedAddresses = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'];

/** No permissions, no network, no downloads and no dictionary from the web. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => answer(allowedPermissions.has(permission) && isOwnUrl(contents.getURL())));
  session.setPermissionCheckHandler((_contents, permission, origin) => allowedPermissions.has(permission) && isOwnUrl(origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest({ urls: refusedAddresses }, (_details, answer) => answer({ cancel: true }));
  // Files go by ticket; a download that the page starts by itself is not ours.
  session.on('will-download', (event) => event.preventDefault());
  // Chromium would fetch its dictionaries from Google.
  session.setSpellCheckerEnabled(false);
}

interface Leaving {
  readonly url: string;
  preventDefault(): void;
}

/** Guards every page that is ever made, also one that nobody meant to make. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  const stay = (event: Leaving): void => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

/** Gives an address to the person's own browser or mail program; anything but https and mailto is dropped. */
export function openOutside(url: string): void {
  if (!URL.canParse(url)) return;
  const { protocol, href } = new URL(url);
  if (protocol === 'https:' || protocol === 'mailto:') void shell.openExternal(href);
}
