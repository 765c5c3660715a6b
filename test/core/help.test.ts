/** The help: every picture that a page names is there, small and with words for who does not see it; and none is there for nothing. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/i18n/index.ts';

const resources = path.resolve(import.meta.dirname, '../../resources');
const folder = path.join(resources, 'pictures/help');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.png'));

interface Named {
  readonly page: string;
  readonly about: string;
  readonly name: string;
}

function picturesOf(language: string): Named[] {
  const pages = path.join(resources, 'help', language);
  return readdirSync(pages).flatMap((page) =>
    [...readFileSync(path.join(pages, page), 'utf8').matchAll(/!\[(.*?)\]\((.*?)\)/g)].map(([, about = '', name = '']) => ({ page, about, name })),
  );
}

describe.each(languages)('the help in %s', (language) => {
  const named = picturesOf(language);

  // catches: a picture that was renamed, or that is of the other language
  it('names pictures that are there, of its own language or without words', () => {
    expect(named.length).toBeGreaterThan(5);
    for (const { page, name } of named) {
      expect(files, page).toContain(name);
      expect([language, '.'], `${page}: ${name}`).toContain(path.dirname(name));
    }
  });

  // catches: a picture that says nothing to who listens
  it('says of each what can be seen, in a paragraph of its own', () => {
    for (const { page, about, name } of named) {
      expect(about.length, `${page}: ${name}`).toBeGreaterThan(40);
      expect(readFileSync(path.join(resources, 'help', language, page), 'utf8')).toContain(`\n\n![${about}](${name})\n`);
    }
  });

  // catches: a page that has a picture in one language only
  it('has as many on each page as the other language', () => {
    const count = (all: readonly Named[]) => all.map(({ page, name }) => `${page} ${path.basename(name)}`).sort();
    for (const other of languages) expect(count(picturesOf(other))).toEqual(count(named));
  });
});

// catches: what travels with everyone for nothing, or weighs more than all the rest
it('has no picture that no page names, and none over 60 kB', () => {
  const used = new Set(languages.flatMap((language) => picturesOf(language).map(({ name }) => name)));
  expect(files.filter((name) => !used.has(name))).toEqual([]);
  for (const name of files) expect(statSync(path.join(folder, name)).size, name).toBeLessThan(60_000);
});
