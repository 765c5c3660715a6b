import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { placeWindow, readWindowState, saveWindowState } from './window-state.ts';

const laptop = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1920, height: 1080 };
const saved = { x: 2000, y: 100, width: 1300, height: 800, maximized: false };
const folder = mkdtempSync(path.join(tmpdir(), 'schakel-window-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('placeWindow', () => {
  it('puts it back where it stood', () => {
    expect(placeWindow(saved, [laptop, second])).toEqual(saved);
  });

  it('brings it back when the second screen was unplugged', () => {
    expect(placeWindow(saved, [laptop])).toEqual({ width: 1300, height: 800, maximized: false });
  });

  it('leaves no window whose title bar is out of reach', () => {
    for (const place of [{ x: 1900 }, { y: 1060 }, { x: -1290 }, { y: -200 }]) {
      expect(placeWindow({ ...saved, x: 100, y: 100, ...place }, [laptop])).not.toHaveProperty('x');
    }
  });

  it('is never smaller than the page can be, nor larger than a small screen', () => {
    expect(placeWindow({ ...saved, x: 0, y: 0, width: 200, height: 100 }, [laptop])).toMatchObject({ width: 1024, height: 640 });
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1280, height: 720 }])).toEqual({ width: 1280, height: 720, maximized: false });
  });
});

describe('window state', () => {
  it('survives a file that is not what it should be', () => {
    expect(readWindowState(folder)).toBeNull();
    saveWindowState(folder, saved);
    expect(readWindowState(folder)).toEqual(saved);
    for (const content of ['', '{', '{"x":1}', 'null', '{"x":"1","y":0,"width":1,"height":1,"maximized":false}']) {
      writeFileSync(path.join(folder, 'window.json'), content);
      expect(readWindowState(folder)).toBeNull();
    }
  });
});
