/** axe finds nothing on any screen, light in Dutch and dark in English; and nothing is wider than a small window. Panels and menus: panels.test.ts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from './axe-hands.ts';
import { closeSharedBrowser } from './browsers.ts';
import { launchApp, type RunningApp } from './fixture.ts';
import { dress, network, openExample, run, settled, show } from './panel-hands.ts';

let app: RunningApp;

const rooms = [
  'overview',
  'diagram',
  'teams',
  'people',
  'organisations',
  'roles',
  'relations',
  'meetings',
  'yields',
  'activities',
  'timeline',
  'case',
  'import',
  'update',
].map((room) => `/n/${network}/${room}`);
const screens = ['/', ...rooms, '/import', '/study', '/settings'];
const laptop = { width: 1280, height: 720 };
// contrast hangs on the theme and names on the language, neither on both: two rounds see all that four would
const dresses = [
  { theme: 'light', language: 'nl' },
  { theme: 'dark', language: 'en' },
] as const;

beforeAll(async () => {
  app = await launchApp({ kind: 'loopback' });
  // what fades in is too faint for a moment
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await app.page.setViewportSize(laptop);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await closeSharedBrowser();
});

/** How far one can scroll sideways, in pixels. */
const sideways = (): Promise<number> => app.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

it('the first start', async () => {
  await run(app.page, 'portfolio.unlink', {});
  for (const { theme, language } of dresses) {
    await run(app.page, 'settings.update', { theme, language });
    await show(app.page, '/');
    expect(await faults(app.page), theme).toEqual([]);
  }
});

// 1280 x 720 at 200 % is 640 x 360: everything can still be reached, and the window itself never scrolls sideways
it.each(screens)('%s', async (path) => {
  const { page } = app;
  await openExample(page);
  await dress(page, dresses[0]);
  await show(page, path);
  for (const one of dresses) {
    await dress(page, one);
    expect(await faults(page), one.theme).toEqual([]);
    expect(await sideways(), one.language).toBeLessThanOrEqual(0);
  }
  try {
    await page.setViewportSize({ width: laptop.width / 2, height: laptop.height / 2 });
    await settled(page);
    expect(await sideways(), 'at 200 %').toBeLessThanOrEqual(0);
    // the colours are those of before
    expect(await faults(page, { known: ['color-contrast'] }), 'at 200 %').toEqual([]);
  } finally {
    await page.setViewportSize(laptop);
  }
});

// catches: a list that comes late and pushes away what someone is about to press
it('what stands in the drawer stays where it is, however late an answer comes', async () => {
  const { page } = app;
  await openExample(page);
  await dress(page, dresses[0]);
  await show(page, `/n/${network}/diagram`);
  await page.route('**/run', async (route) => {
    const { name } = route.request().postDataJSON();
    // not one of them at the same moment
    await new Promise((resolve) => setTimeout(resolve, 50 + (name.length % 5) * 60));
    await route.continue();
  });
  await page.evaluate(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    const inDrawer = (entry: PerformanceEntry & { sources?: readonly { node: Node | null }[] }): readonly Node[] =>
      (entry.sources ?? []).flatMap(({ node }) => (node?.parentElement?.closest('aside') ? [node] : []));
    new PerformanceObserver((list) =>
      moved.push(...list.getEntries().flatMap((entry) => inDrawer(entry).map((node) => node.textContent ?? ''))),
    ).observe({
      type: 'layout-shift',
    });
  });
  for (const target of ['Procesbegeleider 4', 'PLG 4', 'Kerngroep']) {
    await page.locator(`[role=button][aria-label^="${target}"]`).first().focus();
    await page.keyboard.press('Enter');
    await page.locator('aside .drawer-body:not([aria-busy=true])').waitFor();
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved), target).toEqual([]);
  }
  await page.unroute('**/run');
});

describe.each(dresses)('$theme $language', (one) => {
  it('the drawer of a person, a membership and a team, and the help', async () => {
    const { page } = app;
    await openExample(page);
    await dress(page, one);
    await show(page, `/n/${network}/diagram`);
    for (const target of ['Procesbegeleider 4', 'PLG 4', 'Laag 1']) {
      await page.locator(`[role=button][aria-label^="${target}"]`).first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
      await settled(page);
      expect(await faults(page), target).toEqual([]);
    }
    await page.keyboard.press('F1');
    await page.locator('.help-body h1').first().waitFor();
    expect(await faults(page), 'help').toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('the questions before removing and putting back, the search, and a form', async () => {
    const { page } = app;
    await openExample(page);
    await dress(page, one);
    await show(page, `/n/${network}/diagram`);
    const dialog = page.getByRole('dialog');
    await page.locator('[role=button][aria-label^="PLG 4"]').first().focus();
    await page.keyboard.press('Delete');
    await dialog.waitFor();
    await settled(page);
    expect(await faults(page), 'removing').toEqual([]);
    await page.keyboard.press('Escape');
    // while a question fades away the keys are still its own
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+k');
    // it has the focus by itself, a moment after it has come
    await dialog.getByRole('textbox').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('plg');
    // what is found in texts comes last, and makes the list long enough to scroll
    await page.locator('.found-passage').first().waitFor();
    await settled(page);
    expect(await faults(page), 'search').toEqual([]);
    await run(page, 'backup.create', {});
    await show(page, '/settings');
    await page.locator('.backup button').first().click();
    await page.getByRole('dialog').waitFor();
    await settled(page);
    expect(await faults(page), 'putting back').toEqual([]);
    await show(page, `/n/${network}/people`);
    await page.locator('.table-actions button').last().click();
    await page.locator('aside form').waitFor();
    expect(await faults(page), 'form').toEqual([]);
  });
});
