/** Opening, making and closing portfolios, with the backups that go with it. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fillExample } from '../../db/example/example.ts';
import { Portfolio, type PortfolioOptions } from '../../db/portfolio.ts';
import { backupBeforeMigration, syncFile } from '../../db/safety/backup.ts';
import { readMigrations } from '../../db/safety/migrate.ts';
import { putInPlace, removeBeside } from '../../db/safety/put-in-place.ts';
import { Refusal } from '../../db/safety/refusal.ts';

/** In the repository the migrations stand under `db/`, in the packed app beside the other resources. */
export function migrationsFolder(resources: string): string {
  const packed = join(resources, 'migrations');
  return existsSync(packed) ? packed : join(resources, '..', 'db', 'migrations');
}

/** @param userData the folder that the backups go in */
export function portfolioOptions(resources: string, userData: string): PortfolioOptions {
  const backups = join(userData, 'backups');
  const migrations = readMigrations(migrationsFolder(resources));
  return { migrations, backups, beforeMigration: (file) => backupBeforeMigration(file, backups, migrations) };
}

/**
 * Makes a new portfolio, empty or with the example networks, whole or not at all: beside its place, and then moved there.
 * @param over takes the place of a file that is there; a dialog has asked
 * @throws Refusal `conflict` when there is a file already, `db_busy` when that one is open in a Schakel
 */
export function makePortfolio(
  file: string,
  name: string,
  content: 'empty' | 'example',
  resources: string,
  options: PortfolioOptions,
  over = false,
): Portfolio {
  if (!over && existsSync(file)) throw new Refusal('conflict', 'fileExists', { file: basename(file) });
  const beside = `${file}-new`;
  const clear = (): void => {
    rmSync(beside, { force: true });
    removeBeside(beside);
  };
  try {
    mkdirSync(dirname(file), { recursive: true });
    clear();
    const made = Portfolio.create(beside, name, content === 'example', options);
    try {
      if (content === 'example') fillExample(made.connection, join(resources, 'example'));
    } finally {
      made.close();
    }
    putInPlace(beside, file);
  } catch (error) {
    clear();
    throw unwritable(error, file);
  }
  syncFile(file);
  return Portfolio.open(file, options);
}

/** What the system says of a place where no file can be made. */
function unwritable(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const places = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE'];
  return places.includes(code) ? new Refusal('db_readonly', 'readonlyPlace', { file: basename(file) }) : error;
}
