/** A part of a scene put lower, under what stands above it. */
import type { SceneNode } from '../diagram/scene.ts';

export const shift = (nodes: readonly SceneNode[], dy: number): SceneNode[] => nodes.map((node) => moved(node, dy));
function moved(node: SceneNode, dy: number): SceneNode {
  switch (node.type) {
    case 'group':
      return { ...node, children: shift(node.children, dy) };
    case 'circle':
      return { ...node, cy: node.cy + dy };
    case 'line':
      return { ...node, y1: node.y1 + dy, y2: node.y2 + dy };
    case 'path':
      // absolute M L Q C Z only: every second number is a y
      return { ...node, d: movedPath(node.d, dy) };
    default:
      return { ...node, y: node.y + dy };
  }
}
function movedPath(d: string, dy: number): string {
  let index = 0;
  return d.replace(/-?\d+(\.\d+)?/g, (number) => {
    index += 1;
    return index % 2 === 0 ? String(Math.round((Number(number) + dy) * 100) / 100) : number;
  });
}
