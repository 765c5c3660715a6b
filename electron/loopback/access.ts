/** Who may come in: one-time launch tokens, and the cookie that a page gets in exchange. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface AccessOptions {
  /** Milliseconds that a launch token is good for. */
  readonly tokenLife?: number;
  /** Wrong tokens after which the tokens that are out are dropped; a new start of the program makes a new one. */
  readonly maxFailures?: number;
  readonly now?: () => number;
}

const tokenBytes = 32;
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const randomText = (): string => randomBytes(tokenBytes).toString('base64url');

/** Tokens and sessions are kept as digests only, and compared in constant time. */
export class Access {
  readonly #options: Required<AccessOptions>;
  #tokens: { readonly digest: Buffer; readonly until: number }[] = [];
  readonly #sessions: Buffer[] = [];
  #failures = 0;

  constructor(options: AccessOptions = {}) {
    this.#options = { tokenLife: 60_000, maxFailures: 20, now: Date.now, ...options };
  }

  /** A token that opens one session, once, within its short life. */
  issueToken(): string {
    const token = randomText();
    this.#failures = 0;
    this.#tokens.push({ digest: digest(token), until: this.#options.now() + this.#options.tokenLife });
    return token;
  }

  /** @returns the secret of a new session, or null when the token is wrong, used or too old */
  redeem(token: string): string | null {
    const now = this.#options.now();
    const asked = digest(token);
    const found = this.#tokens.find((known) => known.until > now && timingSafeEqual(known.digest, asked));
    if (!found) {
      this.#failures += 1;
      if (this.#failures >= this.#options.maxFailures) this.#tokens = [];
      return null;
    }
    this.#tokens = this.#tokens.filter((known) => known !== found && known.until > now);
    const session = randomText();
    this.#sessions.push(digest(session));
    return session;
  }

  isSession(secret: string | undefined): boolean {
    if (secret === undefined) return false;
    const asked = digest(secret);
    return this.#sessions.some((known) => timingSafeEqual(known, asked));
  }
}

/** Cookies are not kept apart by port, so the name is. */
export const cookieName = (port: number): string => `schakel_${port}`;

export const sessionCookie = (port: number, secret: string): string => `${cookieName(port)}=${secret}; HttpOnly; SameSite=Strict; Path=/`;

/** @param header the Cookie header as it came */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
