/** axe finds nothing in any panel, dialog or menu: in Dutch and light, and with the same one open once more in English and dark, or the other way round. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from './axe-hands.ts';
import { closeSharedBrowser } from './browsers.ts';
import { launchApp, type RunningApp } from './fixture.ts';
import { dress, openExample, settled } from './panel-hands.ts';
import { panels } from './panels.ts';

let app: RunningApp;

/** Marks what is looked at: the dialog, menu or form that was opened, else the room. */
const mark = (opened: Locator): Promise<void> =>
  opened.evaluate((element) => {
    const over = element.closest('[role="dialog"], [role="menu"], .column-menu, .columns-menu, .diagram-side, main');
    for (const before of document.querySelectorAll('[data-looked-at]')) before.removeAttribute('data-looked-at');
    over?.setAttribute('data-looked-at', '');
  });

beforeAll(async () => {
  app = await launchApp({ kind: 'loopback' });
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  app.page.setDefaultTimeout(10_000);
  await openExample(app.page);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await closeSharedBrowser();
});

// the drawing has no text that axe can see
const look = { within: '[data-looked-at]', without: ['.scene'] };
const dresses = [
  { theme: 'light', language: 'nl' },
  { theme: 'dark', language: 'en' },
] as const;

// catches: a field without a name, words that are too faint in one of the themes, a list that the keyboard cannot scroll
it.each(panels.map((panel, at) => ({ ...panel, at })))('$name', async ({ open, at }) => {
  const { page } = app;
  // every other one is opened in the dress that the one before it ended in, so that both are opened in
  const [first, second] = at % 2 === 0 ? dresses : ([dresses[1], dresses[0]] as const);
  await dress(page, first);
  const opened = await open(page, first.language);
  await opened.waitFor();
  await mark(opened);
  await settled(page);
  expect(await faults(page, look), `${first.theme} ${first.language}`).toEqual([]);
  await dress(page, second);
  expect(await opened.isVisible(), 'still open').toBe(true);
  expect(await faults(page, look), `${second.theme} ${second.language}`).toEqual([]);
});
