/** The one window. */
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { type Language, texts } from './menu-text.ts';
import { pageUrl } from './own-page.ts';
import { placeWindow, readWindowState, saveWindowState, smallest } from './window-state.ts';

/** `--paper` of the page in both themes: what shows before the page has painted. */
const paper = { light: '#f3f1eb', dark: '#11161c' } as const;

export interface WindowOptions {
  readonly userData: string;
  /** The built preload script. */
  readonly preload: string;
  readonly language: () => Language;
}

/** Makes the window and loads the page; it shows itself once there is something to see. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const { maximized, ...place } = placeWindow(readWindowState(options.userData), areas);
  const window = new BrowserWindow({
    ...place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Schakel',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A number that changes while the window is hidden (a job's progress) must be right when it is shown again.
      backgroundThrottling: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => saveWindowState(options.userData, { ...window.getNormalBounds(), maximized: window.isMaximized() }));
  offerReload(window, options.language);
  void load(window);
  return window;
}

async function load(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(pageUrl);
  } catch (error) {
    // Closed while it was loading: nothing to tell.
    if (!window.isDestroyed()) dialog.showErrorBox('Schakel', error instanceof Error ? error.message : String(error));
  }
}

/** The page can crash without the program: everything that was saved is safe, and a reload brings it back. */
function offerReload(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { crashed } = texts[language()];
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Schakel',
      message: crashed.message,
      detail: crashed.detail,
      buttons: [crashed.reload, crashed.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 1) app.quit();
    else if (!window.isDestroyed()) window.webContents.reload();
  });
}

/** Brings the window to the front, as a second start of the program does. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
