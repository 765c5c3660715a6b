/** What opens in the room of the meetings: to look at with axe, and to make pictures of. */
import type { Locator, Page } from 'playwright-core';
import { exampleId } from '../../db/example/example.ts';
import { button, network, ownNetwork, room, run, show, words } from './panel-hands.ts';
import type { Panel } from './panels.ts';

const day = '2026-07-10';

/** Made once: a meeting with everything that one can have, one to come, and one that was cancelled. */
async function meeting(page: Page): Promise<string> {
  const { rows } = await run<{ rows: { id: string; name: string }[] }>(page, 'meeting.list', { networkId: network });
  const there = rows.find(({ name }) => name === 'Ontwerpsessie woordenschat');
  if (there) return there.id;
  const units = [exampleId('02/plg-4')];
  const make = async (name: string, start: string, more: object): Promise<string> =>
    (await run<{ id: string }>(page, 'meeting.create', { networkId: network, units, name, start, ...more })).id;
  const before = await make('Ontwerpsessie 1', '2026-06-02', { useScore: 0, creationScore: 3 });
  await make('Ontwerpsessie 3', '2026-07-28', { standing: 'planned' });
  await make('Ontwerpsessie 0', '2026-05-01', { standing: 'lapsed' });
  const meetingId = await make('Ontwerpsessie woordenschat', day, { useScore: 2, creationScore: 0, time: '15:30', minutes: 90 });
  const people = (await run<{ rows: { person: { id: string } }[] }>(page, 'attendance.list', { meetingId })).rows.map(({ person }) => person.id);
  const [first, second, ...rest] = people;
  for (const id of [before, meetingId]) {
    await run(page, 'attendance.link', { meetingId: id, personIds: rest, state: 'present' });
    await run(page, 'attendance.link', { meetingId: id, personIds: [first], state: 'absent' });
  }
  await run(page, 'attendance.link', { meetingId, personIds: [second], state: 'excused' });
  await run(page, 'decision.create', { meetingId, text: 'De praatplaat gaat in de middenbouw met drie beelden.' });
  const action = { networkId: network, personId: second, text: 'Woordlijst delen', due: '2026-06-20' };
  await run(page, 'action.create', { ...action, meetingId: before });
  await run(page, 'action.create', { networkId: network, meetingId, text: 'Praatplaat aanpassen' });
  const { id: yieldId } = await run<{ id: string }>(page, 'yield.create', { networkId: network, name: 'Praatplaat woordenschat' });
  await run(page, 'meetingObject.create', { meetingId, yieldId });
  await run(page, 'figure.create', { entityId: meetingId, what: 'Waardering', aspect: 'mark', low: 8.1, outOf: 10, basedOn: 3 });
  await run(page, 'channel.create', { networkId: network, name: 'Teams van de PLG', kind: 'teams' });
  return meetingId;
}

async function atMeeting(page: Page): Promise<Locator> {
  const id = await meeting(page);
  await show(page, `/n/${network}/meetings?id=${id}`);
  return page.locator('.there-mark').first();
}

/** @param at which of the tabs */
async function atTab(page: Page, at: number): Promise<void> {
  await meeting(page);
  await run(page, 'settings.update', { tables: {} });
  await room(page, 'meetings');
  await page.getByRole('tab').nth(at).click();
}

export const meetingPanels: readonly Panel[] = [
  {
    name: 'the meetings of a network that has none',
    async open(page) {
      await show(page, `/n/${await ownNetwork(page)}/meetings`);
      return page.locator('.empty').first();
    },
  },
  { name: 'a meeting', open: atMeeting },
  {
    name: 'a meeting: who is offered for an action',
    async open(page, language) {
      const there = await atMeeting(page);
      await there.waitFor();
      await page.getByLabel(words(language).meetings.lines.field).fill('Map maken @');
      return page.locator('.line-offers [role=option]').first();
    },
  },
  {
    name: 'a meeting: only how many were there, and everything that is known of it',
    async open(page, language) {
      const there = await atMeeting(page);
      await there.waitFor();
      await button(page, words(language).meetings.there.countOnly).click();
      await button(page, words(language).meetings.sheet.all).click();
      return page.locator('.meeting-count input');
    },
  },
  {
    name: 'a meeting: something went further',
    async open(page, language) {
      const there = await atMeeting(page);
      await there.waitFor();
      await button(page, words(language).travel.meeting.onOf.replace('{{name}}', 'Praatplaat woordenschat')).click();
      return page.locator('.travel-form input').first();
    },
  },
  {
    name: 'a team: what it uses from elsewhere',
    async open(page, language) {
      await atMeeting(page);
      const { rows } = await run<{ rows: { id: string; name: string }[] }>(page, 'yield.list', { networkId: network, at: day });
      const unitId = exampleId('02/plg-4');
      for (const { id } of rows.slice(0, 2)) await run(page, 'spread.create', { yieldId: id, toId: unitId, how: 'adapted', start: '2026-01' });
      await room(page, 'teams');
      await page.getByRole('treeitem', { name: 'PLG 4' }).first().click();
      await page.getByRole('tab').last().click();
      await button(page, words(language).travel.team.use).click();
      return page.locator('#used-yield');
    },
  },
  {
    name: 'the meetings: one begins',
    async open(page) {
      await atTab(page, 0);
      await page.locator('#work').focus();
      await page.keyboard.press('n');
      return page.locator('.meeting-start');
    },
  },
  {
    name: 'the meetings: of all years',
    async open(page, language) {
      await atTab(page, 0);
      await page.getByRole('combobox', { name: words(language).meetings.list.year }).click();
      await page.getByRole('option', { name: words(language).meetings.list.allYears }).click();
      return page.locator('tr[data-index]').first();
    },
  },
  {
    name: 'a meeting: planned again',
    async open(page, language) {
      const there = await atMeeting(page);
      await there.waitFor();
      await button(page, words(language).series.repeat).click();
      return page.locator('#series-weeks');
    },
  },
  {
    name: 'the meetings: in from a calendar and out to one',
    async open(page, language) {
      await atTab(page, 0);
      await button(page, words(language).calendar.menu).click();
      return page.getByRole('menuitemcheckbox').first();
    },
  },
  {
    name: 'the rhythm of a school year',
    async open(page) {
      await atTab(page, 1);
      return page.locator('.rhythm');
    },
  },
  {
    name: 'the actions of all networks',
    async open(page, language) {
      await atTab(page, 2);
      await page.getByText(words(language).meetings.actions.everywhere).click();
      return page.locator('tr[data-index]').first();
    },
  },
  {
    name: 'the channels',
    async open(page) {
      await atTab(page, 3);
      return page.locator('tr[data-index]').first();
    },
  },
];
