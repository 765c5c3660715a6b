/** Every panel, dialog and menu that opens in a room: to look at with axe, and to make pictures of. */
import type { Locator, Page } from 'playwright-core';
import { exampleId } from '../../db/example/example.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { attentionPanels } from './attention-panels.ts';
import { meetingPanels } from './meeting-panels.ts';
import {
  button,
  chooseRows,
  columnMenu,
  compare,
  diagram,
  keepView,
  network,
  ownNetwork,
  paste,
  pasteList,
  press,
  room,
  run,
  settled,
  show,
  tab,
  twins,
  words,
  yieldFace,
  yieldPage,
} from './panel-hands.ts';

export interface Panel {
  readonly name: string;
  /** Opens it in a page that shows anything; what was open before need not be closed. @returns what is open then */
  open(page: Page, language: Language): Promise<Locator>;
}

const beginning: readonly Panel[] = [
  {
    name: 'the start of a network, as another one, with names',
    async open(page) {
      await show(page, `/n/${await ownNetwork(page)}/begin`);
      await page.locator('.begin-shape input').last().check();
      await page.locator('.begin-people textarea').fill('Jansen, Jan\nProcesbegeleider 2\nCoördinator onderwijsvernieuwing');
      return page.locator('.begin-other');
    },
  },
  ...(['diagram', 'teams', 'people', 'update'] as const).map((name) => ({
    name: `a network with nothing in it: ${name}`,
    async open(page: Page) {
      await show(page, `/n/${await ownNetwork(page)}/${name}`);
      return page.locator('.empty').first();
    },
  })),
];

const importing: readonly Panel[] = [
  ...(['person', 'relation', 'network', 'calendar'] as const).map((what) => ({
    name: `importing: ${what}`,
    async open(page: Page) {
      await show(page, `/n/${network}/import?what=${what}`);
      return page.locator('.import-step').first();
    },
  })),
  { name: 'importing: columns, questions and refusals', open: pasteList },
  {
    name: 'importing: the lines that cannot',
    async open(page, language) {
      await pasteList(page, language);
      await page.locator('.import-step .segments label').last().click();
      await page.locator('.import-apply').scrollIntoViewIfNeeded();
      return page.locator('tr[data-state="refused"]');
    },
  },
  {
    name: 'importing: done',
    async open(page, language) {
      await pasteList(page, language);
      for (const question of await page.locator('.import-question').all()) await question.locator('input').last().check();
      await settled(page);
      await page.locator('.import-apply button').click();
      return page.locator('.done-note');
    },
  },
  {
    name: 'downloading',
    async open(page, language) {
      await room(page, 'people');
      await button(page, words(language).exchange.buttons.download).click();
      return page.getByRole('menu');
    },
  },
];

const tables: readonly Panel[] = [
  {
    name: 'a table: the menu of a column',
    async open(page) {
      await room(page, 'people');
      return columnMenu(page, 1);
    },
  },
  {
    name: 'a table: filtered and grouped',
    async open(page, language) {
      await room(page, 'people');
      await columnMenu(page, 1);
      await page.locator('.filter-values input').first().check();
      await page.locator('.filter-values input').nth(1).check();
      await button(page, words(language).register.grid.group).click();
      return page.locator('.group-row').first();
    },
  },
  {
    name: 'a table: nothing found',
    async open(page, language) {
      await run(page, 'settings.update', { tables: {} });
      await room(page, 'people');
      await page.getByLabel(words(language).app.table.filter).fill('xyz');
      return page.locator('.empty');
    },
  },
  {
    name: 'a table: the columns',
    async open(page, language) {
      await room(page, 'people');
      await button(page, words(language).register.grid.columns).click();
      return page.locator('.columns-menu');
    },
  },
  {
    name: 'a table: rows chosen',
    async open(page) {
      await room(page, 'people');
      return chooseRows(page);
    },
  },
  {
    name: 'a table: rows chosen, and one written in',
    async open(page) {
      await room(page, 'people');
      await chooseRows(page);
      await page.keyboard.press('F2');
      return page.locator('.cell-editor');
    },
  },
  {
    name: 'a table: pasting',
    async open(page) {
      await room(page, 'people');
      await page.locator('tr[data-index] td').first().focus();
      await page.keyboard.press('Control+Home');
      const known = await page.locator('tr[data-index] .strong').nth(1).innerText();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Home');
      await paste(page, `Leerkracht 91\tx\r\n${known}\t\r\nLeerkracht 92 van de bovenbouw\t\r\n`);
      return page.locator('.paste-table');
    },
  },
  {
    name: 'a table: perhaps twice',
    async open(page, language) {
      await twins(page);
      await room(page, 'people');
      await button(page, words(language).register.same.look).click();
      return page.locator('.paste-table');
    },
  },
  {
    name: 'a person: erasing for good',
    async open(page, language) {
      await room(page, 'people');
      await page.locator('tr[data-index] td').first().focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Control+Enter');
      await button(page, words(language).erase.action).click();
      return page.getByRole('dialog');
    },
  },
  {
    name: 'memberships',
    async open(page, language) {
      await room(page, 'people');
      await tab(page, words(language).register.grid.memberships);
      return page.locator('tr[data-index]').first();
    },
  },
  {
    name: 'teams as a table',
    async open(page, language) {
      await room(page, 'teams');
      await button(page, words(language).register.grid.asTable).click();
      return page.locator('tr[data-index]').first();
    },
  },
  ...[1, 4].map((at) => ({
    name: `relations, tab ${at + 1}`,
    async open(page: Page) {
      await room(page, 'relations');
      await page.getByRole('tab').nth(at).click();
      return page.locator('tr[data-index], .empty').first();
    },
  })),
  ...[0, 1].map((at) => ({
    name: `the register of activities, tab ${at + 1}`,
    async open(page: Page) {
      await show(page, `/n/${exampleId('K/network')}/activities`);
      await page.getByRole('tab').nth(at).click();
      return page.locator('tr[data-index], .activity-row').first();
    },
  })),
  {
    name: 'the register of activities: downloading',
    async open(page, language) {
      await show(page, `/n/${exampleId('K/network')}/activities`);
      await button(page, words(language).exchange.buttons.download).click();
      return page.getByRole('menu');
    },
  },
  {
    name: 'the yearly update: it ended',
    async open(page) {
      await room(page, 'update');
      await page.locator('.update-row[data-active] .update-answers button').last().click();
      return page.locator('.update-form');
    },
  },
  {
    name: 'the yearly update: it changed',
    async open(page) {
      await room(page, 'update');
      await page.locator('.update-row[data-active] .update-answers button').nth(1).click();
      return page.locator('.update-form input').first();
    },
  },
];

/** The tabs of the timeline, with people in it. */
async function timelineTab(page: Page, at: number): Promise<void> {
  await room(page, 'timeline');
  await page.getByRole('tab').nth(at).click();
}

const timeline: readonly Panel[] = [
  {
    name: 'a network with nothing in it: the timeline',
    async open(page) {
      await show(page, `/n/${await ownNetwork(page)}/timeline`);
      return page.locator('.empty').first();
    },
  },
  {
    name: 'the timeline: participants, in one school year',
    async open(page, language) {
      await timelineTab(page, 0);
      await page.getByLabel(words(language).timelineScreen.people, { exact: true }).check();
      await button(page, words(language).timelineScreen.after).click();
      return page.locator('.timeline-drawing');
    },
  },
  {
    name: 'the timeline: what is shown',
    async open(page) {
      await timelineTab(page, 0);
      await page.locator('.timeline-toolbar button[aria-haspopup=menu]').first().click();
      return page.getByRole('menu');
    },
  },
  {
    name: 'the timeline: what a count stands for',
    async open(page) {
      await timelineTab(page, 0);
      await page.locator('[data-type=count]').first().focus();
      await page.keyboard.press('Enter');
      return page.locator('.timeline-several');
    },
  },
  ...([1, 2, 3] as const).map((at) => ({
    name: `the timeline, tab ${at + 1}`,
    async open(page: Page) {
      await timelineTab(page, at);
      return page.locator('tr[data-index]').first();
    },
  })),
];

const yields: readonly Panel[] = [
  {
    name: 'a network with nothing in it: yields',
    async open(page) {
      await show(page, `/n/${await ownNetwork(page)}/yields`);
      return page.locator('.empty').first();
    },
  },
  {
    name: 'a yield: a lit route',
    async open(page) {
      await yieldPage(page);
      await page.locator('[data-place]').nth(1).focus();
      await page.keyboard.press('Enter');
      return page.locator('.yield-route');
    },
  },
  ...([1, 2, 3] as const).map((at) => ({
    name: `a yield: ${['', 'the table', 'the chain', 'quality'][at]}`,
    async open(page: Page) {
      await yieldFace(page, at);
      return page.locator(at === 1 ? 'tr[data-index]' : '.yield-drawing').first();
    },
  })),
  {
    name: 'a yield: another step',
    async open(page) {
      await yieldPage(page);
      await page.locator('.yield-head-act button').click();
      await page.locator('.yield-distance .link').click();
      return page.locator('#step-reason');
    },
  },
  {
    name: 'a yield: scoring it',
    async open(page) {
      await yieldFace(page, 3);
      await page.locator('.yield-quality .mantine-Button-root').click();
      await page.keyboard.press('4');
      return page.locator('.score-row .link').first();
    },
  },
  {
    name: 'yields side by side',
    async open(page, language) {
      await yieldPage(page);
      await button(page, words(language).yields.page.back).click();
      await tab(page, words(language).yields.faces.side);
      return page.locator('.yield-small').first();
    },
  },
];

const drawing: readonly Panel[] = [
  {
    name: 'the drawing: the filter',
    async open(page, language) {
      await diagram(page);
      await button(page, words(language).reading.filter.button).click();
      return page.locator('.filter-row').first();
    },
  },
  {
    name: 'the drawing: filtered and folded',
    async open(page, language) {
      await diagram(page);
      await button(page, words(language).reading.filter.button).click();
      await page.locator('.filter-row input').nth(1).click();
      await page.locator('.filter-row input').nth(2).click();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await settled(page);
      await press(page, 'PLG 4', '-');
      return page.locator('.chip-off').nth(1);
    },
  },
  {
    name: 'the drawing: what hangs together with someone',
    async open(page) {
      await diagram(page);
      await press(page, 'Promovendus 1,', 'f');
      return page.locator('.reading-line');
    },
  },
  {
    name: 'the drawing: folding',
    async open(page, language) {
      await diagram(page);
      await button(page, words(language).reading.fold.button).click();
      return page.getByRole('menu');
    },
  },
  {
    name: 'the drawing: what can be done',
    async open(page) {
      await diagram(page);
      await press(page, 'Procesbegeleider 2', 'Shift+F10');
      return page.locator('.draw-menu');
    },
  },
  ...(
    [
      ['PLG 4', 'n'],
      ['Procesbegeleider 2', 'm'],
      ['Procesbegeleider 2', 'c'],
    ] as const
  ).map(([label, key]) => ({
    name: `the drawing: ${key.toUpperCase()} on ${label}`,
    async open(page: Page) {
      await diagram(page);
      await press(page, label, key);
      return page.locator('.draw-question');
    },
  })),
  {
    name: 'the drawing: choosing a date to compare with',
    async open(page, language) {
      await diagram(page);
      await button(page, words(language).compare.with).click();
      return page.getByRole('dialog');
    },
  },
  { name: 'the drawing: two dates', open: (page, language) => compare(page, language, 'yearEarlier') },
  { name: 'the drawing: plan beside fact', open: (page, language) => compare(page, language, 'withPlan') },
  {
    name: 'the drawing: two dates as a table',
    async open(page, language) {
      await compare(page, language, 'yearEarlier');
      await button(page, words(language).diagramScreen.asTable).click();
      return page.locator('tbody tr').first();
    },
  },
  {
    name: 'the drawing: playing',
    async open(page, language) {
      await diagram(page);
      await button(page, words(language).compare.play.start).click();
      await page.getByRole('menuitem').first().click();
      await page.locator('.diagram-play :focus').waitFor();
      // paused, so that it stands still
      await page.keyboard.press('Enter');
      return page.locator('.diagram-play');
    },
  },
  {
    name: 'the drawing: the sheet',
    async open(page, language) {
      await diagram(page);
      await button(page, words(language).compare.sheet.open).click();
      await page.getByLabel(words(language).compare.sheet.paper, { exact: true }).selectOption('A4');
      return page.locator('.diagram-warning');
    },
  },
  { name: 'the drawing: notes on a view', open: keepView },
  {
    name: 'the drawing: saved views',
    async open(page, language) {
      await diagram(page);
      await button(page, words(language).reading.views.button).click();
      return page.locator('.views-row').first();
    },
  },
  {
    name: 'the drawing: what can be done with a view',
    async open(page, language) {
      await diagram(page);
      await button(page, words(language).reading.views.button).click();
      await page.locator('.views-row button').last().click();
      return page.getByRole('menuitem').first();
    },
  },
  {
    name: 'the drawing: name and text of a view',
    async open(page, language) {
      await diagram(page);
      await button(page, words(language).reading.views.button).click();
      await page.locator('.views-row button').last().click();
      await page.getByRole('menuitem').first().click();
      return page.locator('.views-edit');
    },
  },
  {
    name: 'the drawing: a slide',
    async open(page, language) {
      await diagram(page);
      await button(page, words(language).reading.slides.button).click();
      return page.locator('.slides .scene');
    },
  },
  {
    name: 'the drawing: who has no team yet',
    async open(page, language) {
      const networkId = await ownNetwork(page);
      const at = '2026-07-31';
      await run(page, 'structure.link', { networkId, at, names: ['Docent 12', 'Procesbegeleider 31', 'Coördinator onderwijsvernieuwing'] });
      await run(page, 'structure.create', { networkId, at, from: 'layers' });
      await show(page, `/n/${networkId}/diagram`);
      await page
        .getByRole('button', { name: new RegExp(`^${words(language).drawing.trayOpen}`) })
        .first()
        .click();
      return page.locator('[data-loose]').first();
    },
  },
];

/** In this order: notes are put on a view before it is shown, and an empty network is empty before it is filled. */
export const panels: readonly Panel[] = [
  ...beginning,
  ...importing,
  ...tables,
  ...meetingPanels,
  ...attentionPanels,
  ...yields,
  ...timeline,
  ...drawing,
];
