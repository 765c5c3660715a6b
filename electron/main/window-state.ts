/** Where the window stood, so that it comes back there: also after the second screen was unplugged. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export const smallest = { width: 1024, height: 640 } as const;
const usual = { width: 1440, height: 900 } as const;

const savedState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof savedState>;
export type Placement = { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number; readonly maximized: boolean };

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const fileOf = (userData: string): string => path.join(userData, 'window.json');

/** @returns null when nothing was saved or it cannot be read; a lost window place is not worth a message */
export function readWindowState(userData: string): WindowState | null {
  try {
    return savedState.parse(JSON.parse(readFileSync(fileOf(userData), 'utf8')));
  } catch {
    return null;
  }
}

export function saveWindowState(userData: string, state: WindowState): void {
  const file = fileOf(userData);
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // a full or read-only disk: the window simply opens in its usual place
  }
}

/** How much of the title bar must be on a screen for a person to take hold of it. */
const grip = 80;

/** @param screens usable areas of the screens that are there now */
export function placeWindow(saved: WindowState | null, screens: readonly Area[]): Placement {
  const largest = screens[0] ?? { width: usual.width, height: usual.height };
  if (!saved) return { ...within(usual, largest), maximized: false };
  const { x, y, maximized } = saved;
  const size = { width: Math.max(saved.width, smallest.width), height: Math.max(saved.height, smallest.height) };
  const visible = screens.some(
    (area) => x + size.width - grip > area.x && x + grip < area.x + area.width && y >= area.y && y + grip / 2 < area.y + area.height,
  );
  return visible ? { ...size, x, y, maximized } : { ...within(size, largest), maximized };
}

function within(size: { readonly width: number; readonly height: number }, area: { readonly width: number; readonly height: number }) {
  return {
    width: Math.max(smallest.width, Math.min(size.width, area.width)),
    height: Math.max(smallest.height, Math.min(size.height, area.height)),
  };
}
