/** `portfolio.check` finds what is wrong, and nothing where all is well: also after everything was removed and undone. */
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { checkPortfolio } from '../../db/safety/check.ts';
import { translator } from '../../shared/i18n/index.ts';
import { exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const check = (portfolio: Portfolio) =>
  checkPortfolio(portfolio.connection, { progress: () => undefined, checkpoint: () => undefined, t: translator('nl') });

test('the example is sound, also after a network went and came back', async () => {
  const portfolio = temporaryPortfolio('example');
  expect(check(portfolio).problems).toEqual([]);
  await value(portfolio, 'network.remove', { id: exampleId('02/network') });
  await value(portfolio, 'person.remove', { id: portfolio.connection.raw.prepare('SELECT id FROM person LIMIT 1').pluck().get() as string });
  expect(check(portfolio).problems).toEqual([]);
  portfolio.move('undo');
  portfolio.move('undo');
  expect(check(portfolio).problems).toEqual([]);
});

test('dates that do not follow, entities without a record and broken references are found', () => {
  const portfolio = temporaryPortfolio('example');
  const { raw } = portfolio.connection;
  raw.prepare("UPDATE unit SET start_min = '1999-01-01' WHERE id = ?").run(exampleId('02/stuurgroep'));
  raw.prepare("INSERT INTO entity (id, kind) VALUES ('018cc251-0000-7000-8000-000000000000', 'unit')").run();
  raw.pragma('foreign_keys = OFF');
  raw.prepare("UPDATE membership SET person_id = 'nobody' WHERE id = (SELECT id FROM membership LIMIT 1)").run();
  const where = check(portfolio).problems.map((problem) => `${problem.where}: ${problem.what}`);
  expect(where).toContain(`unit ${exampleId('02/stuurgroep')}: dates`);
  expect(where).toContain('entity 018cc251-0000-7000-8000-000000000000: no unit');
  expect(where.some((text) => text.startsWith('membership: reference'))).toBe(true);
});
