/** Settings of this laptop and the list of recent portfolios, as small JSON files. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { settings as schema } from '../../shared/contract/portfolio.ts';
import { readJson, writeJson } from './files.ts';

export type Settings = z.output<typeof schema>;
const standard: Settings = { language: 'nl', theme: 'system', textSize: 100, colourVision: 'normal', actor: '' };

export interface Recent {
  readonly path: string;
  readonly name: string;
  readonly at: string;
}

export class Preferences {
  readonly #folder: string;
  #settings: Settings;
  readonly device: string;

  constructor(folder: string) {
    this.#folder = folder;
    const kept = readJson<Record<string, unknown>>(join(folder, 'settings.json'), {});
    const { device, ...rest } = kept;
    // a setting that an older or newer version wrote otherwise is left out, the others stay
    const usable = Object.entries(rest).filter(([key, value]) => schema.partial().safeParse({ [key]: value }).success);
    this.#settings = { ...standard, ...Object.fromEntries(usable) };
    this.device = typeof device === 'string' ? device : randomUUID();
  }

  get(): Settings {
    return this.#settings;
  }

  update(patch: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    this.#settings = { ...this.#settings, ...given };
    writeJson(join(this.#folder, 'settings.json'), { ...this.#settings, device: this.device });
    return this.#settings;
  }

  recent(): (Recent & { exists: boolean })[] {
    return readJson<Recent[]>(join(this.#folder, 'recent.json'), []).map((entry) => ({ ...entry, exists: existsSync(entry.path) }));
  }

  remember(path: string, name: string): void {
    const rest = readJson<Recent[]>(join(this.#folder, 'recent.json'), []).filter((entry) => entry.path !== path);
    writeJson(join(this.#folder, 'recent.json'), [{ path, name, at: new Date().toISOString() }, ...rest].slice(0, 12));
  }
}
