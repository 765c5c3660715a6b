// drizzle-kit cannot write STRICT tables; this adds it to a migration it has just generated.
import { globSync, readFileSync, writeFileSync } from 'node:fs';

for (const file of globSync('db/migrations/*.sql')) {
  const sql = readFileSync(file, 'utf8');
  writeFileSync(file, sql.replace(/^\);/gm, ') STRICT;'));
}
