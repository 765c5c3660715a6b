/** The help pages: Markdown files per language, named by topic; their first heading is their title. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../db/safety/refusal.ts';

const titleOf = (markdown: string): string => /^#\s+(.+)$/m.exec(markdown)?.[1] ?? '';

/** @param topic letters and dashes only; the contract has seen to that */
export function readHelp(folder: string, language: string, topic: string) {
  const own = join(folder, language);
  const read = (name: string) => readFileSync(join(own, `${name}.md`), 'utf8');
  const order = JSON.parse(readFileSync(join(folder, 'topics.json'), 'utf8')) as string[];
  const there = new Set(readdirSync(own).map((name) => name.replace(/\.md$/, '')));
  if (!there.has(topic)) throw new Refusal('not_found', 'noHelp', {}, ['topic']);
  return {
    topic,
    markdown: read(topic),
    topics: order.filter((name) => there.has(name)).map((name) => ({ topic: name, title: titleOf(read(name)) })),
  };
}
