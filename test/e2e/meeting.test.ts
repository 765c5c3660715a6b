/**
 * Two minutes on the train: a meeting of a learning community, kept by keyboard in at most 12 actions. She picks the team,
 * says who was there, what it was for, two decisions and an action, and links the poster that came out of it.
 *
 * An action is a key, or what is typed in one field (with the Enters between its lines, as forty pasted names are one in
 * the hour of a coordinator). A figure for a purpose is a key, and so four actions.
 */

import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import type { Output } from '../../shared/contract/index.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type CountingHands, countingHands } from './counting-hands.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';
import { type Hands, handsOn } from './keyboard-hands.ts';

const networkId = exampleId('02/network');
const day = '2025-03-12';

afterAll(closeSharedBrowser);

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  let app: RunningApp;
  let hands: CountingHands;
  let keys: Hands;
  let meetingId: string;
  const ask = async <T>(name: string, input: unknown): Promise<T> => {
    const outcome = await keys.run(name, input);
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.value as T;
  };
  // of this team: the network has open events of its own in the example
  const meetings = async () => (await ask<Output<'meeting.list'>>('meeting.list', { networkId, unitId: exampleId('02/plg-4') })).rows;
  const kept = async () => ({
    attendance: (await ask<Output<'attendance.list'>>('attendance.list', { meetingId })).rows,
    decisions: (await ask<Output<'decision.list'>>('decision.list', { meetingId })).rows,
    actions: (await ask<Output<'action.list'>>('action.list', { meetingId, at: day })).rows,
    objects: (await ask<Output<'meetingObject.list'>>('meetingObject.list', { meetingId })).rows,
  });

  beforeAll(async () => {
    app = await launchApp({ kind });
    const { page } = app;
    page.setDefaultTimeout(8000);
    hands = countingHands(page);
    keys = handsOn(page);
    await ask('portfolio.create', { name: 'Voorbeeld', content: 'example' });
    await ask('yield.create', { networkId, name: 'Praatplaat woordenschat' });
    await page.evaluate((id) => {
      location.hash = `#/n/${id}/meetings`;
    }, networkId);
    await page.getByRole('heading', { name: 'Bijeenkomsten' }).waitFor();
    await page.getByLabel('Stand op').first().fill('12-3-2025');
    await page.keyboard.press('Enter');
    await keys.toPane('work');
  }, 60_000);
  afterAll(() => app?.close());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await app.page.screenshot({ path: path.join(root, 'dist', `failed-meeting-${kind}-${task.name.slice(0, 40)}.png`) });
  });

  // catches: attendance that has to be given person by person, or a part that only a mouse comes to
  it('is kept by keyboard in at most 12 actions', async () => {
    const { page } = app;
    hands.restart();
    await hands.press('n');
    await page.locator('#new-meeting-team:focus').waitFor();
    await hands.write('PLG 4');
    await hands.press('Enter');
    // who should have been there is there by itself, and has the focus
    await page.locator('.there-mark:focus').waitFor();
    await hands.press('Shift+A');
    await hands.press('ArrowDown');
    await hands.press('v');
    for (const figure of ['1', '3', '2', '0']) await hands.press(figure);
    await page.getByRole('combobox', { name: 'Actie of besluit typen' }).and(page.locator(':focus')).waitFor();
    await hands.write(
      [
        '!De praatplaat gaat in de middenbouw met drie beelden.',
        '!We kijken in mei terug.',
        'Praatplaat aanpassen @Promovendus 1 voor 14 maart',
        '#Praatplaat woordenschat',
        '',
      ].join('\n'),
    );
    await page.getByRole('button', { name: 'Praatplaat woordenschat', exact: true }).waitFor();
    await hands.press('Control+Enter');
    await page.getByRole('grid', { name: 'Bijeenkomsten' }).waitFor();
    expect(hands.actions).toBeLessThanOrEqual(12);
    expect(app.problems).toEqual([]);
  });

  // catches: a screen that says so and a file that does not
  it('is kept as it was meant', async () => {
    const rows = await meetings();
    expect(rows).toHaveLength(1);
    const [meeting] = rows;
    meetingId = meeting?.id ?? '';
    expect(meeting).toMatchObject({
      name: 'PLG 4, teamoverleg',
      start: day,
      standing: 'actual',
      units: [{ id: exampleId('02/plg-4'), name: 'PLG 4' }],
      purpose: { use: 1, creation: 3, sharing: 2, coordination: 0 },
    });
    const { attendance, decisions, actions, objects } = await kept();
    const members = attendance.filter((row) => row.membership !== 'no');
    expect(members.length).toBeGreaterThan(3);
    expect(members).toEqual(attendance);
    expect(attendance.filter((row) => row.state === 'excused')).toHaveLength(1);
    expect(attendance.filter((row) => row.state === 'present')).toHaveLength(members.length - 1);
    expect(decisions.map((row) => row.text)).toEqual(['De praatplaat gaat in de middenbouw met drie beelden.', 'We kijken in mei terug.']);
    expect(actions.map(({ text, person, due, done }) => ({ text, person: person?.name, due, done }))).toEqual([
      { text: 'Praatplaat aanpassen', person: 'Promovendus 1', due: '2025-03-14', done: null },
    ]);
    expect(objects.map(({ object, use }) => [object.name, use])).toEqual([['Praatplaat woordenschat', 'used']]);
  });

  // catches: everyone present as one step for each, or an undo that leaves half of it
  it('can be undone step by step until nothing is left, and done again', async () => {
    const { page } = app;
    const undo = async () => {
      const before = await ask<Output<'portfolio.get'>>('portfolio.get', {});
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await ask<Output<'portfolio.get'>>('portfolio.get', {})).undo?.id).not.toBe(before.undo?.id);
    };
    await keys.toPane('work');
    await undo();
    expect((await kept()).objects).toEqual([]);
    for (let n = 0; n < 3; n++) await undo();
    expect(await kept()).toMatchObject({ actions: [], decisions: [] });
    for (let n = 0; n < 4; n++) await undo();
    expect((await meetings())[0]?.purpose).toEqual({ use: null, creation: null, sharing: null, coordination: null });
    // the one who was absent was counted as present a moment before
    await undo();
    expect((await kept()).attendance.filter((row) => row.state === 'present')).toHaveLength((await kept()).attendance.length);
    await undo();
    expect((await kept()).attendance.filter((row) => row.state !== null)).toEqual([]);
    await undo();
    expect(await meetings()).toEqual([]);
    for (let n = 0; n < 11; n++) await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await meetings())[0]?.objects).toBe(1);
    expect(app.problems).toEqual([]);
  });

  // catches: a guest who is made and not marked, a copy that takes along what was said, and a field that forgets
  it('takes guests, times, marks and what was still open, and goes on with a copy of the last one', async () => {
    const { page } = app;
    const meetingOf = (id: string) => ask<Output<'meeting.get'>>('meeting.get', { id });
    // the one of before is open again: who was there beside the members
    const [first] = await meetings();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/n/${networkId}/meetings?id=${first?.id}`);
    await page.locator('.there-mark').first().waitFor();
    await keys.write('Naam typen om een gast toe te voegen', 'Bibliothecaris');
    await page.getByRole('option', { name: /Nieuw: .Bibliothecaris/ }).waitFor();
    await keys.press('Enter');
    const guests = async () => (await kept()).attendance.filter((row) => row.membership === 'no').map((row) => [row.person.name, row.state]);
    await expect.poll(guests).toEqual([['Bibliothecaris', 'guest']]);
    await page.getByRole('list', { name: 'Geen lid op deze datum' }).getByText('Bibliothecaris').waitFor();
    // she and her mark are one step
    await ask('change.move', { to: 'undo' });
    expect(await guests()).toEqual([]);
    const found = await ask<Output<'entity.list'>>('entity.list', { text: 'Bibliothecaris' });
    expect(found.found).toEqual([]);
    await ask('change.move', { to: 'redo' });
    // when, of what kind, how it was valued
    await keys.write('Tijd', '15.30 tot 17');
    await keys.pick('Soort', 'ontwerpsessie');
    await keys.write('Cijfer, 0 tot 10', '8,1');
    await keys.write('Door hoeveel van 5', '4');
    await keys.press('Tab');
    await expect.poll(() => meetingOf(meetingId)).toMatchObject({ name: 'PLG 4, ontwerpsessie', time: '15:30', minutes: 90, kind: 'designSession' });
    const marks = async () => (await ask<Output<'figure.list'>>('figure.list', { entityId: meetingId })).rows;
    await expect.poll(marks).toMatchObject([{ aspect: 'mark', low: 8.1, outOf: 10, basedOn: 4 }]);
    // a purpose that nobody said again
    await page.locator('[data-purpose="sharing"] input:checked').focus();
    await keys.press('Delete');
    await expect.poll(async () => (await meetingOf(meetingId)).sharingScore).toBe(null);
    await keys.hit('Klaar, en nog een');

    // the next one of the same team: the date has the focus, the team stands there
    await page.locator('#new-meeting-date:focus').waitFor();
    expect(await page.locator('#new-meeting-team').inputValue()).toBe('PLG 4');
    await keys.write('Datum', '24 april 2025');
    await keys.hit('Kopie van de vorige');
    await page.getByText('Nog open van 12 mrt 2025').waitFor();
    const copy = (await meetings()).find((row) => row.id !== meetingId);
    expect(copy).toMatchObject({
      name: 'PLG 4, ontwerpsessie',
      start: '2025-04-24',
      time: '15:30',
      minutes: 90,
      purpose: { use: null, creation: null, sharing: null, coordination: null },
      present: 0,
      actions: 0,
    });
    await page.getByText(/Keer 2 dit schooljaar, 43 dagen na de vorige. Afgesproken is elke 6 weken./).waitFor();
    await keys.tabTo('Klaar: Praatplaat aanpassen');
    await keys.press('Space');
    await expect.poll(async () => (await kept()).actions.map(({ done }) => done)).toEqual(['2025-04-24']);
    // ticked off by mistake it is still there to put right
    expect(await page.getByRole('checkbox', { name: 'Klaar: Praatplaat aanpassen' }).isChecked()).toBe(true);
    await keys.press('Control+Enter');

    // cancelled or to come is not held; a plan that people came to is
    await page.getByRole('grid', { name: 'Bijeenkomsten' }).waitFor();
    await keys.toPane('work');
    await keys.press('n');
    await page.locator('#new-meeting-team:focus').waitFor();
    await keys.press('Escape');
    await page.locator('.meeting-start').waitFor({ state: 'detached' });
    const planned = (
      await ask<{ id: string }>('meeting.create', {
        networkId,
        name: 'Gepland',
        units: [exampleId('02/plg-4')],
        start: '2025-05-20',
        standing: 'planned',
      })
    ).id;
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/n/${networkId}/meetings?id=${planned}`);
    await page.locator('.there-mark:focus').waitFor();
    await keys.press('v');
    await expect.poll(async () => (await ask<Output<'attendance.list'>>('attendance.list', { meetingId: planned })).rows[0]?.state).toBe('excused');
    expect((await meetingOf(planned)).standing).toBe('planned');
    await keys.press('a');
    await expect.poll(async () => (await meetingOf(planned)).standing).toBe('actual');
    await ask('change.move', { to: 'undo' });
    expect((await meetingOf(planned)).standing).toBe('planned');
    // from the drawer beside the list to the whole of the meeting; and back one step at a time
    await keys.hit('Alle gegevens');
    await page.locator('aside').getByRole('button', { name: 'Bijeenkomst verwijderen' }).waitFor();
    const whole = page.getByRole('button', { name: 'Bijeenkomst openen' });
    expect(await whole.count()).toBe(0);
    await keys.hit('Alle bijeenkomsten');
    await whole.waitFor();
    await keys.hit('Bijeenkomst openen');
    await page.locator('aside').waitFor({ state: 'detached' });
    await page.locator('.there-mark').first().waitFor();
    await keys.hit('Alle gegevens');
    await page.locator('aside').waitFor();
    await keys.press('Escape');
    await page.locator('aside').waitFor({ state: 'detached' });
    await page.locator('.there-mark').first().waitFor();
    await keys.press('Escape');
    await page.getByRole('grid', { name: 'Bijeenkomsten' }).waitFor();
    expect(app.problems).toEqual([]);
  });
});
