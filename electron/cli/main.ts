/** The command line. */
import { Command, CommanderError } from 'commander';
import { check, exportWhat, make, operations, run } from './commands.ts';
import { Refused, WrongUse } from './exits.ts';
import { serve, start } from './serve.ts';

const REFUSED = 1;
const WRONG_USE = 2;

function program(): Command {
  const schakel = new Command('schakel').description('Kennisnetwerken in kaart. / Maps knowledge networks.').exitOverride();
  schakel
    .command('start')
    .argument('[file]')
    .description('opent Schakel / opens Schakel')
    .action((portfolio?: string) => start(portfolio === undefined ? {} : { portfolio }));
  schakel
    .command('new')
    .argument('<file>')
    .description('nieuw, leeg portfolio / new, empty portfolio')
    .action((file: string) => make(file, 'empty'));
  schakel
    .command('demo')
    .argument('<file>')
    .description('portfolio met negen netwerken / portfolio with nine networks')
    .action((file: string) => make(file, 'example'));
  schakel.command('check').argument('<file>').option('--json').description('kijkt een portfolio na / checks a portfolio').action(check);
  schakel
    .command('serve')
    .option('--portfolio <file>')
    .option('--no-browser', 'alleen het adres tonen / only print the address')
    .description('opent Schakel in de browser / opens Schakel in the browser')
    .action(serve);
  schakel.command('operations').option('--json').description('alle opdrachten / every operation').action(operations);
  schakel
    .command('run')
    .argument('<operation>')
    .requiredOption('--portfolio <file>')
    .option('--input <json>', 'JSON, @bestand/@file of -')
    .option('--out <path>', 'waar een bestand heen gaat, of - / where a file goes, or -')
    .option('--json', 'fouten als JSON / errors as JSON')
    .description('voert een opdracht uit / runs an operation')
    .action(run);
  schakel
    .command('export')
    .argument(
      '<what>',
      'case, diagram, spread, timeline, network, activities, calendar, people, organisations, memberships, relations, seats, rhythms, teams, portfolio',
    )
    .requiredOption('--portfolio <file>')
    .option('--network <code>')
    .option('--year <year>', '2023-2024')
    .option('--at <day>', 'stand op / as of, 2024-07-31')
    .option('--format <format>', 'docx, md, html; svg, pdf, png; xlsx, csv; activities: xlsx, csv, docx, svg, pdf, png', 'schakel')
    .option('--colour <by>', 'organisation, sector, process, role')
    .option('--theme <theme>', 'light, dark')
    .option('--names <style>', 'role, pseudonym, name')
    .option('--view <name>', 'een bewaarde weergave / a saved view')
    .option('--preset <preset>', 'csv: excel, plain')
    .option('--yield <name>', 'van welke opbrengst de verspreiding / the spread of which yield')
    .option('--chain', 'de keten in plaats van de ringen / the chain instead of the rings')
    .option('--people', 'tijdlijn: een balk per deelnemer / timeline: a bar for each participant')
    .option('--template', 'leeg formulier om in te vullen / empty form to fill in')
    .option('--planned', 'activities: ook wat niet is uitgevoerd / also what was not carried out')
    .option('--compare <day>', 'vergelijken met een dag of plan / compare with a day or plan')
    .option('--paper <size>', 'A4, A3, A2, A1')
    .option('--orientation <way>', 'landscape, portrait')
    .option('--title <text>', 'eigen titel op het blad / own title on the sheet')
    .option('--source <text>', 'bronregel / source line')
    .option('--no-date', 'zonder datum / without the date')
    .option('--no-legend', 'zonder legenda / without the legend')
    .option('--no-relations', 'zonder relaties / without relations')
    .option('--width <pixels>', 'breedte van een PNG / width of a PNG')
    .option('--dpi <number>', 'punten per inch van een PNG / dots per inch of a PNG')
    .requiredOption('--out <path>', 'pad of - / path or -')
    .option('--json', 'fouten als JSON / errors as JSON')
    .description('schrijft een bestand / writes a file')
    .action(exportWhat);
  return schakel;
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
  if (error instanceof Refused) {
    console.error(process.argv.includes('--json') ? JSON.stringify(error.failure) : error.failure.message);
    return REFUSED;
  }
  if (error instanceof WrongUse) {
    console.error(error.message);
    return WRONG_USE;
  }
  throw error;
}

try {
  await program().parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error);
}
