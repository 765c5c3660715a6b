/** axe finds nothing: on any screen, light in Dutch and dark in English; and nothing is wider than a small window. Panels and menus: panels.test.ts. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import { closeSharedBrowser } from './browsers.ts';
import { launchApp, type RunningApp } from './fixture.ts';

let app: RunningApp;

const network = exampleId('02/network');
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

async function run(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([operation, given]) => {
      const headers = { 'x-schakel': '1', 'content-type': 'application/json' };
      return (await fetch('/run', { method: 'POST', headers, body: JSON.stringify({ name: operation, input: given }) })).json();
    },
    [name, input] as const,
  );
}

async function openExample(page: Page): Promise<void> {
  const open = (await run(page, 'portfolio.list', {})) as { value: { open: unknown } };
  if (open.value.open === null) await run(page, 'portfolio.create', { name: 'Voorbeeld', content: 'example' });
}

async function show(page: Page, path: string): Promise<void> {
  const origin = new URL(page.url()).origin;
  await page.goto('about:blank');
  await page.goto(`${origin}/#${path}`);
  await page.locator('main').waitFor();
  await page.waitForFunction(() => (document.querySelector('main')?.textContent ?? '').length > 20 || document.querySelector('.scene') !== null);
  await page.waitForTimeout(250);
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // what is said of seven rows holds for the others
    .exclude('tbody tr:nth-child(n + 8)')
    .exclude('.update-team:nth-child(n + 3)')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
  );
}

beforeAll(async () => {
  app = await launchApp({ kind: 'loopback' });
}, 60_000);
afterAll(async () => {
  await app?.close();
  await closeSharedBrowser();
});

// contrast hangs on the theme and names on the language, neither on both: two rounds see all that four would
describe.each([
  ['light', 'nl'],
  ['dark', 'en'],
] as const)('%s %s', (theme, language) => {
  it('the first start', async () => {
    await run(app.page, 'portfolio.unlink', {});
    await run(app.page, 'settings.update', { theme, language });
    await show(app.page, '/');
    expect(await faults(app.page)).toEqual([]);
  });

  it.each(screens)('%s', async (path) => {
    await openExample(app.page);
    await show(app.page, path);
    expect(await faults(app.page)).toEqual([]);
  });

  it('the drawer of a person, a membership and a team, and the help', async () => {
    await show(app.page, `/n/${network}/diagram`);
    for (const target of ['Procesbegeleider 4', 'PLG 4', 'Laag 1']) {
      await app.page.locator(`[role=button][aria-label^="${target}"]`).first().focus();
      await app.page.keyboard.press('Enter');
      await app.page.waitForTimeout(400);
      expect(await faults(app.page), target).toEqual([]);
    }
    await app.page.keyboard.press('F1');
    await app.page.waitForTimeout(400);
    expect(await faults(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
  });

  it('the questions before removing and putting back, the search, and a form', async () => {
    await openExample(app.page);
    await show(app.page, `/n/${network}/diagram`);
    const dialog = app.page.getByRole('dialog');
    await app.page.locator('[role=button][aria-label^="PLG 4"]').first().focus();
    await app.page.keyboard.press('Delete');
    await dialog.waitFor();
    await app.page.waitForTimeout(400);
    expect(await faults(app.page), 'removing').toEqual([]);
    await app.page.keyboard.press('Escape');
    // while a question fades away the keys are still its own
    await dialog.waitFor({ state: 'hidden' });
    await app.page.keyboard.press('Control+k');
    await dialog.locator('input').waitFor();
    await app.page.keyboard.type('plg');
    // what is found in texts comes last, and makes the list long enough to scroll
    await app.page.locator('.found-passage').first().waitFor();
    await app.page.waitForTimeout(400);
    expect(await faults(app.page), 'search').toEqual([]);
    await show(app.page, '/settings');
    await run(app.page, 'backup.create', {});
    await show(app.page, '/settings');
    await app.page.locator('.backup button').first().click();
    await app.page.getByRole('dialog').waitFor();
    await app.page.waitForTimeout(400);
    expect(await faults(app.page), 'putting back').toEqual([]);
    await show(app.page, `/n/${network}/people`);
    await app.page.locator('.table-actions button').last().click();
    await app.page.locator('aside form').waitFor();
    expect(await faults(app.page), 'form').toEqual([]);
  });
});

// 1280 x 720 at 200 % is 640 x 360: everything can still be reached, and the window itself never scrolls sideways
describe.each([
  [1280, 720],
  [640, 360],
] as const)('%i x %i holds', (width, height) => {
  it.each(screens)('%s', async (path) => {
    await app.page.setViewportSize({ width, height });
    await show(app.page, path);
    const over = await app.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    // at the size of a laptop it stands as it does above
    if (width < 1000) expect(await faults(app.page)).toEqual([]);
  });
});
