/** Settings of this laptop and the list of recent portfolios, as small JSON files. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { settings as schema } from '../../shared/contract/portfolio.ts';
import { readJson, writeJson } from './files.ts';

export type Settings = z.output<typeof schema>;
const standard: Settings = { language: 'nl', theme: 'system', textSize: 100, colourVision: 'normal', actor: '', tables: {} };

const recentList = z.array(z.object({ path: z.string(), name: z.string(), at: z.string() }));
export type Recent = z.output<typeof recentList>[number];

/** The name of this laptop in the change log, made once and kept in a file of its own. */
function deviceIn(folder: string): string {
  const kept = z.object({ device: z.uuid() });
  for (const name of ['device.json', 'settings.json']) {
    const found = kept.safeParse(readJson(join(folder, name)));
    if (found.success) return found.data.device;
  }
  const device = randomUUID();
  try {
    writeJson(join(folder, 'device.json'), { device });
  } catch {
    // a folder that cannot be written must not keep the program from starting
  }
  return device;
}

export class Preferences {
  readonly #folder: string;
  #settings: Settings;
  readonly device: string;

  constructor(folder: string) {
    this.#folder = folder;
    const kept = z.record(z.string(), z.unknown()).safeParse(readJson(join(folder, 'settings.json'))).data ?? {};
    // a setting that an older or newer version wrote otherwise is left out, the others stay
    const usable = Object.entries(kept).filter(([key, value]) => schema.partial().safeParse({ [key]: value }).success);
    this.#settings = { ...standard, ...Object.fromEntries(usable) };
    this.device = deviceIn(folder);
  }

  get(): Settings {
    return this.#settings;
  }

  update(patch: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const settings = { ...this.#settings, ...given };
    writeJson(join(this.#folder, 'settings.json'), settings);
    this.#settings = settings;
    return settings;
  }

  #recent(): readonly Recent[] {
    return recentList.safeParse(readJson(join(this.#folder, 'recent.json'))).data ?? [];
  }

  recent(): (Recent & { exists: boolean })[] {
    return this.#recent().map((entry) => ({ ...entry, exists: existsSync(entry.path) }));
  }

  remember(path: string, name: string): void {
    const rest = this.#recent().filter((entry) => entry.path !== path);
    writeJson(join(this.#folder, 'recent.json'), [{ path, name, at: new Date().toISOString() }, ...rest].slice(0, 12));
  }
}
