/** `BrowserWindow`: bookkeeping round one page. */
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { app, emitPreventable } from './app.ts';
import { chromium, state } from './state.ts';
import { strict } from './strict.ts';
import { WebContents } from './web-contents.ts';

let lastId = 0;

export class BrowserWindow extends EventEmitter {
  readonly id: number;
  /** What the program sees: strict. */
  readonly webContents: WebContents;
  /** The same for the stand-in itself. */
  readonly contents: WebContents;
  #bounds: Rectangle;
  #visible: boolean;
  #destroyed = false;
  #maximized = false;
  #fullScreen = false;
  #minimized = false;
  #title: string;
  #background: string;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    lastId += 1;
    this.id = lastId;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#visible = options.show !== false;
    this.#title = options.title ?? '';
    this.#background = options.backgroundColor ?? '#FFF';
    this.contents = new WebContents(this, options.webPreferences ?? {}, { width, height });
    this.webContents = strict('webContents', bound(this.contents), () => this.#destroyed);
    const outside = strict('BrowserWindow', bound(this), () => this.#destroyed);
    state.windows.set(this.id, outside);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, outside);
    // biome-ignore lint/correctness/noConstructorReturn: the program must get the strict one
    return outside;
  }

  static getAllWindows = (): BrowserWindow[] => [...state.windows.values()];
  static fromWebContents = (contents: { readonly id: number } | null): BrowserWindow | null =>
    contents ? (state.windows.get(contents.id) ?? null) : null;
  static fromId = (id: number): BrowserWindow | null => state.windows.get(id) ?? null;
  static getFocusedWindow = (): BrowserWindow | null => [...state.windows.values()].at(-1) ?? null;

  loadURL(url: string): Promise<void> {
    return this.contents.navigate(url);
  }

  show(): void {
    this.#visible = true;
    this.emit('show');
  }

  focus(): void {}
  isVisible = (): boolean => this.#visible;
  isDestroyed = (): boolean => this.#destroyed;
  isMaximized = (): boolean => this.#maximized;
  isMinimized = (): boolean => this.#minimized;
  isFullScreen = (): boolean => this.#fullScreen;
  getTitle = (): string => this.#title;
  getBounds = (): Rectangle => ({ ...this.#bounds });
  getNormalBounds = (): Rectangle => ({ ...this.#bounds });
  getBackgroundColor = (): string => this.#background;

  setBackgroundColor(color: string): void {
    this.#background = color;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  maximize(): void {
    this.#maximized = true;
    this.emit('maximize');
  }

  minimize(): void {
    this.#minimized = true;
  }

  restore(): void {
    this.#minimized = false;
  }

  setFullScreen(on: boolean): void {
    this.#fullScreen = on;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize');
  }

  close(): void {
    this.askToClose();
  }

  /** Not Electron's: closes unless the program prevents it. */
  askToClose(): boolean {
    if (!emitPreventable(this, 'close')) return false;
    this.destroy();
    return true;
  }

  destroy(): void {
    if (this.#destroyed) return;
    void chromium()
      .cdp.send('Target.closeTarget', { targetId: this.contents.target })
      .catch(() => {});
    this.wasClosed();
  }

  /** Not Electron's: the page has gone. */
  wasClosed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    state.windows.delete(this.id);
    this.emit('closed');
    this.contents.emit('destroyed');
    if (state.windows.size > 0 || state.quitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
}

/** Private fields cannot be reached through a Proxy, so methods keep the object they belong to. */
function bound<T extends object>(target: T): T {
  return new Proxy(target, {
    get(object, key) {
      const value = Reflect.get(object, key);
      return typeof value === 'function' && key !== 'constructor' ? value.bind(object) : value;
    },
  });
}
