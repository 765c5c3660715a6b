/**
 * Works on a portfolio until it is killed: `node child.ts <what> <file> <data folder>`.
 * Prints a line for every change that was acknowledged, so that the test can hold it against what is there afterwards.
 * `early` acknowledges before the change is kept: the control that shows that a loss would be seen.
 */
import { writeSync } from 'node:fs';
import { type DispatchContext, dispatch } from '../../db/dispatch.ts';
import { Portfolio } from '../../db/portfolio.ts';
import { createBackup, listBackups, restoreBackup } from '../../db/safety/backup.ts';
import { makePortfolio, portfolioOptions } from '../../electron/host/portfolios.ts';

const [what = '', file = '', data = '', resources = ''] = process.argv.slice(2);
const context: DispatchContext = { language: 'nl', actor: '', device: '', resources, now: () => new Date(), report: (error) => console.error(error) };
const options = portfolioOptions(resources, data);
const say = (line: string): void => void writeSync(1, `${line}\n`);

async function write(portfolio: Portfolio, early: boolean): Promise<never> {
  const { id: networkId } = (await value(portfolio, 'network.create', { code: `k${process.pid}`, name: 'Netwerk' })) as { id: string };
  for (let number = 0; ; number++) {
    const name = `${process.pid}-${number}`;
    if (early) {
      say(name);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    await value(portfolio, 'unit.create', { networkId, name });
    if (!early) say(name);
  }
}

async function value(portfolio: Portfolio, name: string, input: unknown): Promise<unknown> {
  const outcome = await dispatch(portfolio, name, input, context);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

say('ready');
if (what === 'migrate') {
  for (;;) makePortfolio(`${file}-${Date.now()}-${Math.random()}.schakel`, 'Nieuw', 'empty', resources, options).close();
}
const portfolio = Portfolio.open(file, options);
if (what === 'write' || what === 'early') await write(portfolio, what === 'early');
if (what === 'backup') for (;;) createBackup(portfolio, 'recent');
if (what === 'restore') {
  for (;;) {
    const [backup] = listBackups(portfolio.backupFolder()).filter((entry) => entry.kind === 'recent');
    restoreBackup(portfolio, (backup ?? createBackup(portfolio, 'recent')).id);
  }
}
