/** What asks for attention on the overview, and the lists that show only that: to look at with axe, and to make pictures of. */
import type { Page } from 'playwright-core';
import { exampleId } from '../../db/example/example.ts';
import { button, network, ownNetwork, run, settled, show, words } from './panel-hands.ts';
import type { Panel } from './panels.ts';

/** Made once: something of everything that can ask for attention on the day of today. */
async function overview(page: Page): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const { rows } = await run<{ rows: { text: string }[] }>(page, 'action.list', { networkId: network, at: day });
  if (!rows.some(({ text }) => text === 'Verslag sturen')) {
    await run(page, 'action.create', { networkId: network, text: 'Verslag sturen', due: '2025-01-10' });
    await run(page, 'meeting.create', { networkId: network, name: 'Kennisdag', units: [exampleId('02/plg-4')], start: day });
    const { id } = await run<{ id: string }>(page, 'yield.create', { networkId: network, name: 'Handreiking' });
    await run(page, 'embedding.create', { entityId: id, form: 'budget', start: '2024', fundedUntil: soon });
  }
  await show(page, `/n/${network}/overview`);
  await page.locator('.attention-line').first().waitFor();
}

export const attentionPanels: readonly Panel[] = [
  {
    name: 'the overview: what asks for attention',
    async open(page, language) {
      await overview(page);
      await button(page, words(language).attention.acts.funding).click();
      return page.locator('.attention-funding li').first();
    },
  },
  {
    name: 'the overview: nothing asks for attention',
    async open(page) {
      await show(page, `/n/${await ownNetwork(page)}/overview`);
      return page.locator('.attention-calm');
    },
  },
  {
    name: 'memberships: only those that ask for attention',
    async open(page, language) {
      await overview(page);
      await button(page, words(language).attention.acts.organisation).click();
      return page.locator('.attention-chip');
    },
  },
  {
    name: 'the meetings: opened on an earlier school year',
    async open(page) {
      await run(page, 'settings.update', { tables: {} });
      await show(page, `/n/${exampleId('K/network')}/meetings`);
      await settled(page);
      return page.locator('.meetings-note, .empty').first();
    },
  },
  {
    name: 'the rhythm where no meetings are kept',
    async open(page) {
      await show(page, `/n/${exampleId('03/network')}/meetings`);
      await page.getByRole('tab').nth(1).click();
      return page.locator('.rhythm-page');
    },
  },
];
