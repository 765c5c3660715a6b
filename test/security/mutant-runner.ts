/**
 * Runs each check against a copy of the source from which its measure was taken, and says which copies passed.
 * A program of its own, because the copies are loaded by Node itself:  node test/security/mutant-runner.ts
 */
import { AssertionError } from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { applyMutant, type Mutant, pause } from './check.ts';
import { electronChecks } from './electron-checks.ts';
import { electronMutants } from './electron-mutants.ts';
import { startProgramIn } from './electron-under-test.ts';
import { loopbackChecks } from './loopback-checks.ts';
import { loopbackMutants } from './loopback-mutants.ts';

export interface Verdict {
  readonly mutant: Mutant;
  /** What the check said; null when it did not notice, which is the fault that is looked for. */
  readonly caught: string | null;
}

const root = path.resolve(import.meta.dirname, '../..');
/** Inside the repository, so that the copies find their packages; not in node_modules, where Node strips no types. */
const nursery = path.join(root, 'dist/mutants');
const copied = ['electron/host', 'electron/loopback', 'electron/main', 'shared/contract', 'shared/domain'];

function copySource(): string {
  mkdirSync(nursery, { recursive: true });
  const folder = mkdtempSync(path.join(nursery, 'schakel-mutant-'));
  for (const part of copied) cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  return folder;
}

/** @throws what the check throws */
async function runAgainst(name: string, folder: string): Promise<void> {
  const forLoopback = loopbackChecks.find((check) => check.name === name);
  if (forLoopback) {
    const { startLoopback } = await import(pathToFileURL(path.join(folder, 'electron/loopback/loopback.ts')).href);
    return forLoopback.run(startLoopback);
  }
  const forElectron = electronChecks.find((check) => check.name === name);
  if (!forElectron) throw new Error(`no check is called: ${name}`);
  return forElectron.run(startProgramIn(folder));
}

/** A copy that answers nothing any more must not hold up the rest. */
async function tooLong(name: string): Promise<never> {
  await pause(10_000);
  throw new AssertionError({ message: `no answer within ten seconds: ${name}` });
}

/** @param change makes the copy worse @returns what the check threw */
async function tryCopy(name: string, change: (folder: string) => void): Promise<unknown> {
  const folder = copySource();
  try {
    change(folder);
    await Promise.race([runAgainst(name, folder), tooLong(name)]);
    return null;
  } catch (error) {
    return error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function judge(mutant: Mutant): Promise<Verdict> {
  const thrown = await tryCopy(mutant.caughtBy, (folder) => {
    const file = path.join(folder, mutant.file);
    writeFileSync(file, applyMutant(readFileSync(file, 'utf8'), mutant));
  });
  if (thrown === null) return { mutant, caught: null };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // A copy that cannot even be loaded fails as well, and proves nothing.
  if (!(thrown instanceof AssertionError) && !mutant.throws?.test(message)) throw thrown;
  return { mutant, caught: message };
}

const mutants = [...loopbackMutants, ...electronMutants];
// First the copy as it is: a check that is red anyway would "catch" everything.
for (const name of new Set(mutants.map(({ caughtBy }) => caughtBy))) {
  const thrown = await tryCopy(name, () => {});
  if (thrown !== null) throw new Error(`red without a mutant: ${name}`, { cause: thrown });
}
const verdicts: Verdict[] = [];
for (const mutant of mutants) verdicts.push(await judge(mutant));
console.log(JSON.stringify(verdicts));
// Timers of a broken copy must not keep the runner.
process.exit(0);
