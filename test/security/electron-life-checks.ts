/** Checks of the Electron program: starting, ending, menu and file windows. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Check, pause } from './check.ts';
import { check, type ElectronUnderTest, onlyWindow, type StartProgram } from './electron-under-test.ts';

const life: readonly Check<StartProgram>[] = [
  check(
    'a second start opens its file in the first',
    async (started) => {
      started.electron.app.emit('second-instance', {}, ['electron', 'main.js', '--flag', 'b.schakel'], '/elders');
      await pause(5);
      assert.deepEqual(started.host.opened, [path.resolve('a.schakel'), '/elders/b.schakel']);
      assert.deepEqual(onlyWindow(started).done.slice(-3), ['restore', 'show', 'focus']);
      started.electron.app.emit('open-file', { preventDefault() {} }, '/elders/c.schakel');
      await pause(5);
      assert.equal(started.host.opened.at(-1), '/elders/c.schakel');
    },
    ['--inspect=0', 'a.schakel'],
  ),
  {
    name: 'a second start makes no window',
    async run(start) {
      const { electron, host } = await startAsSecond(start);
      assert.equal(electron.control.windows.length, 0);
      assert.equal(electron.control.named('app.quit').length, 1);
      assert.equal(host, undefined);
    },
  },
  check('a file that will not open is told, and the window comes', async (started) => {
    started.host.openFile = async () => ({ ok: false, error: { code: 'db_corrupt', message: 'Dit bestand is beschadigd.', correlationId: '1' } });
    started.electron.app.emit('second-instance', {}, ['electron', 'b.schakel'], '/elders');
    await pause(5);
    assert.deepEqual(started.electron.control.named('dialog.showErrorBox')[0]?.args, ['Schakel', 'Dit bestand is beschadigd.']);
  }),
  check('the database is closed before the program ends', async ({ electron, host }) => {
    electron.app.quit();
    assert.equal(electron.control.named('will-quit prevented').length, 1);
    await pause(5);
    assert.ok(host.closed);
    assert.equal(electron.control.named('app.quit').length, 2);
    assert.equal(electron.control.named('will-quit prevented').length, 1);
  }),
  check('a crashed page is offered again', async (started) => {
    const window = onlyWindow(started);
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    await pause(5);
    assert.equal(window.webContents.reloads, 0);
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    await pause(5);
    assert.equal(window.webContents.reloads, 1);
    assert.deepEqual(started.electron.control.named('dialog.showMessageBox')[0]?.args[1].buttons, ['Opnieuw laden', 'Afsluiten']);
    started.electron.control.boxAnswer = { response: 1, checkboxChecked: false };
    window.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 });
    await pause(5);
    assert.ok(started.electron.control.named('app.quit').length > 0);
  }),
  check('the window comes small enough and in its theme', async (started) => {
    const { options } = onlyWindow(started);
    assert.deepEqual([options.minWidth, options.minHeight, options.show], [1024, 640, false]);
    assert.equal(options.backgroundColor, '#f3f1eb');
    await started.electron.control.invoke('schakel:run', ['settings.update', { theme: 'dark' }]);
    onlyWindow(started).closeByPerson();
    started.electron.app.emit('activate');
    assert.equal(started.electron.control.windows[1]?.options.backgroundColor, '#11161c');
  }),
];

/** The lock is asked for while main.ts loads, so it has to be refused before. */
async function startAsSecond(start: StartProgram): Promise<ElectronUnderTest> {
  process.env.SCHAKEL_TEST_SECOND = '1';
  try {
    return await start();
  } finally {
    delete process.env.SCHAKEL_TEST_SECOND;
  }
}

interface Item {
  readonly id?: string;
  readonly label?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly Item[];
}

const menuOf = ({ electron }: ElectronUnderTest): readonly Item[] => electron.control.menu as unknown as readonly Item[];
const items = (menu: readonly Item[]): readonly Item[] => menu.flatMap((item) => [item, ...items(item.submenu ?? [])]);

const menu: readonly Check<StartProgram>[] = [
  check('the menu speaks Dutch, and English after a change of settings', async (started) => {
    const titles = () => menuOf(started).map(({ label }) => label);
    assert.deepEqual(titles(), ['Bestand', 'Bewerken', 'Beeld', 'Help']);
    await started.electron.control.invoke('schakel:run', ['settings.update', { language: 'en' }]);
    await pause(5);
    assert.deepEqual(titles(), ['File', 'Edit', 'View', 'Help']);
    assert.ok(items(menuOf(started)).every(({ label }) => !/portfolio van|maken|Afdruk/.test(label ?? '')));
  }),
  check('what changes something is asked of the page', (started) => {
    const wanted = {
      new: 'CmdOrCtrl+N',
      open: 'CmdOrCtrl+O',
      saveCopy: 'CmdOrCtrl+Shift+S',
      print: 'CmdOrCtrl+P',
      undo: 'CmdOrCtrl+Z',
      redo: 'CmdOrCtrl+Shift+Z',
      help: 'F1',
    };
    for (const [id, accelerator] of Object.entries(wanted)) {
      const item = items(menuOf(started)).find((known) => known.id === id);
      assert.equal(item?.accelerator, accelerator, id);
      item?.click?.();
      assert.deepEqual(onlyWindow(started).webContents.sent.at(-1), { channel: 'schakel:event', event: { type: 'request', request: id } });
    }
  }),
  check('undo in a text field stays with the text field', (started) => {
    for (const id of ['undo', 'redo']) assert.equal(items(menuOf(started)).find((item) => item.id === id)?.registerAccelerator, false);
  }),
  check('the menu has the recent portfolios', async (started) => {
    started.host.answers.set('portfolio.list', () => ({
      ok: true,
      value: {
        recent: [
          { name: 'Onderzoek & meer', path: '/a.schakel', exists: true },
          { name: 'weg', path: '/b.schakel', exists: false },
        ],
      },
      revision: 1,
      tables: [],
    }));
    started.host.emit({ type: 'portfolio' });
    await pause(5);
    const recent = items(menuOf(started)).find(({ id }) => id === 'recent')?.submenu;
    assert.deepEqual(
      recent?.map(({ label }) => label),
      ['Onderzoek && meer'],
    );
    recent?.[0]?.click?.();
    assert.deepEqual(started.host.opened, ['/a.schakel']);
  }),
];

const dialogs: readonly Check<StartProgram>[] = [
  check('a file window that is dismissed gives nothing', async ({ host }) => {
    assert.equal(await host.options.chooser?.open('portfolio'), null);
    assert.equal(await host.options.chooser?.save('docx', 'x.docx'), null);
  }),
  check('a file window belongs to the window and knows the kind', async (started) => {
    const { control } = started.electron;
    control.openAnswer = { canceled: false, filePaths: ['/a.schakel'] };
    assert.equal(await started.host.options.chooser?.open('portfolio'), '/a.schakel');
    const [window, asked] = control.named('dialog.showOpenDialog')[0]?.args ?? [];
    assert.equal(window, onlyWindow(started));
    assert.deepEqual(asked.filters, [{ name: 'Portfolio van Schakel', extensions: ['schakel'] }]);
    control.saveAnswer = { canceled: false, filePath: '/nowhere/x.docx' };
    assert.equal(await started.host.options.chooser?.save('docx', '../../x.docx'), '/nowhere/x.docx');
    assert.equal(control.named('dialog.showSaveDialog')[0]?.args[1].defaultPath, path.join(tmpdir(), 'schakel-double/documents/x.docx'));
  }),
  check('a name without extension never replaces a file unasked', async ({ electron, host }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'schakel-save-'));
    const there = path.join(folder, 'verslag');
    electron.control.saveAnswer = { canceled: false, filePath: there };
    assert.equal(await host.options.chooser?.save('docx', 'x'), `${there}.docx`);
    writeFileSync(`${there}.docx`, 'mine');
    assert.equal(await host.options.chooser?.save('docx', 'x'), null);
    electron.control.boxAnswer = { response: 1, checkboxChecked: false };
    assert.equal(await host.options.chooser?.save('docx', 'x'), `${there}.docx`);
    assert.ok(existsSync(`${there}.docx`));
    rmSync(folder, { recursive: true });
  }),
];

export const electronLifeChecks: readonly Check<StartProgram>[] = [...life, ...menu, ...dialogs];
