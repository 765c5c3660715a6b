/**
 * Reading the drawing as a coordinator does before a meeting: folds what is not meant, filters, looks from one person outward,
 * keeps what she sees as views, writes on them and shows them as slides; and finds them again the next day.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-reading-'));
let app: RunningApp | undefined;

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await app?.page.screenshot({ path: path.join(root, 'dist', `failed-${app.kind}-${task.name.slice(0, 30)}.png`) });
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

const item = (page: Page, label: string) => page.locator(`[data-item][aria-label^="${label}"]`).first();
const count = (page: Page, label: string) => page.locator(`[data-item][aria-label^="${label}"]`).count();
const say = (page: Page, text: RegExp | string) => page.getByText(text).first().waitFor();

async function openDiagram(running: RunningApp, code = 'STAAL-werk'): Promise<Page> {
  const { page } = running;
  await running.willSave(path.join(folder, `${running.kind}-${Date.now()}.schakel`));
  await page.getByRole('button', { name: 'Voorbeeld openen' }).click();
  await page
    .getByRole('link', { name: new RegExp(code) })
    .first()
    .click();
  await page.getByRole('navigation').getByRole('link', { name: 'Systeemplaatje' }).click();
  await item(page, 'PLG 3').waitFor();
  return page;
}

/** Where things stand on the screen. */
const places = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('[data-item]')].map((element) => [
        element.getAttribute('data-item') ?? '',
        ['x', 'y', 'width', 'height'].map((name) => element.getAttribute(name)).join(' '),
      ]),
    ),
  );

/** Everything that is in both stands where it stood. */
function still(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((key) => before[key] !== undefined && before[key] !== after[key]);
}

async function search(page: Page, name: string): Promise<void> {
  // a menu that closes takes the focus back to its button
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill(name);
  await page.locator('.mantine-Spotlight-action', { hasText: name }).first().click();
}

async function keepView(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Weergaven', exact: true }).click();
  await page.getByLabel('Naam van de weergave').fill(name);
  await page.keyboard.press('Enter');
  await say(page, `Weergave ${name} is bewaard.`);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

const faintOnes = (page: Page): Promise<number> => page.locator('.scene g.leaf[opacity]').count();
const slideWords = (page: Page): Promise<string | null> => page.locator('.slides-words').textContent();

/** The menu of what can be saved; where the tools above it move as it is clicked, it is clicked again, as a person would. */
async function svgItem(page: Page): Promise<Locator> {
  const item = page.getByRole('menuitem', { name: /SVG/ });
  for (let tries = 0; tries < 5; tries++) {
    await page.getByRole('button', { name: 'Bewaren als' }).click();
    const isOpen = await item.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (isOpen) return item;
  }
  throw new Error('the menu does not open');
}

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  // catches: a view that forgets what it showed, notes that are lost or cannot be taken back, slides that cannot be left
  it('keeps views with notes, shows them as slides, and finds them the next day', async () => {
    const userData = path.join(folder, `views-${kind}`);
    app = await launchApp({ kind, userData });
    let page = await openDiagram(app);
    await keepView(page, 'Alles');
    await item(page, 'PLG 3').focus();
    await page.keyboard.press('-');
    await page.getByRole('button', { name: 'Beeld', exact: true }).click();
    await page.getByRole('radio', { name: 'Sector' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Sector' }).waitFor({ state: 'detached' });
    await keepView(page, 'Zonder PLG 3');

    await page.getByRole('button', { name: 'Notitie', exact: true }).click();
    await page.locator('.note-editor').waitFor();
    await page.keyboard.type('Hier kijken we nu');
    await page.keyboard.press('Control+Enter');
    const note = page.getByRole('button', { name: 'Notitie: Hier kijken we nu' });
    await note.waitFor();
    const from = await note.boundingBox();
    await note.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => Math.round((await note.boundingBox())?.x ?? 0)).toBeGreaterThan(Math.round(from?.x ?? 0));
    const moved = await note.boundingBox();
    if (!moved) throw new Error('no note');
    await page.mouse.move(moved.x + 20, moved.y + 10);
    await page.mouse.down();
    await page.mouse.move(moved.x + 80, moved.y + 70, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => Math.round((await note.boundingBox())?.y ?? 0)).toBeGreaterThan(Math.round(moved.y) + 30);
    await note.focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => note.count()).toBe(0);
    await page.keyboard.press('Control+z');
    await note.waitFor();

    await page.getByRole('button', { name: 'Presenteren' }).click();
    await expect.poll(() => slideWords(page)).toContain('Zonder PLG 3');
    expect(await slideWords(page)).toContain('2 van 2');
    await page.keyboard.press('PageUp');
    await expect.poll(() => slideWords(page)).toContain('1 van 2');
    for (const [key, words] of [
      ['ArrowRight', '2 van 2'],
      ['Home', '1 van 2'],
      [' ', '2 van 2'],
      ['ArrowLeft', '1 van 2'],
      ['End', '2 van 2'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => slideWords(page)).toContain(words);
    }
    await expect.poll(() => page.locator('.slides .scene text', { hasText: 'Hier kijken' }).count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.locator('.slides').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Weergaven', exact: true }).click();
    await page.getByRole('button', { name: 'Weergave openen: Zonder PLG 3' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await say(page, 'Zonder PLG 3 staat nu op plek 1 van 2.');
    await page.keyboard.press('Escape');
    await app.close();

    app = await launchApp({ kind, userData });
    page = app.page;
    await page
      .getByRole('button', { name: /^Voorbeeld .*\.schakel/ })
      .first()
      .click();
    await page
      .getByRole('link', { name: /STAAL-werk/ })
      .first()
      .click();
    await page.getByRole('navigation').getByRole('link', { name: 'Systeemplaatje' }).click();
    await item(page, 'PLG 3').waitFor();
    await page.getByRole('button', { name: 'Weergaven', exact: true }).click();
    await expect.poll(() => page.locator('.views-open').allTextContents()).toEqual(['Zonder PLG 3', 'Alles']);
    await page.getByRole('button', { name: 'Weergave openen: Zonder PLG 3' }).click();
    await expect.poll(() => item(page, 'PLG 3').getAttribute('aria-label')).toContain('dicht');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Notitie: Hier kijken we nu' }).waitFor();
    await page.getByRole('button', { name: 'Beeld', exact: true }).click();
    expect(await page.getByRole('radio', { name: 'Sector' }).isChecked()).toBe(true);
    await page.keyboard.press('Escape');

    // what leaves the app is what is on the screen
    const file = path.join(folder, `${kind}.svg`);
    const { saved } = await app.willSave(file);
    await (await svgItem(page)).click();
    await saved;
    await expect.poll(() => readFileSync(file, 'utf8').includes('Hier kijken'), { timeout: 20_000 }).toBe(true);
    expect(app.problems).toEqual([]);
  });

  // catches: a legend that can only be looked at, or that loses what was left out so that it cannot be taken back
  it('leaves out by the legend, by click and by key, and puts roles in the place of names or nothing', async () => {
    app = await launchApp({ kind });
    const page = await openDiagram(app);
    const value = page.getByRole('checkbox', { name: 'Schoolbestuur' });
    expect(await value.getAttribute('aria-checked')).toBe('true');
    await value.click();
    await expect.poll(() => value.getAttribute('aria-checked')).toBe('false');
    await page.getByRole('button', { name: /Filter weghalen: zonder schoolbestuur/i }).waitFor();
    await value.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => value.getAttribute('aria-checked')).toBe('true');
    await expect.poll(() => page.getByRole('button', { name: /^Filter weghalen/ }).count()).toBe(0);
    const drawn = () => page.locator('.diagram-svg .scene text').count();
    const before = await drawn();
    await page.getByRole('button', { name: 'Beeld', exact: true }).click();
    await page.getByRole('radio', { name: 'Rol' }).last().click();
    await expect.poll(() => item(page, 'Procesbegeleider 1').count()).toBe(0);
    expect(await page.locator('[data-item^="membership"][aria-label^="procesbegeleider," i]').count()).toBeGreaterThan(3);
    expect(await page.locator('.diagram-svg').textContent()).not.toContain('Procesbegeleider 1');
    await page.keyboard.press('Escape');
    const file = path.join(folder, `${kind} roles.svg`);
    const { saved } = await app.willSave(file);
    await (await svgItem(page)).click();
    await saved;
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').includes('</svg>'), { timeout: 20_000 }).toBe(true);
    expect(readFileSync(file, 'utf8')).not.toContain('Procesbegeleider 1');
    await page.getByRole('button', { name: 'Filter weghalen: Rol in plaats van de naam', exact: true }).click();
    await expect.poll(() => item(page, 'Procesbegeleider 1').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Beeld', exact: true }).click();
    await page.getByRole('radio', { name: 'Alleen van bruggen' }).click();
    await expect.poll(drawn).toBeLessThan(before);
    const bridges = await drawn();
    await page.getByRole('radio', { name: 'Geen namen' }).click();
    await expect.poll(drawn).toBeLessThan(bridges);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filter weghalen: zonder namen', exact: true }).click();
    await expect.poll(drawn).toBe(before);
    expect(app.problems).toEqual([]);
  });
});

// what hangs on the page alone is the same in both hosts
describe('electron', () => {
  // catches: a fold that lets the rest move, that cannot be undone by its own key, or that loses who is inside
  it('folds a team by key, by menu and by double click, and what is outside stays', async () => {
    app = await launchApp({ kind: 'electron' });
    const page = await openDiagram(app);
    const before = await places(page);
    await item(page, 'PLG 3').focus();
    await page.keyboard.press('-');
    await expect.poll(() => item(page, 'PLG 3').getAttribute('aria-label')).toContain('dicht');
    const closed = await places(page);
    expect(still(before, closed)).toEqual([]);
    expect(Object.keys(closed).length).toBeLessThan(Object.keys(before).length);
    await item(page, 'PLG 3').focus();
    await page.keyboard.press('+');
    await expect.poll(() => places(page)).toEqual(before);

    const title = await page.locator('.scene text', { hasText: 'PLG 4' }).first().boundingBox();
    if (!title) throw new Error('no title');
    await page.mouse.dblclick(title.x + title.width / 2, title.y + title.height / 2);
    await expect.poll(() => item(page, 'PLG 4').getAttribute('aria-label')).toContain('dicht');
    await page.getByRole('button', { name: 'Vouwen' }).click();
    await page.getByRole('menuitem', { name: 'Alles dicht' }).click();
    await expect.poll(() => count(page, 'Procesbegeleider 2,')).toBe(0);

    // someone inside is found by the search, and can be shown
    await search(page, 'Procesbegeleider 2');
    await say(page, /Procesbegeleider 2 zit in .*, en dat team is dicht/);
    await page.getByRole('button', { name: 'Openvouwen', exact: true }).click();
    await expect.poll(() => count(page, 'Procesbegeleider 2,')).toBeGreaterThan(0);
    expect(app.problems).toEqual([]);
  });

  // catches: a filter that says nothing, that closes ranks, or that makes someone unfindable
  it('filters with chips and counts, and offers to show who is left out', async () => {
    app = await launchApp({ kind: 'electron' });
    const page = await openDiagram(app);
    const before = await places(page);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /^Procesbegeleider/ })
      .uncheck();
    await say(page, /^\d+ van \d+ verborgen/);
    await page.keyboard.press('Escape');
    expect(await count(page, 'Procesbegeleider 2,')).toBe(0);
    expect(still(before, await places(page))).toEqual([]);
    await search(page, 'Procesbegeleider 2');
    await say(page, 'Procesbegeleider 2 valt buiten je filter.');
    await page.getByRole('button', { name: 'Toch tonen' }).click();
    await expect.poll(() => count(page, 'Procesbegeleider 2,')).toBeGreaterThan(0);
    await expect.poll(() => page.getByText(/verborgen/).count()).toBe(0);
    expect(app.problems).toEqual([]);
  });

  // catches: a focus that cannot be left with Esc, a hover that stays, and either of them moving anything
  it('looks from one person outward by steps; hover dims and lets go', async () => {
    app = await launchApp({ kind: 'electron' });
    const page = await openDiagram(app);
    const before = await places(page);
    await item(page, 'Promovendus 1,').focus();
    await page.keyboard.press('f');
    await say(page, 'Alleen wat samenhangt met Promovendus 1');
    const one = await faintOnes(page);
    expect(one).toBeGreaterThan(10);
    await page.keyboard.press('+');
    await say(page, 'Stappen: 2');
    expect(await faintOnes(page)).toBeLessThan(one);
    await page.keyboard.press('-');
    await expect.poll(() => faintOnes(page)).toBe(one);
    await page.keyboard.press('Escape');
    await expect.poll(() => faintOnes(page)).toBe(0);
    expect(await places(page)).toEqual(before);

    const box = await item(page, 'Promovendus 1,').boundingBox();
    if (!box) throw new Error('no sign');
    await page.mouse.move(box.x + 8, box.y + box.height / 2);
    await expect.poll(() => page.locator('.scene.showcase .leaf.lit').count()).toBeGreaterThan(3);
    await page.mouse.move(5, 5);
    await expect.poll(() => page.locator('.scene.showcase').count()).toBe(0);
    expect(app.problems).toEqual([]);
  });

  // catches: a chip or line that does not tell who said so, or a note that stays when the pointer is gone
  it('tells of a chip since when it is there and who says so', async () => {
    app = await launchApp({ kind: 'electron' });
    const page = await openDiagram(app);
    const box = await item(page, 'Projectleider').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 12, (box?.y ?? 0) + 12);
    const note = page.getByRole('tooltip');
    await note.waitFor();
    expect(await note.textContent()).toMatch(/Projectleider.*Bron: .+/);
    await page.mouse.move(5, 5);
    await note.waitFor({ state: 'detached' });
    expect(app.problems).toEqual([]);
  });

  // catches: a wheel that does nothing or zooms at a corner, a drawing that runs from under the pointer when tools come above it
  it('zooms at the pointer by wheel, and stays where it is when a bar comes above it', async () => {
    app = await launchApp({ kind: 'electron' });
    const page = await openDiagram(app);
    const under = item(page, 'PLG 3');
    const middle = async () => {
      const box = await under.boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2, width: box?.width ?? 0 };
    };
    const before = await middle();
    await page.mouse.move(before.x, before.y);
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => (await middle()).width).toBeGreaterThan(before.width * 1.2);
    const near = await middle();
    expect(Math.hypot(near.x - before.x, near.y - before.y)).toBeLessThan(3);
    await page.getByRole('button', { name: 'Beeld', exact: true }).click();
    await page.getByRole('radio', { name: 'Geen namen' }).click();
    await page.getByRole('button', { name: 'Filter weghalen: zonder namen', exact: true }).waitFor();
    await page.waitForTimeout(200);
    const after = await middle();
    expect(Math.hypot(after.x - near.x, after.y - near.y)).toBeLessThan(3);
    // the table twin has no frame; back from it the wheel works still
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Als tabel' }).click();
    await page.getByRole('table').first().waitFor();
    await page.getByRole('button', { name: 'Als tabel' }).click();
    await under.waitFor();
    const back = await middle();
    await page.mouse.move(back.x, back.y);
    await page.mouse.wheel(0, 300);
    await expect.poll(async () => (await middle()).width).toBeLessThan(back.width * 0.9);
    expect(app.problems).toEqual([]);
  });

  // catches: a map that cannot be dragged, arrows that pan while a sign has the focus
  it('pans with the arrows and the small map', async () => {
    app = await launchApp({ kind: 'electron' });
    const page = await openDiagram(app);
    const camera = () => page.locator('.diagram-svg > g').first().getAttribute('transform');
    expect(await page.locator('.minimap').count()).toBe(0);
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control++');
    await page.locator('.minimap').waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const before = await camera();
    await page.keyboard.press('ArrowRight');
    await expect.poll(camera).not.toBe(before);
    const panned = await camera();
    const map = await page.locator('.minimap').boundingBox();
    if (!map) throw new Error('no map');
    await page.mouse.click(map.x + map.width - 4, map.y + map.height - 4);
    await expect.poll(camera).not.toBe(panned);
    expect(app.problems).toEqual([]);
  });
});
