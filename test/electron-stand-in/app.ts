/** `app`: life cycle, paths, command line and the single-instance lock. */
import { EventEmitter } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { isAlive } from './chromium.ts';
import { state } from './state.ts';
import { strict } from './strict.ts';

const emitter = new EventEmitter();
const overridden = new Map<string, string>();
let announceReady: (info: object) => void;
const whenReady = new Promise<object>((resolve) => {
  announceReady = resolve;
});

function userData(): string {
  const folder = overridden.get('userData') ?? state.switches.get('user-data-dir') ?? path.join(tmpdir(), `schakel-stand-in-data-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function getPath(name: string): string {
  const known = overridden.get(name);
  if (known) return known;
  if (name === 'userData' || name === 'sessionData') return userData();
  if (name === 'temp') return tmpdir();
  if (name === 'home') return homedir();
  if (name === 'exe') return process.execPath;
  // A test must never write in the person's own Documents or Downloads.
  const folder = path.join(userData(), name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

interface Preventable {
  readonly preventDefault: () => void;
}

/** @param more what the event carries besides @returns false when a listener prevented it */
export function emitPreventable(target: EventEmitter, name: string, more: object = {}): boolean {
  let prevented = false;
  const event: Preventable = {
    ...more,
    preventDefault: () => {
      prevented = true;
    },
  };
  target.emit(name, event);
  return !prevented;
}

function quit(): void {
  if (state.quitting) return;
  state.quitting = true;
  const goesOn =
    emitPreventable(emitter, 'before-quit') &&
    [...state.windows.values()].every((window) => window.askToClose()) &&
    emitPreventable(emitter, 'will-quit');
  state.quitting = goesOn;
  if (!goesOn) return;
  emitter.emit('quit', {}, 0);
  setImmediate(() => process.exit(0));
}

const lockFile = (): string => path.join(userData(), 'stand-in.lock');
const messagePrefix = 'stand-in-second-';

function holderIsAlive(): boolean {
  try {
    return isAlive(Number(readFileSync(lockFile(), 'utf8')));
  } catch {
    return false;
  }
}

function passOn(name: string): void {
  if (!name.startsWith(messagePrefix) || !name.endsWith('.json')) return;
  const file = path.join(userData(), name);
  const { argv, cwd } = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  emitter.emit('second-instance', {}, argv, cwd, null);
}

/** As Electron's: false in a second start, whose command line then reaches the first as `second-instance`. */
function requestSingleInstanceLock(): boolean {
  if (holderIsAlive()) {
    const message = path.join(userData(), `${messagePrefix}${process.pid}`);
    writeFileSync(message, JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
    // The first start reads the file as soon as its name is there, so it must be whole by then.
    renameSync(message, `${message}.json`);
    return false;
  }
  writeFileSync(lockFile(), String(process.pid));
  process.once('exit', () => rmSync(lockFile(), { force: true }));
  watch(userData(), () => readdirSync(userData()).forEach(passOn)).unref();
  return true;
}

const members = {
  isPackaged: false,
  name: 'Schakel',
  whenReady: () => whenReady,
  isReady: () => state.ready,
  getName: () => 'Schakel',
  getVersion: () => JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')).version as string,
  getLocale: () => process.env.STAND_IN_LOCALE ?? 'nl',
  getPreferredSystemLanguages: () => [process.env.STAND_IN_LOCALE ?? 'nl-NL'],
  getAppPath: () => path.join(import.meta.dirname, '../..'),
  getPath,
  setPath: (name: string, folder: string) => overridden.set(name, folder),
  setAppUserModelId: () => {},
  setAboutPanelOptions: () => {},
  showAboutPanel: () => {},
  addRecentDocument: () => {},
  clearRecentDocuments: () => {},
  enableSandbox: () => {
    if (state.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  },
  focus: () => {},
  requestSingleInstanceLock,
  quit,
  exit: (code = 0) => process.exit(code),
  commandLine: {
    appendSwitch: (name: string, value = '') => state.switches.set(name, value),
    hasSwitch: (name: string) => state.switches.has(name),
    getSwitchValue: (name: string) => state.switches.get(name) ?? '',
  },
};

export const app = strict('app', Object.assign(emitter, members));

export function becomeReady(): void {
  state.ready = true;
  announceReady({});
  emitter.emit('ready', {}, {});
}
