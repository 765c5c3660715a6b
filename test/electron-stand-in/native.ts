/** Dialogs, menu, shell and theme: what the operating system shows. Dialogs throw until a test says what the person chooses. */
import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import { state } from './state.ts';
import { notImplemented, strict } from './strict.ts';

const notChosen = (name: string) => async () => {
  throw new Error(`electron stand-in: the test did not say what dialog.${name} answers`);
};

export const dialog = strict('dialog', {
  showOpenDialog: notChosen('showOpenDialog'),
  showSaveDialog: notChosen('showSaveDialog'),
  showMessageBox: notChosen('showMessageBox'),
  showErrorBox: (title: string, content: string) => process.stderr.write(`error box: ${title}: ${content}\n`),
});

export const shell = strict('shell', {
  /** For tests: what was handed to the system. */
  opened: [] as string[],
  async openExternal(url: string) {
    shell.opened.push(url);
  },
});

export const nativeTheme = strict(
  'nativeTheme',
  Object.assign(new EventEmitter(), {
    get shouldUseDarkColors() {
      return state.dark;
    },
    get themeSource() {
      return state.dark ? 'dark' : 'system';
    },
    set themeSource(source: string) {
      state.dark = source === 'dark';
      for (const window of state.windows.values()) window.contents.showTheme();
    },
  }),
);

export const screen = strict('screen', {
  getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 }, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }],
  getPrimaryDisplay: () => screen.getAllDisplays()[0],
});

const knownRoles = new Set(
  `undo redo cut copy paste pasteandmatchstyle delete selectall reload forcereload toggledevtools resetzoom zoomin zoomout
  togglefullscreen window minimize close help about services hide hideothers unhide quit front zoom appmenu filemenu editmenu
  viewmenu windowmenu`.split(/\s+/),
);

class MenuItem {
  readonly type: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly submenu: MenuObject | undefined;
  readonly click: () => void;
  readonly id: string | undefined;
  readonly label: string;
  readonly role: string | undefined;
  readonly accelerator: MenuItemConstructorOptions['accelerator'];
  readonly registerAccelerator: boolean;

  constructor(options: MenuItemConstructorOptions) {
    if (options.role && !knownRoles.has(options.role.toLowerCase())) notImplemented(`menu role ${options.role}`);
    this.id = options.id;
    this.role = options.role;
    this.label = options.label ?? options.role ?? '';
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.accelerator = options.accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.submenu = Array.isArray(options.submenu) ? new MenuObject(options.submenu) : undefined;
    // A click on a greyed item does nothing, nor does it here.
    this.click = () => {
      if (this.enabled) options.click?.(this as never, [...state.windows.values()].at(-1) as never, {} as never);
    };
  }
}

class MenuObject {
  readonly items: readonly MenuItem[];

  constructor(template: readonly (MenuItemConstructorOptions | object)[]) {
    this.items = template.map((item) => new MenuItem(item as MenuItemConstructorOptions));
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

let applicationMenu: MenuObject | null = null;

export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => new MenuObject(template),
  setApplicationMenu: (menu: MenuObject | null) => {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
});
