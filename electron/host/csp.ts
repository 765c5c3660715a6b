/**
 * The one content security policy, sent as a header by every host that shows the page.
 *
 * Scripts come only from the page's own origin: no inline script, no eval, no nonce that injected markup could borrow.
 * Mantine, tiptap and the scroll lock write `<style>` elements at run time, so those carry a nonce that changes with
 * every answer; tables in tiptap set `style="…"` attributes, which cannot run anything and are let through.
 *
 * @param nonce a fresh random value, the same that `readAsset` writes into index.html
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers that go with every answer that carries a page or a part of it. */
export function pageHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Nothing of a person's data or of a launch token may stay behind in a browser cache.
    'cache-control': 'no-store',
  };
}
