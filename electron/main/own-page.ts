/** The one address of the page, and the question whether something comes from it. */

export const scheme = 'app';
export const pageOrigin = 'app://schakel';
export const pageUrl = `${pageOrigin}/index.html`;

/** Compares the parsed origin, never a part of the text: `app://schakel.evil` begins the same way. */
export function isOwnUrl(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}` === pageOrigin;
}

/** What Electron tells of a frame; null when the frame has gone meanwhile. */
export interface FrameLike {
  readonly url: string;
  readonly parent: unknown;
}

/** Only the page itself may talk to the program; a frame inside it may not, whatever its address. */
export const isOwnFrame = (frame: FrameLike | null): boolean => frame !== null && frame.parent === null && isOwnUrl(frame.url);
