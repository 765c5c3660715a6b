/** A yield from its making to what stays of it, as a coordinator does it: in a window and in a browser tab. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import { closeSharedBrowser } from './browsers.ts';
import { exampleAt, type HostKind, launchApp, type RunningApp } from './fixture.ts';

const network = exampleId('02/network');
const folder = mkdtempSync(path.join(tmpdir(), 'schakel-yields-'));
let app: RunningApp | undefined;

afterEach(async () => {
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

async function open(page: Page): Promise<void> {
  await exampleAt(page, `/n/${network}/yields`);
  await page.getByRole('heading', { name: 'Opbrengsten', exact: true }).waitFor();
  await setDay(page, '31-7-2024');
}

async function setDay(page: Page, day: string): Promise<void> {
  const field = page.locator('#as-of-day');
  await field.fill(day);
  await field.press('Enter');
}

/** What is typed finds, and the first that is found is taken. */
async function pick(page: Page, id: string, text: string): Promise<void> {
  await page.locator(`#${id}`).fill(text);
  await page.getByRole('option', { name: text, exact: false }).first().waitFor();
  await page.keyboard.press('Enter');
}

async function date(page: Page, id: string, text: string): Promise<void> {
  const field = page.locator(`#${id}`);
  await field.fill(text);
  await field.press('Tab');
}

const drawer = (page: Page) => page.locator('aside');
const form = (page: Page) => page.locator('.yield-form');
const panel = (page: Page) => page.locator('.yield-panel');
const places = (page: Page) => page.locator('[data-place]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
const slider = (page: Page) => page.getByRole('slider', { name: 'Datum' });

async function makeYield(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Opbrengst toevoegen' }).click();
  await page.locator('#new-yield-name').fill('Praatplaat woordenschat');
  await pick(page, 'new-yield-makers', 'PLG 2');
  await date(page, 'new-yield-start', 'september 2023');
  await drawer(page).locator('button[type=submit]').click();
  await drawer(page).getByRole('heading', { name: 'Praatplaat woordenschat' }).waitFor();
  // what travels: in the part of the form that is folded
  await drawer(page).locator('.fold').first().click();
  await drawer(page).getByRole('checkbox', { name: 'grensobject' }).click();
  // the drawer goes, and the row opens on its page
  await page.keyboard.press('Escape');
  const row = page.locator('tr[data-index]', { hasText: 'Praatplaat' });
  await row.getByText('grensobject').waitFor();
  await row.locator('td').first().focus();
  await page.keyboard.press('Control+Enter');
  await page.locator('.yield-head h1').waitFor();
}

/** @param to a place, or words for an audience; @param far overrules the distance, for this reason */
async function addStep(page: Page, to: string, since: string, far?: { ring: string; reason: string }): Promise<void> {
  await panel(page).getByRole('button', { name: 'Stap toevoegen' }).first().click();
  await form(page).waitFor();
  if (far === undefined) {
    await pick(page, 'step-toId', to);
    await form(page).getByRole('status').getByText('Schakel leidt af: netwerk.').waitFor();
  } else {
    await page.locator('#step-audience').fill(to);
    await form(page).getByRole('button', { name: 'Een andere afstand kiezen' }).click();
    await page.locator('#step-distance').click();
    await page.getByRole('option', { name: far.ring, exact: true }).click();
  }
  await date(page, 'step-start', since);
  const send = form(page).locator('button[type=submit]');
  await send.click();
  if (far !== undefined) {
    // it asks why, and keeps what was typed
    await form(page).getByText('Zeg waarom je van de afgeleide afstand afwijkt.').waitFor();
    await page.locator('#step-reason').fill(far.reason);
    await send.click();
  }
  await form(page).waitFor({ state: 'hidden' });
}

/** By keyboard alone, once the form is there. */
async function score(page: Page, when: string, digits: string): Promise<void> {
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Beoordelen' }).click();
  await form(page).waitFor();
  await date(page, 'quality-date', when);
  await page.locator('[data-aspect=visibility] input').first().focus();
  for (const digit of digits) await page.keyboard.press(digit);
  // after the last row the button has the focus
  await page.keyboard.press('Enter');
  await form(page).waitFor({ state: 'hidden' });
}

describe.each<HostKind>(['loopback', 'electron'])('%s', (kind) => {
  it('is made, goes three steps, is scored twice and embedded; the slider shows what was there by then; undo takes it back', async () => {
    app = await launchApp({ kind });
    const { page } = app;
    page.setDefaultTimeout(12_000);
    await open(page);
    await makeYield(page);
    await addStep(page, 'PLG 1', '1-10-2023');
    await addStep(page, 'PLG 4', '15-1-2024');
    await addStep(page, 'Webinar taal', '1-3-2024', { ring: 'land', reason: 'deelnemers uit het hele land' });
    await expect.poll(() => places(page)).toHaveLength(3);
    expect((await places(page)).sort()).toEqual([
      'PLG 1, netwerk, overgenomen sinds 1 okt 2023, bereik niet bekend',
      'PLG 4, netwerk, overgenomen sinds 15 jan 2024, bereik niet bekend',
      'Webinar taal, land, overgenomen sinds 1 mrt 2024, bereik niet bekend',
    ]);
    await panel(page).getByText('Van 3 van 3 stappen is het bereik niet bekend.').waitFor();
    await panel(page).getByText('De verste kring is: land.').waitFor();

    await score(page, 'december 2023', '2314');
    await score(page, 'juni 2024', '4435');
    await page.locator('.segments label', { hasText: 'Kwaliteit' }).click();
    await page.getByRole('img', { name: /Zichtbaarheid: 2 \(dec 2023\), 4 \(jun 2024\)/ }).waitFor();
    await page.locator('.segments label', { hasText: 'Ringen' }).click();

    await panel(page).getByRole('button', { name: 'Borging toevoegen' }).click();
    await page.locator('#new-embedding-form').click();
    await page.getByRole('option', { name: 'curriculum' }).click();
    await date(page, 'new-embedding-start', 'februari 2024');
    await date(page, 'new-embedding-fundedUntil', 'mei 2024');
    await drawer(page).locator('button[type=submit]').click();
    await panel(page).getByText('Gekozen als blijvend: curriculum.').waitFor();
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'hidden' });

    // the slider: a step back each time, to the day on which something changed
    await slider(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => slider(page).getAttribute('aria-valuetext')).toBe('1 maart 2024, 3 plekken');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => slider(page).getAttribute('aria-valuetext')).toBe('15 januari 2024, 2 plekken');
    expect(await page.locator('#as-of-day').inputValue()).toContain('15 januari 2024');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await places(page)).map((label) => label.split(',')[0])).toEqual(['PLG 1']);
    // from the drawing: Enter lights the route, the arrows go on through time, space plays to the end
    await page.locator('[data-place]').focus();
    await page.keyboard.press('Enter');
    await panel(page).getByText('‘Praatplaat woordenschat’ kwam van PLG 2 bij PLG 1.').waitFor();
    // nearer and farther with the keys of the system diagram, and by wheel
    const zoom = async (): Promise<number> => Number.parseInt(await page.locator('.zoom-buttons > span').innerText(), 10);
    const whole = await zoom();
    await page.keyboard.press('Control+=');
    await expect.poll(zoom).toBeGreaterThan(whole);
    await page.keyboard.press('Control+0');
    await expect.poll(zoom).toBeLessThanOrEqual(whole);
    await page.locator('.yield-rings').hover({ position: { x: 40, y: 40 } });
    await page.mouse.wheel(0, -300);
    await expect.poll(zoom).toBeGreaterThan(whole);
    await page.keyboard.press('Control+0');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => places(page)).toHaveLength(2);
    await page.keyboard.press('Space');
    await expect.poll(() => places(page)).toHaveLength(3);
    await page.getByRole('button', { name: 'Afspelen' }).waitFor();

    // the chain on a day after the money
    await setDay(page, '31-7-2024');
    await page.locator('.segments label', { hasText: 'Keten' }).click();
    await page.getByRole('img', { name: /Geborgd: curriculum.*Na de financiering: Is er nog, Het geld stopte mei 2024/ }).waitFor();
    await page.locator('.segments label', { hasText: 'Ringen' }).click();

    const file = path.join(folder, `${kind}.svg`);
    const { saved } = await app.willSave(file);
    await page.getByRole('button', { name: 'Opslaan als' }).click();
    await page.getByRole('menuitem', { name: 'SVG' }).click();
    await page.getByText(/Olievlek van Praatplaat woordenschat.*is opgeslagen/).waitFor();
    await saved;
    expect(readFileSync(file, 'utf8')).toContain('Webinar taal');

    // the steps as a table, with why the distance is another one
    await page.locator('.segments label', { hasText: 'Tabel' }).click();
    await page.getByText('zelf gekozen: deelnemers uit het hele land').waitFor();
    await page.locator('.segments label', { hasText: 'Ringen' }).click();

    // undo: embedding, two scores, three steps, each in one
    const undo = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        await page.keyboard.press('Control+z');
        // one after the other: the next would undo the same step
        await page.waitForTimeout(500);
      }
    };
    await undo(1);
    await panel(page).getByText('Het staat nog nergens vast').waitFor();
    await undo(3);
    await expect.poll(() => places(page)).toHaveLength(2);
    await undo(2);
    await page.getByRole('heading', { name: 'Nog nergens heen' }).waitFor();
    expect(app.problems).toEqual([]);
  }, 180_000);
});
