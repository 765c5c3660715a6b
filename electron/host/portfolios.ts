/** Opening, making and closing portfolios, with the backups that go with it. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fillExample } from '../../db/example/example.ts';
import { Portfolio, type PortfolioOptions } from '../../db/portfolio.ts';
import { syncFile } from '../../db/safety/backup.ts';
import { readMigrations } from '../../db/safety/migrate.ts';
import { refuseForeign } from '../../db/safety/open.ts';

/** In the repository the migrations stand under `db/`, in the packed app beside the other resources. */
export function migrationsFolder(resources: string): string {
  const packed = join(resources, 'migrations');
  return existsSync(packed) ? packed : join(resources, '..', 'db', 'migrations');
}

function copyBeforeMigration(backups: string): (file: string) => void {
  return (file) => {
    const folder = join(backups, 'before-migration');
    mkdirSync(folder, { recursive: true });
    const copy = join(folder, `${basename(file, '.schakel')} ${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.schakel`);
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    refuseForeign(copy);
    syncFile(copy);
  };
}

/** @param userData the folder that the backups go in */
export function portfolioOptions(resources: string, userData: string): PortfolioOptions {
  const backups = join(userData, 'backups');
  return { migrations: readMigrations(migrationsFolder(resources)), backups, beforeMigration: copyBeforeMigration(backups) };
}

/** Makes a new portfolio, empty or with the example networks. @throws Refusal */
export function makePortfolio(file: string, name: string, content: 'empty' | 'example', resources: string, options: PortfolioOptions): Portfolio {
  mkdirSync(dirname(file), { recursive: true });
  const portfolio = Portfolio.create(file, name, content === 'example', options);
  if (content === 'example') fillExample(portfolio.connection, join(resources, 'example'));
  return portfolio;
}
