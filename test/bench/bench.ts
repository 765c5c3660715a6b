/** `npm run bench`: prints ratios. `--quick` does a tenth of the rounds. */
import { benchData } from './data.ts';
import { benchDocuments } from './documents.ts';
import { print } from './measure.ts';
import { benchTables } from './tables.ts';
import { benchWindow } from './window.ts';

const rounds = process.argv.includes('--quick') ? 30 : 300;

const { raw, large } = await benchData(rounds);
print('A screen’s query through dispatch / the same prepared statements on raw better-sqlite3 (p50)', raw);
print('A hundred times the example / the example (p95)', large);
print('Tables', await benchTables(rounds));
print('Drawing and documents', await benchDocuments(rounds));
print('The window', await benchWindow());
