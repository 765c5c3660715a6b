/** Ctrl K: what one can do without going to its screen, and what a case description says. */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';
import { type Hands, handsOn } from './keyboard-hands.ts';

const networkId = exampleId('02/network');

afterAll(closeSharedBrowser);

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  let app: RunningApp;
  let hands: Hands;
  /** Opens the search, types, and takes what it offers by this name. */
  const take = async (text: string, offered: string) => {
    const { page } = app;
    const input = page.getByRole('dialog').getByRole('textbox');
    await page.locator('.mantine-Spotlight-action').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await input.and(page.locator(':focus')).waitFor();
    await page.keyboard.type(text);
    // Enter takes the first one; the answer to the last letter may still change which that is
    await expect.poll(() => page.locator('.mantine-Spotlight-action').first().innerText()).toContain(offered);
    await page.keyboard.press('Enter');
  };

  beforeAll(async () => {
    app = await launchApp({ kind });
    hands = handsOn(app.page);
    app.page.setDefaultTimeout(8000);
    await hands.run('portfolio.create', { name: 'Voorbeeld', content: 'example' });
    await app.page.evaluate((id) => {
      location.hash = `#/n/${id}/overview`;
    }, networkId);
    await app.page.getByRole('heading', { name: 'STAAL-werk' }).first().waitFor();
  }, 60_000);
  afterAll(() => app?.close());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await app.page.screenshot({ path: path.join(root, 'dist', `failed-search-${kind}-${task.name.slice(0, 20)}.png`) });
    expect(app.problems).toEqual([]);
  });

  it('begins a meeting, a person and a team from wherever one is', async () => {
    const { page } = app;
    await take('bijeenkomst toe', 'Bijeenkomst toevoegen');
    await page.locator('#new-meeting-team:focus').waitFor();
    await page.keyboard.press('Escape');
    await take('persoon toe', 'Persoon toevoegen');
    await page.locator('aside form').waitFor();
    await page.keyboard.press('Escape');
  });

  // catches: a deed that does nothing
  it('makes dark and light, and undoes', async () => {
    const { page } = app;
    await hands.run('person.create', { name: 'Leraar 88' });
    await take('donker', 'Donker thema');
    await page.locator('html[data-theme="dark"]').waitFor();
    await take('licht thema', 'Licht thema');
    await page.locator('html[data-theme="light"]').waitFor();
    await take('ongedaan', 'Ongedaan maken');
    await expect
      .poll(async () => ((await hands.run('entity.list', { text: 'Leraar 88' })) as { value: { found: unknown[] } }).value.found)
      .toEqual([]);
  });

  it('finds what a case description says and opens that case', async () => {
    const { page } = app;
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'De olievlek bereikte de Zonnewijzerschool.' }] }] };
    await hands.run('case.update', { networkId, researchYearId: exampleId('shared/jaar-1'), part: 'activities', body });
    await take('zonnewijz', 'De olievlek bereikte de Zonnewijzerschool.');
    await page.waitForURL(/\/case$/);
  });

  // catches: someone who can be erased by a slip of the hand, who is undone back, or whose name stays somewhere unsaid
  it('erases someone for good once the name is typed, and says where it still stands', async () => {
    const { page } = app;
    const made = (await hands.run('person.create', { name: 'Leraar Zonderling' })) as { value: { id: string } };
    const note = 'Gebeld met Leraar Zonderling over de poster.';
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: note }] }] };
    await hands.run('case.update', { networkId, researchYearId: exampleId('shared/jaar-1'), part: 'yields', body });
    await hands.find('Leraar Zonderling', /Persoon/);
    await hands.toPane('drawer');
    await hands.hit('Voorgoed wissen');
    const dialog = page.getByRole('dialog');
    const erase = dialog.getByRole('button', { name: 'Voorgoed wissen' });
    await dialog.getByLabel('Typ de naam om zeker te zijn').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Leraar');
    await page.keyboard.press('Enter');
    expect(await erase.isDisabled()).toBe(true);
    await page.keyboard.type(' zonderling');
    if (process.env.SCHAKEL_PICTURES) await page.screenshot({ path: path.join(process.env.SCHAKEL_PICTURES, `erase-${kind}.png`) });
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: 'De naam staat nog op 1 plek' }).waitFor();
    if (process.env.SCHAKEL_PICTURES) await page.screenshot({ path: path.join(process.env.SCHAKEL_PICTURES, `erased-${kind}.png`) });
    expect(await hands.run('person.get', { id: made.value.id })).toMatchObject({ ok: false });
    await dialog.getByText(note).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForURL(/\/case$/);
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(300);
    expect(await hands.run('person.get', { id: made.value.id })).toMatchObject({ ok: false });
    // catches: a list of places that comes up by itself, when the name is typed again later
    await hands.run('person.create', { name: 'Leraar Eenmalig' });
    await hands.find('Leraar Eenmalig', /Persoon/);
    await hands.toPane('drawer');
    await hands.hit('Voorgoed wissen');
    await dialog.getByLabel('Typ de naam om zeker te zijn').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Leraar Eenmalig');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await hands.run('person.create', { name: 'Leraar Eenmalig' });
    await page.waitForTimeout(500);
    expect(await dialog.count()).toBe(0);
  });
});
