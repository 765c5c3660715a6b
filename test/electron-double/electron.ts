/**
 * A double of the module `electron` for unit tests: it records, and a test plays the part of the system through `control`.
 * `satisfies` ties every member to Electron's own types, so an upgrade that renames one breaks the type check here and
 * not the program at somebody's desk.
 */
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as E from 'electron';

/** Same names, and parameters that Electron's callers may give. */
type Doubles<T, K extends keyof T> = { readonly [P in K]: T[P] extends (...args: infer A) => unknown ? (...args: A) => unknown : unknown };

interface Call {
  readonly api: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was passed
  readonly args: readonly any[];
}
const calls: Call[] = [];
const record = (api: string, ...args: unknown[]): void => void calls.push({ api, args });

let isReady = false;
let announceReady: () => void;
const whenReady = new Promise<void>((resolve) => {
  announceReady = resolve;
});
function becomeReady(): void {
  isReady = true;
  announceReady();
  app.emit('ready', {}, {});
}
const beforeReady = (what: string): void => {
  if (isReady) throw new Error(`${what} after ready`);
};

const appMembers = {
  isPackaged: false,
  /** The system is ready a moment after the program began to wait for it, and not earlier. */
  whenReady: () => {
    setImmediate(becomeReady);
    return whenReady;
  },
  enableSandbox: () => {
    beforeReady('enableSandbox');
    record('app.enableSandbox');
  },
  requestSingleInstanceLock: () => process.env.SCHAKEL_TEST_SECOND === undefined,
  quit: () => {
    record('app.quit');
    app.emit('will-quit', { preventDefault: () => record('will-quit prevented') });
  },
  exit: (code?: number) => record('app.exit', code),
  getPath: (name: string) => path.join(tmpdir(), 'schakel-double', name),
  getVersion: () => '1.2.3',
  getLocale: () => control.locale,
} satisfies Doubles<
  E.App,
  'isPackaged' | 'whenReady' | 'enableSandbox' | 'requestSingleInstanceLock' | 'quit' | 'exit' | 'getPath' | 'getVersion' | 'getLocale'
>;
export const app = Object.assign(new EventEmitter(), appMembers);

const handlers = new Map<string, (event: never, ...args: unknown[]) => unknown>();
export const ipcMain = {
  handle: (channel: string, handler: (event: E.IpcMainInvokeEvent, ...args: unknown[]) => unknown) => void handlers.set(channel, handler as never),
} satisfies Doubles<E.IpcMain, 'handle'>;

type SchemeHandler = (request: Request) => Response | Promise<Response>;
const schemeHandlers = new Map<string, SchemeHandler>();
export const protocol = {
  registerSchemesAsPrivileged: (schemes: E.CustomScheme[]) => {
    beforeReady('registerSchemesAsPrivileged');
    record('protocol.registerSchemesAsPrivileged', schemes);
  },
  handle: (scheme: string, handler: SchemeHandler) => void schemeHandlers.set(scheme, handler),
} satisfies Doubles<E.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

const sessionMembers = {
  setPermissionRequestHandler: (handler: Parameters<E.Session['setPermissionRequestHandler']>[0]) => record('permission request', handler),
  setPermissionCheckHandler: (handler: Parameters<E.Session['setPermissionCheckHandler']>[0]) => record('permission check', handler),
  setDevicePermissionHandler: (handler: Parameters<E.Session['setDevicePermissionHandler']>[0]) => record('device permission', handler),
  setSpellCheckerEnabled: (on: boolean) => record('spell checker', on),
  webRequest: {
    onBeforeRequest: (filter: E.WebRequestFilter, listener: unknown) => record('before request', filter, listener),
  },
} satisfies Doubles<
  E.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled' | 'webRequest'
> & { webRequest: { onBeforeRequest: (filter: Parameters<E.WebRequest['onBeforeRequest']>[0] & E.WebRequestFilter, listener: unknown) => unknown } };
const defaultSession = Object.assign(new EventEmitter(), sessionMembers);
export const session = { defaultSession } satisfies { [K in keyof typeof E.session & 'defaultSession']: unknown };

export const dialog = {
  showOpenDialog: async (...args: unknown[]): Promise<E.OpenDialogReturnValue> => {
    record('dialog.showOpenDialog', ...args);
    return control.openAnswer;
  },
  showSaveDialog: async (...args: unknown[]): Promise<E.SaveDialogReturnValue> => {
    record('dialog.showSaveDialog', ...args);
    return control.saveAnswer;
  },
  showMessageBox: async (...args: unknown[]): Promise<E.MessageBoxReturnValue> => {
    record('dialog.showMessageBox', ...args);
    return control.boxAnswer;
  },
  showErrorBox: (title: string, content: string) => record('dialog.showErrorBox', title, content),
} satisfies Doubles<E.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>;

export const shell = {
  openExternal: async (url: string) => record('shell.openExternal', url),
} satisfies Doubles<E.Shell, 'openExternal'>;

export const nativeTheme = {
  themeSource: 'system' as 'system' | 'light' | 'dark',
  get shouldUseDarkColors(): boolean {
    return nativeTheme.themeSource === 'dark';
  },
} satisfies Doubles<E.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>;

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
} satisfies Doubles<E.Screen, 'getAllDisplays'>;

export const Menu = {
  buildFromTemplate: (template: E.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: unknown) => {
    control.menu = template as E.MenuItemConstructorOptions[];
  },
} satisfies { buildFromTemplate: (template: Parameters<typeof E.Menu.buildFromTemplate>[0] & E.MenuItemConstructorOptions[]) => unknown } & {
  [K in keyof typeof E.Menu & 'setApplicationMenu']: unknown;
};

type OpenHandler = Parameters<E.WebContents['setWindowOpenHandler']>[0];

class Contents extends EventEmitter {
  readonly sent: { readonly channel: string; readonly event: unknown }[] = [];
  openHandler: OpenHandler | undefined;
  destroyed = false;
  reloads = 0;
  readonly getURL = (): string => 'app://schakel/index.html';
  readonly isDestroyed = (): boolean => this.destroyed;
  readonly send = (channel: string, event: unknown): void => {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.sent.push({ channel, event: structuredClone(event) });
  };
  readonly reload = (): void => {
    this.reloads += 1;
  };
  readonly setWindowOpenHandler = (handler: OpenHandler): void => {
    this.openHandler = handler;
  };
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new Contents();
  readonly options: E.BrowserWindowConstructorOptions;
  readonly #done: string[] = [];

  constructor(options: E.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    control.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  /** What was asked of the window, in order. */
  get done(): readonly string[] {
    return this.#done;
  }

  loadURL = async (url: string): Promise<void> => void this.#done.push(`load ${url}`);
  show = (): void => void this.#done.push('show');
  focus = (): void => void this.#done.push('focus');
  restore = (): void => void this.#done.push('restore');
  maximize = (): void => void this.#done.push('maximize');
  isMinimized = (): boolean => true;
  isMaximized = (): boolean => false;
  isDestroyed = (): boolean => this.webContents.destroyed;
  getNormalBounds = (): E.Rectangle => ({ x: 0, y: 0, width: 1440, height: 900 });

  /** The person closes it. */
  closeByPerson(): void {
    this.emit('close', { preventDefault() {} });
    this.webContents.destroyed = true;
    this.emit('closed');
  }
}

void ({} as BrowserWindow satisfies Doubles<
  E.BrowserWindow,
  'loadURL' | 'show' | 'focus' | 'restore' | 'maximize' | 'isMinimized' | 'isMaximized' | 'isDestroyed' | 'getNormalBounds'
>);
void ({} as Contents satisfies Doubles<E.WebContents, 'getURL' | 'isDestroyed' | 'send' | 'reload' | 'setWindowOpenHandler'>);

interface Frame {
  readonly url: string;
  readonly parent: unknown;
}

/** The part that the system and the person play. */
export const control = {
  calls,
  locale: 'nl-NL',
  menu: [] as E.MenuItemConstructorOptions[],
  windows: [] as BrowserWindow[],
  openAnswer: { canceled: true, filePaths: [] } as E.OpenDialogReturnValue,
  saveAnswer: { canceled: true, filePath: '' } as E.SaveDialogReturnValue,
  boxAnswer: { response: 0, checkboxChecked: false } as E.MessageBoxReturnValue,
  channels: (): readonly string[] => [...handlers.keys()].sort(),
  named: (api: string): readonly Call[] => calls.filter((call) => call.api === api),
  scheme: (name: string): SchemeHandler => schemeHandlers.get(name) ?? (() => new Response(null, { status: 599 })),
  /** A call as it comes from a page: arguments and answer are cloned on their way. */
  async invoke(
    channel: string,
    args: readonly unknown[] = [],
    frame: Frame | null = { url: 'app://schakel/index.html', parent: null },
  ): Promise<unknown> {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`no handler for ${channel}`);
    return structuredClone(await handler({ senderFrame: frame } as never, ...structuredClone([...args])));
  },
};
