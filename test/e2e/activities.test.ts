/** The register of activities: what is missing is counted three ways, with what is chosen; a row opens; the whole goes to Excel. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-activities-'));
let app: RunningApp | undefined;
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await app?.page.screenshot({ path: path.join(root, 'dist', `failed-activities-${app.kind}.png`) });
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

const counts = async (page: Page): Promise<string[]> =>
  (await page.locator('.activity-counts dd').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

describe.each(['loopback', 'electron'] as const)('%s', (kind: HostKind) => {
  it('counts what is missing, opens a row and goes to Excel', async () => {
    app = await launchApp({ kind });
    const { page } = app;
    await app.willSave(path.join(folder, `${kind}.schakel`));
    await page.getByRole('button', { name: 'Voorbeeld openen' }).click();
    await page
      .getByRole('link', { name: /Kenniscommunity/ })
      .first()
      .click();
    await page.waitForURL((url) => url.hash.includes(exampleId('K/network')));
    await page.getByRole('navigation').getByRole('link', { name: 'Activiteiten' }).click();
    await expect
      .poll(() => counts(page))
      .toEqual(['20 van 30 bekend 9 niet bekend 1 n.v.t. 0 niet ingevuld', '7 van 30 bekend 22 niet bekend 0 n.v.t. 1 niet ingevuld']);

    await choose(page, 'Pijler of laag', /^Pijler Kennis/);
    await expect
      .poll(() => counts(page))
      .toEqual(['1 van 4 bekend 2 niet bekend 1 n.v.t. 0 niet ingevuld', '2 van 4 bekend 2 niet bekend 0 n.v.t. 0 niet ingevuld']);
    await choose(page, 'Soort', /^Congres/);
    await expect.poll(() => page.locator('tr[data-index]').count()).toBe(1);
    await page.locator('tr[data-index] td').first().focus();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.getByRole('complementary', { name: 'Gegevens' }).innerText()).toContain('NRO-congres');
    await page.keyboard.press('Escape');

    // the timeline shows what is chosen, and the way back to the table is there for the keyboard
    await page.getByRole('tab', { name: 'Tijdlijn' }).click();
    await expect.poll(() => page.locator('.activity-row').count()).toBe(1);
    expect(await page.getByRole('group', { name: /Getekend: 1 van de 1 activiteiten/ }).count()).toBe(1);
    await choose(page, 'Pijler of laag', /^Alle pijlers/);
    await choose(page, 'Soort', /^Alle soorten/);
    await expect.poll(() => page.locator('.activity-row').count()).toBe(30);
    await page.locator('.activity-row').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('complementary', { name: 'Gegevens' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    const picture = path.join(folder, `${kind}.svg`);
    const drawn = await app.willSave(picture);
    await page.getByRole('button', { name: 'Opslaan als' }).click();
    await page.getByRole('menuitem', { name: 'SVG' }).click();
    await drawn.saved;
    await expect.poll(() => (existsSync(picture) ? readFileSync(picture, 'utf8') : '')).toContain('Getekend: 30 van de 30 activiteiten.');
    await page.getByRole('button', { name: 'Naar de tabel' }).press('Enter');

    const file = path.join(folder, `${kind}.xlsx`);
    const { saved } = await app.willSave(file);
    await page.getByRole('button', { name: 'Downloaden' }).click();
    await page.getByRole('menuitem', { name: 'Excel (xlsx)' }).click();
    await expect.poll(() => page.locator('.exchange-note').innerText()).toContain('K Kenniscommunity NP Onderwijs activiteiten.xlsx');
    await saved;
    const book = read(readFileSync(file), { type: 'buffer' });
    const cells = utils.sheet_to_json<string[]>(book.Sheets.Activiteiten as never, { header: 1, defval: '' }).flat();
    expect(cells.filter((cell) => cell === 'Niet bekend')).toHaveLength(9);
    expect(cells.filter((cell) => cell === 'Geen beoordeling bekend')).toHaveLength(22);
  });
});
