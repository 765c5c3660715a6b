// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source text
/** The measures of the loopback host, each taken out once. */
import type { Mutant } from './check.ts';

const loopback = 'electron/loopback/loopback.ts';
const guard = 'electron/loopback/guard.ts';
const access = 'electron/loopback/access.ts';
const routes = 'electron/loopback/routes.ts';
const answer = 'electron/loopback/answer.ts';
const launcher = 'electron/loopback/launcher.ts';
const events = 'electron/loopback/event-stream.ts';
const assets = 'electron/host/assets.ts';
const csp = 'electron/host/csp.ts';

const mutant = (file: string, from: string, to: string, caughtBy: string, throws?: RegExp): Mutant => ({
  file,
  from,
  to,
  caughtBy,
  ...(throws ? { throws } : {}),
});
const header = (name: string, value: string): Mutant => mutant(csp, `'${name}': '${value}',`, '', `${name} on every answer`);
const rule = (from: string, to: string): Mutant => mutant(csp, from, to, 'the content security policy lets nothing run that is not ours');

export const loopbackMutants: readonly Mutant[] = [
  mutant(loopback, "host: '127.0.0.1', port: 0", "host: '0.0.0.0', port: 0", 'listens on 127.0.0.1 only'),
  mutant(guard, 'headers.host !== new URL(origin).host', 'false', 'Host must be ours'),
  mutant(guard, 'headers.host !== new URL(origin).host', '!headers.host?.startsWith("127.0.0.1")', 'Host must be ours'),
  mutant(guard, 'headers.origin !== undefined && headers.origin !== origin', 'false', 'Origin must be ours'),
  mutant(
    guard,
    'headers.origin !== undefined && headers.origin !== origin',
    "!(headers.origin ?? origin).startsWith('http://127.0.0.1')",
    'Origin must be ours',
  ),
  mutant(guard, 'if (headers.origin !== origin) return', 'if (false) return', 'a call without Origin is refused'),
  mutant(guard, "site !== undefined && site !== 'same-origin' &&", "site === 'cross-site' &&", 'other sites may not even navigate to the page'),
  mutant(guard, "(site === 'none' && path === '/')", "site === 'none'", 'other sites may not even navigate to the page'),
  mutant(
    guard,
    "return navigates && (path === '/launch'",
    "return path === '/launch' || (navigates",
    'the launch address only works as a navigation',
  ),
  mutant(routes, "if (request.method !== 'GET') throw", 'if (false) throw', 'only GET and POST'),
  mutant(loopback, "if (request.method !== 'GET') throw", 'if (false) throw', 'only GET and POST'),
  mutant(loopback, 'if (!access.isSession(', 'if (false && !access.isSession(', 'no cookie, no bytes'),
  mutant(access, 'return this.#sessions.some(', 'return this.#sessions.length > 0 || this.#sessions.some(', 'no cookie, no bytes'),
  mutant(access, 'known !== found && known.until > now', 'known.until > now', 'a token opens once'),
  mutant(access, 'known.until > now && timingSafeEqual', 'timingSafeEqual', 'a token is good for a short time'),
  mutant(access, 'known.until > now && timingSafeEqual(known.digest, asked)', 'known.until > now', 'a token must be whole'),
  mutant(access, 'const tokenBytes = 32', 'const tokenBytes = 8', 'a token must be whole'),
  mutant(access, 'if (this.#failures >= this.#options.maxFailures) this.#tokens = [];', '', 'guessing ends'),
  mutant(loopback, 'response.writeHead(200, {', "response.writeHead(303, { location: '/',", 'the launch is answered with a page, not a redirect'),
  mutant(access, '; HttpOnly', '', 'the cookie is HttpOnly'),
  mutant(access, 'SameSite=Strict', 'SameSite=Lax', 'the cookie is Strict'),
  mutant(access, '`schakel_${port}`', "'schakel'", 'the cookie name has the port'),
  mutant(launcher, '0o600', '0o644', 'the launcher file is for its owner alone'),
  mutant(launcher, '`schakel-openen-', '`.schakel-openen-', 'the launcher file is for its owner alone'),
  mutant(loopback, 'await launchers.removeAll();\n  // A 303', '// A 303', 'the launcher file goes when it was used'),
  mutant(loopback, 'setTimeout(() => void this.removeAll(), this.#life).unref();', '', 'the launcher file goes when its token has expired'),
  mutant(guard, "if (headers[pageHeader] !== '1') return", 'if (false) return', 'a call needs our own header'),
  mutant(guard, "if (headers['content-type']?.split(';')[0]?.trim() !== mediaType) return", 'if (false) return', 'a call needs JSON'),
  mutant(guard, "if (request.method !== 'POST') return", 'if (false) return', 'a call is a POST'),
  mutant(answer, 'if (size > limit) throw', 'if (false) throw', 'a call has a limit'),
  mutant(routes, '.iterator({ destroyOnReturn: false })', '', 'a file that is too large is refused with the reason', /hang up|ECONNRESET|EPIPE/),
  mutant(answer, '&& value !== null && !Array.isArray(value)', '', 'nonsense is refused'),
  mutant(loopback, "known ? error.message : 'internal'", 'String(error)', 'a fault of the host is not told to the page'),
  mutant(routes, "mustPost(context, call, 'application/octet-stream');", '', 'an upload needs our own header too'),
  mutant(answer, "name.replace(/[^\\w .()-]/g, '_')", 'name', 'a file name cannot add a header'),
  mutant(assets, '!plainPath.test(name)', 'false', 'no way out of the folder of the page'),
  mutant(loopback, 'const nonce = freshNonce();', "const nonce = 'always';", 'every page has a nonce of its own'),
  mutant(assets, '.replaceAll(noncePlace, nonce)', '', 'every page has a nonce of its own'),
  header('x-content-type-options', 'nosniff'),
  header('referrer-policy', 'no-referrer'),
  header('cache-control', 'no-store'),
  header('cross-origin-opener-policy', 'same-origin'),
  header('cross-origin-resource-policy', 'same-origin'),
  rule("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
  rule("default-src 'none'", "default-src 'self'"),
  rule('"frame-ancestors \'none\'",', ''),
  rule('"form-action \'none\'",', ''),
  rule('"base-uri \'none\'",', ''),
  rule('"object-src \'none\'",', ''),
  rule("connect-src 'self'", 'connect-src *'),
  rule("style-src-elem 'self'", "style-src-elem 'self' 'unsafe-inline'"),
  mutant(loopback, 'server.headersTimeout = timeouts.headers;', 'server.headersTimeout = 60_000;', 'headers that do not come are not waited for'),
  mutant(loopback, 'server.requestTimeout = timeouts.request;', 'server.requestTimeout = 60_000;', 'a body that does not come is not waited for'),
  mutant(routes, 'idle.begin(call.response);', '', 'ends when its last page has gone'),
  mutant(routes, '() => idle.end(call.response)', '() => {}', 'ends when its last page has gone'),
  mutant(routes, 'context.jobs.started(outcome);', '', 'does not end while a job runs'),
  mutant(loopback, 'jobs.notice(event);', '', 'does not end while a job runs'),
  mutant(
    'electron/loopback/idle-watch.ts',
    '    this.#onIdle = onIdle;\n    this.#wait();',
    '    this.#onIdle = onIdle;',
    'ends when no page ever comes',
  ),
  mutant(events, '.filter((kept) => kept.id > seen)', '.filter(() => false)', 'a page whose stream broke gets what it missed'),
];
