/** A drawing on paper: how large it becomes, and whether it can still be read. The file, the printer and the preview all use this. */
import type { Rect, Scene, SceneNode } from './scene.ts';

export const papers = ['A4', 'A3', 'A2', 'A1'] as const;
export type Paper = (typeof papers)[number];
export const orientations = ['landscape', 'portrait'] as const;
export type Orientation = (typeof orientations)[number];

/** Millimetres, short side first (ISO 216). */
const sizes: Readonly<Record<Paper, readonly [number, number]>> = { A4: [210, 297], A3: [297, 420], A2: [420, 594], A1: [594, 841] };
const MARGIN_MM = 8.5;
const POINTS_PER_MM = 72 / 25.4;
/** Smallest letters that can be read in print, in points. */
export const LEAST_POINTS = 7;

export interface Sheet {
  readonly paper: Paper;
  readonly orientation: Orientation;
  /** mm */
  readonly width: number;
  readonly height: number;
  /** The edges of the paper in px of the drawing, which begins at 0 0. */
  readonly box: Rect;
  /** Points on paper per px of the drawing, at most 1. */
  readonly scale: number;
}

/** The way of lying in which a drawing becomes largest. */
export const naturalOrientation = (scene: Pick<Scene, 'width' | 'height'>): Orientation => (scene.width >= scene.height ? 'landscape' : 'portrait');

/**
 * A drawing in the middle of a sheet.
 * @example sheetFor({ width: 1000, height: 500 }, 'A4', 'landscape').width // 297
 */
export function sheetFor(scene: Pick<Scene, 'width' | 'height'>, paper: Paper, orientation: Orientation = naturalOrientation(scene)): Sheet {
  const [short, long] = sizes[paper];
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  const room = (side: number): number => (side - 2 * MARGIN_MM) * POINTS_PER_MM;
  const scale = Math.min(room(width) / scene.width, room(height) / scene.height, 1);
  const [across, down] = [(width * POINTS_PER_MM) / scale, (height * POINTS_PER_MM) / scale];
  const box = { x: (scene.width - across) / 2, y: (scene.height - down) / 2, width: across, height: down };
  return { paper, orientation, width, height, box, scale };
}

function textSizes(node: SceneNode): number[] {
  if (node.type === 'group') return node.children.flatMap(textSizes);
  // the letter or number in a sign is no reading matter: its name stands beside it
  return node.type === 'text' && /\p{L}{2}/u.test(node.text) ? [node.size] : [];
}

/** The smallest words of a drawing, px. */
const smallestWords = (scene: Scene): number => Math.min(12, ...textSizes(scene.root));

/** How large the smallest words of a drawing are on a sheet, in points. */
export const wordsOnPaper = (scene: Scene, sheet: Sheet): number => smallestWords(scene) * sheet.scale;

/** The smallest paper on which every word can be read; null when A1 is too small too. */
export function paperToRead(scene: Scene, orientation?: Orientation): Paper | null {
  return papers.find((paper) => wordsOnPaper(scene, sheetFor(scene, paper, orientation)) >= LEAST_POINTS) ?? null;
}
