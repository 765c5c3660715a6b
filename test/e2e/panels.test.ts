/** axe finds nothing in any panel, dialog or menu: opened in Dutch and light, and with the same one open once more in English and dark. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeSharedBrowser } from './browsers.ts';
import { launchApp, type RunningApp } from './fixture.ts';
import { openExample, run, settled } from './panel-hands.ts';
import { panels } from './panels.ts';

let app: RunningApp;

/** The page hears of it and draws itself anew; what is open stays open. */
async function dress(page: Page, theme: 'light' | 'dark', language: 'nl' | 'en'): Promise<void> {
  await run(page, 'settings.update', { theme, language });
  await page.locator(`html[data-theme="${theme}"][lang="${language}"]`).waitFor();
  await settled(page);
}

/** Marks what is looked at: the dialog, menu or form that was opened, else the room. */
const mark = (opened: Locator): Promise<void> =>
  opened.evaluate((element) => {
    const over = element.closest('[role="dialog"], [role="menu"], .column-menu, .columns-menu, .diagram-side, main');
    for (const before of document.querySelectorAll('[data-looked-at]')) before.removeAttribute('data-looked-at');
    over?.setAttribute('data-looked-at', '');
  });

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .include('[data-looked-at]')
    // the drawing has no text that axe can see, and what is said of seven rows holds for the others
    .exclude('.scene')
    .exclude('tbody tr:nth-child(n + 8)')
    .exclude('.update-team:nth-child(n + 3)')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`));
}

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

// catches: a field without a name, words that are too faint in one of the themes, a list that the keyboard cannot scroll
it.each(panels)('$name', async ({ open }) => {
  const { page } = app;
  await dress(page, 'light', 'nl');
  const opened = await open(page, 'nl');
  await opened.waitFor();
  await mark(opened);
  await settled(page);
  expect(await faults(page), 'light, Dutch').toEqual([]);
  await dress(page, 'dark', 'en');
  expect(await opened.isVisible(), 'still open').toBe(true);
  expect(await faults(page), 'dark, English').toEqual([]);
});
