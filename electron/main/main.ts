/** Entry of the Electron program. What stands above the first `await` runs before the app is ready. */
import path from 'node:path';
import { app, dialog } from 'electron';
import { registerScheme } from './app-protocol.ts';
import { guardAllContents } from './security.ts';
import { type Program, startProgram } from './start.ts';

/** @param argv a command line; a portfolio on it is what the person double-clicked */
function portfolioIn(argv: readonly string[], folder: string): string | undefined {
  const file = argv.slice(1).findLast((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.schakel'));
  return file && path.resolve(folder, file);
}

/** Files that the system hands over before the program stands. */
let waiting = portfolioIn(process.argv, process.cwd());
let program: Program | undefined;

function open(file: string | undefined): void {
  if (program) void program.openFile(file);
  else waiting = file ?? waiting;
}

registerScheme();
app.enableSandbox();
guardAllContents();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, folder) => open(portfolioIn(argv, folder)));
  // macOS does not use the command line for a double click.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    open(file);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  await app.whenReady();
  try {
    const first = waiting;
    program = await startProgram(first);
    if (waiting !== first) open(waiting);
  } catch (error) {
    dialog.showErrorBox('Schakel', error instanceof Error ? error.message : String(error));
    app.exit(1);
  }
} else {
  app.quit();
}
