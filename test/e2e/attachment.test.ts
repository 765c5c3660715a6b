/** The poster itself beside what was said of it: chosen, asked about where it lies, saved as a copy, taken away and brought back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import { faults } from './axe-hands.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';
import { handsOn } from './keyboard-hands.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-attachment-'));
const poster = path.join(folder, 'poster.pdf');
const page = path.join(folder, 'foto.png');
const program = path.join(folder, 'spel.pdf');
writeFileSync(poster, '%PDF-1.7\nDe poster van PLG 4');
writeFileSync(page, '<!DOCTYPE html><p>geen foto</p>');
writeFileSync(program, 'MZ geen verslag');

let app: RunningApp | undefined;
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await app?.page.screenshot({ path: path.join(root, 'dist', `failed-attachment-${app.kind}.png`) });
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  it('a yield has its file', async () => {
    app = await launchApp({ kind });
    const { page: screen } = app;
    screen.setDefaultTimeout(10_000);
    const { run } = handsOn(screen);
    const networkId = exampleId('02/network');
    await run('portfolio.create', { name: 'Voorbeeld', content: 'example' });
    await run('yield.create', { networkId, name: 'Praatplaat woordenschat' });
    await screen.evaluate((id) => {
      location.hash = `#/n/${id}/yields`;
    }, networkId);
    const row = screen.locator('tr[data-index]', { hasText: 'Praatplaat woordenschat' });
    await row.locator('td').first().focus();
    await screen.keyboard.press('Control+Enter');
    const button = (name: string) => screen.getByRole('button', { name, exact: true });
    const choose = async (name: string, file: string): Promise<void> => {
      await app?.willOpen(file);
      await button(name).click();
    };
    await choose('Bestand kiezen', program);
    await screen.getByText(/‘spel.pdf’ is een programma/).waitFor();
    await choose('Bestand kiezen', page);
    await screen.getByText(/‘foto.png’ is niet wat de naam zegt: het is een webpagina/).waitFor();
    await button('Toch bewaren').click();
    await screen.getByText('foto.png.html', { exact: true }).waitFor();
    await choose('Ander bestand kiezen', poster);
    await screen.getByText('poster.pdf', { exact: true }).waitFor();
    await screen.getByText('PDF, 28 B').waitFor();
    expect(await faults(screen)).toEqual([]);
    if (process.env.SCHAKEL_PICTURES) await screen.screenshot({ path: path.join(process.env.SCHAKEL_PICTURES, `attachment-${kind}.png`) });

    const copy = path.join(folder, `${kind}.pdf`);
    const { saved } = await app.willSave(copy);
    await button('Kopie bewaren').click();
    await screen.getByText('Bewaard: poster.pdf').waitFor();
    await saved;
    expect(readFileSync(copy).equals(readFileSync(poster))).toBe(true);

    // catches: a reach that was typed as '1,234' and is kept as the 1,23 that was on the way to it
    await screen.getByRole('button', { name: 'Stap toevoegen' }).first().click();
    await screen.locator('#step-audience').fill('bezoekers van de website');
    await screen.locator('#step-reach').pressSequentially('1,234');
    await screen.getByText('‘1,234’ kan twee dingen zijn.').waitFor();
    await screen.locator('.yield-form button[type=submit]').click();
    await expect.poll(() => screen.locator('#step-reach').evaluate((field) => field === document.activeElement)).toBe(true);
    const yieldId = (
      (await run('yield.list', { networkId, at: '2026-11-21' })) as { value: { rows: { id: string; name: string }[] } }
    ).value.rows.find(({ name }) => name === 'Praatplaat woordenschat')?.id;
    const steps = async () =>
      ((await run('spread.list', { yieldId, at: '2026-11-21' })) as { value: { rows: { reach: { low: number }[] }[] } }).value.rows;
    expect(await steps()).toEqual([]);
    await screen.locator('#step-reach').fill('1.234');
    await screen.locator('.yield-form button[type=submit]').click();
    await expect.poll(async () => (await steps()).map(({ reach }) => reach.map(({ low }) => low))).toEqual([[1234]]);

    await button('Weghalen').click();
    await button('Bestand kiezen').waitFor();
    await screen.locator('h1').first().click();
    await screen.keyboard.press('Control+z');
    await screen.getByText('poster.pdf', { exact: true }).waitFor();
    expect(app.problems).toEqual([]);
  });
});
