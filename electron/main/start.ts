/** Puts the program together: host, window, menu, and what the system asks of it. */
import path from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, session } from 'electron';
import type { HostEvent, Outcome } from '../../shared/contract/result.ts';
import { createHost } from '../host/host.ts';
import type { Host } from '../host/host-types.ts';
import { servePage } from './app-protocol.ts';
import { nativeChooser } from './file-chooser.ts';
import { pushEvent, registerIpc } from './ipc.ts';
import { type Recent, showMenu } from './menu.ts';
import type { Language } from './menu-text.ts';
import { guardSession } from './security.ts';
import { createWindow, showWindow } from './window.ts';

export interface Program {
  /** Opens a portfolio that the system hands over and brings the window to the front. */
  openFile(file: string | undefined): Promise<void>;
}

interface Places {
  /** `dist/`, in the packaged program inside app.asar. */
  readonly dist: string;
  readonly resources: string;
}

function places(): Places {
  const dist = path.join(import.meta.dirname, '..');
  // Resources stand beside app.asar, because SQLite, Word templates and fonts are read as plain files.
  return { dist, resources: path.join(app.isPackaged ? process.resourcesPath : path.join(dist, '..'), 'resources') };
}

/** Starts everything that needs a ready app. @param file a portfolio from the command line */
export async function startProgram(file: string | undefined): Promise<Program> {
  const program = new RunningProgram(places());
  await program.start(file);
  return program;
}

class RunningProgram implements Program {
  readonly #places: Places;
  readonly #userData = app.getPath('userData');
  readonly #documents = path.join(app.getPath('documents'), 'Schakel');
  #host!: Host;
  #language: Language = app.getLocale().startsWith('nl') ? 'nl' : 'en';
  #window: BrowserWindow | undefined;

  constructor(where: Places) {
    this.#places = where;
  }

  async start(file: string | undefined): Promise<void> {
    guardSession(session.defaultSession);
    servePage(path.join(this.#places.dist, 'renderer'), async (ticket) => (await this.#host?.deliver(ticket)) ?? null);
    const chooser = nativeChooser({ folder: app.getPath('documents'), language: () => this.#language, window: () => this.#window });
    this.#host = await createHost({
      kind: 'electron',
      version: app.getVersion(),
      userData: this.#userData,
      documents: this.#documents,
      resources: this.#places.resources,
      chooser,
    });
    this.#closeHostOnQuit();
    registerIpc(this.#host, (name, outcome) => this.#afterRun(name, outcome));
    this.#host.on((event) => this.#noticeEvent(event));
    // Theme first: the window takes its colour from it before the page has painted.
    this.#applySettings(await this.#host.run('settings.get', {}));
    await this.#refreshMenu();
    app.on('activate', () => this.#showWindow());
    if (file) await this.#open(file);
    this.#showWindow();
  }

  async openFile(file: string | undefined): Promise<void> {
    this.#showWindow();
    if (file) await this.#open(file);
  }

  async #open(file: string): Promise<void> {
    const outcome = await this.#host.openFile(file);
    if (!outcome.ok) dialog.showErrorBox('Schakel', outcome.error.message);
  }

  #showWindow(): void {
    if (this.#window) {
      showWindow(this.#window);
      return;
    }
    const preload = path.join(this.#places.dist, 'electron', 'preload.cjs');
    this.#window = createWindow({ userData: this.#userData, preload, language: () => this.#language });
    this.#window.on('closed', () => {
      this.#window = undefined;
    });
  }

  #push(event: HostEvent): void {
    pushEvent(this.#window?.webContents, event);
  }

  #noticeEvent(event: HostEvent): void {
    this.#push(event);
    if (event.type === 'portfolio') void this.#refreshMenu();
  }

  #afterRun(name: string, outcome: Outcome): void {
    if (name !== 'settings.update' || !outcome.ok) return;
    this.#applySettings(outcome);
    void this.#refreshMenu();
  }

  #applySettings(outcome: Outcome): void {
    if (!outcome.ok) return;
    const { language, theme } = outcome.value as { readonly language: Language; readonly theme: 'system' | 'light' | 'dark' };
    this.#language = language;
    nativeTheme.themeSource = theme;
  }

  async #refreshMenu(): Promise<void> {
    const outcome = await this.#host.run('portfolio.list', {});
    const known = outcome.ok ? (outcome.value as { readonly recent: readonly (Recent & { readonly exists: boolean })[] }).recent : [];
    showMenu({
      language: this.#language,
      recent: known.filter(({ exists }) => exists),
      platform: process.platform,
      request: (request) => this.#push({ type: 'request', request }),
      openFile: (file) => void this.#open(file),
    });
  }

  /** The database must be closed properly, so the program waits for it once. */
  #closeHostOnQuit(): void {
    let closed = false;
    app.on('will-quit', (event) => {
      if (closed) return;
      event.preventDefault();
      void this.#host.close().finally(() => {
        closed = true;
        app.quit();
      });
    });
  }
}
