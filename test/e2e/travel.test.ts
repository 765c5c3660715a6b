/** What went further at a meeting, and what a team uses from elsewhere: told where it happened, in a window and in a browser tab. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import type { Output } from '../../shared/contract/index.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type CountingHands, countingHands } from './counting-hands.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';
import { handsOn } from './keyboard-hands.ts';

const networkId = exampleId('02/network');
const [maker, receiver] = [exampleId('02/plg-4'), exampleId('02/plg-2')];
const day = '2025-03-12';

afterAll(closeSharedBrowser);

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  let app: RunningApp;
  let hands: CountingHands;
  let meetingId: string;
  let yieldId: string;
  const run = async <T>(page: Page, name: string, input: unknown): Promise<T> => {
    const outcome = await handsOn(page).run(name, input);
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.value as T;
  };
  const show = (page: Page, to: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `#${to}`);
  const steps = async () => (await run<Output<'spread.list'>>(app.page, 'spread.list', { yieldId, at: day })).rows;

  beforeAll(async () => {
    app = await launchApp({ kind });
    const { page } = app;
    page.setDefaultTimeout(8000);
    hands = countingHands(page);
    await run(page, 'portfolio.create', { name: 'Voorbeeld', content: 'example' });
    const make = async (name: string, input: object) => (await run<{ id: string }>(page, name, input)).id;
    yieldId = await make('yield.create', { networkId, name: 'Praatplaat woordenschat', makers: [maker], start: '2024-10' });
    meetingId = await make('meeting.create', { networkId, name: 'Kennisdag', units: [maker, receiver], start: day });
    await run(page, 'meetingObject.create', { meetingId, yieldId, use: 'shown' });
    const { rows } = await run<Output<'attendance.list'>>(page, 'attendance.list', { meetingId });
    // one of the makers was there, and one of the others
    const of = (unit: string) => rows.filter((row) => row.units.length === 1 && row.units[0]?.id === unit)[0]?.person.id;
    await run(page, 'attendance.link', { meetingId, personIds: [of(maker), of(receiver)], state: 'present' });
    await show(page, `/n/${networkId}/meetings?id=${meetingId}`);
    await page.locator('.there-mark').first().waitFor();
  }, 60_000);
  afterAll(() => app?.close());
  afterEach(async ({ task }) => {
    mkdirSync(path.join(root, 'dist'), { recursive: true });
    if (task.result?.state === 'fail')
      await app.page.screenshot({ path: path.join(root, 'dist', `failed-travel-${kind}-${task.name.slice(0, 40)}.png`) });
  });

  // catches: a step that has to be told again on the page of the yield
  it('a yield goes on from a meeting in three keys, as one step', async () => {
    const { page } = app;
    const button = page.getByRole('button', { name: 'Verder gekomen: Praatplaat woordenschat' });
    await button.focus();
    hands.restart();
    await hands.press('Enter');
    const form = page.getByRole('form', { name: 'Naar wie ging Praatplaat woordenschat?' });
    // the other team is proposed and so is the one who was there and is a maker
    await expect.poll(() => form.getByRole('checkbox', { name: 'PLG 2', exact: true }).isChecked()).toBe(true);
    await expect.poll(() => form.getByRole('combobox', { name: 'Wie bracht het' }).inputValue()).not.toBe('');
    await page.locator('.yield-form input:focus').waitFor();
    await hands.press('Enter');
    await page.getByRole('heading', { name: 'Ging op deze bijeenkomst verder' }).waitFor();
    expect(hands.actions).toBeLessThanOrEqual(3);
    const [step, ...others] = await steps();
    expect(others).toEqual([]);
    expect(step).toMatchObject({
      from: { id: maker },
      to: { id: receiver },
      start: day,
      how: 'takenOver',
      meeting: { id: meetingId },
      standing: 'actual',
    });
    const { rows } = await run<Output<'attendance.list'>>(page, 'attendance.list', { meetingId });
    const carrier = rows.find((row) => row.person.id === step?.carriedBy?.id);
    expect(carrier).toMatchObject({ state: 'present', units: [{ id: maker }] });
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await steps()).length).toBe(0);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await steps()).length).toBe(1);
  });

  it('what went further stands on the sheet with a link to the step', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Praatplaat woordenschat naar PLG 2, overgenomen' }).click();
    await page.locator('aside').getByText('Wie bracht het').first().waitFor();
    await page.keyboard.press('Escape');
    // whom it went to is not proposed once more
    await page.getByRole('button', { name: 'Verder gekomen: Praatplaat woordenschat' }).click();
    const form = page.locator('.yield-form');
    await form.waitFor();
    expect(await form.getByRole('checkbox', { name: 'PLG 2', exact: true }).count()).toBe(0);
    await form.getByRole('button', { name: 'Vastleggen' }).click();
    await form.getByText('Kies minstens één').waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(app.problems).toEqual([]);
  });

  // catches: a team that can be told to use its own work, and a list that knows only one way
  it('a team says what it uses from elsewhere, and sees what came and went', async () => {
    const { page } = app;
    await show(page, `/n/${networkId}/teams`);
    await page.locator('#as-of-day').fill('12-3-2025');
    await page.locator('#as-of-day').press('Enter');
    const choose = async (team: string) => {
      await page.getByRole('treeitem', { name: team }).first().click();
      await page.getByRole('tab', { name: 'Van en naar elders' }).click();
    };
    await choose('PLG 4');
    await page.getByRole('heading', { name: 'Ging naar elders1' }).waitFor();
    await page.getByRole('button', { name: 'Gebruikt iets van elders' }).click();
    const pick = async (text: string) => {
      await page.locator('#used-yield').fill(text);
      await page.getByRole('option', { name: text }).first().waitFor();
      await page.keyboard.press('Enter');
    };
    await pick('Praatplaat woordenschat');
    await page.getByText('Dit team maakte het zelf').waitFor();
    await page.keyboard.press('Escape');
    await choose('PLG 3');
    await page.getByRole('button', { name: 'Gebruikt iets van elders' }).click();
    await pick('Praatplaat woordenschat');
    await expect.poll(() => page.locator('#used-from').inputValue()).toBe('PLG 4');
    await page.locator('.yield-form').getByText('aangepast', { exact: true }).click();
    await page.locator('.yield-form').getByRole('button', { name: 'Toevoegen' }).click();
    await page.getByRole('heading', { name: 'Kwam van elders1' }).waitFor();
    expect((await steps()).find((step) => step.to?.id === exampleId('02/plg-3'))).toMatchObject({ how: 'adapted', start: day, from: { id: maker } });
    expect(app.problems).toEqual([]);
  });
});
