/** The menu. What changes something is asked of the page, which knows what is selected and what undo would do. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type Language, texts } from './menu-text.ts';

/** What the menu can ask of the page. */
export type MenuRequest = 'new' | 'open' | 'saveCopy' | 'print' | 'undo' | 'redo' | 'help' | 'about';

export interface Recent {
  readonly name: string;
  readonly path: string;
}

export interface MenuState {
  readonly language: Language;
  readonly recent: readonly Recent[];
  readonly platform: NodeJS.Platform;
  readonly request: (request: MenuRequest) => void;
  readonly openFile: (path: string) => void;
}

/** Shows the menu in the language and with the recent files of now. */
export function showMenu(state: MenuState): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state)));
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The menu as data. Items that a test or a script looks for carry an `id`. */
export function menuTemplate(state: MenuState): MenuItemConstructorOptions[] {
  const text = texts[state.language];
  const mac = state.platform === 'darwin';
  const asks = (id: MenuRequest, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => state.request(id),
  });
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: text.file,
      submenu: [
        asks('new', text.newPortfolio, 'CmdOrCtrl+N'),
        asks('open', text.open, 'CmdOrCtrl+O'),
        { id: 'recent', label: text.recent, submenu: recentItems(state) },
        separator,
        asks('saveCopy', text.saveCopy, 'CmdOrCtrl+Shift+S'),
        asks('print', text.print, 'CmdOrCtrl+P'),
        ...(mac ? [] : [separator, { id: 'quit', role: 'quit', label: text.quit, accelerator: 'Ctrl+Q' } as const]),
      ],
    },
    editMenu(state, asks),
    viewMenu(state),
    {
      label: text.help,
      role: 'help',
      submenu: [asks('help', text.helpPages, 'F1'), asks('about', text.about)],
    },
  ];
}

function editMenu(
  { language }: MenuState,
  asks: (id: MenuRequest, label: string, accelerator: string) => MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  const text = texts[language];
  return {
    label: text.edit,
    submenu: [
      // The page listens to these two keys itself, as it does in a browser tab: in a text field they undo typing.
      { ...asks('undo', text.undo, 'CmdOrCtrl+Z'), registerAccelerator: false },
      { ...asks('redo', text.redo, 'CmdOrCtrl+Shift+Z'), registerAccelerator: false },
      separator,
      { role: 'cut', label: text.cut },
      { role: 'copy', label: text.copy },
      { role: 'paste', label: text.paste },
      { role: 'selectAll', label: text.selectAll },
    ],
  };
}

function viewMenu({ language }: MenuState): MenuItemConstructorOptions {
  const text = texts[language];
  return {
    label: text.view,
    submenu: [
      { role: 'zoomIn', label: text.zoomIn },
      { role: 'zoomOut', label: text.zoomOut },
      { role: 'resetZoom', label: text.resetZoom },
      separator,
      { role: 'togglefullscreen', label: text.fullScreen },
    ],
  };
}

function recentItems({ language, recent, openFile }: MenuState): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: texts[language].noRecent, enabled: false }];
  // `&` would underline the next letter instead of showing itself.
  return recent.slice(0, 10).map(({ name, path }) => ({ label: name.replaceAll('&', '&&'), toolTip: path, click: () => openFile(path) }));
}
