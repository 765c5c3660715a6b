/** A part of a scene put lower, and perhaps more to the right. */
import type { SceneNode } from '../diagram/scene.ts';

export const shift = (nodes: readonly SceneNode[], dy: number, dx = 0): SceneNode[] => nodes.map((node) => moved(node, dy, dx));
function moved(node: SceneNode, dy: number, dx: number): SceneNode {
  switch (node.type) {
    case 'group':
      return { ...node, children: shift(node.children, dy, dx) };
    case 'circle':
      return { ...node, cx: node.cx + dx, cy: node.cy + dy };
    case 'line':
      return { ...node, x1: node.x1 + dx, x2: node.x2 + dx, y1: node.y1 + dy, y2: node.y2 + dy };
    case 'path':
      // absolute M L Q C Z only: every second number is a y
      return { ...node, d: movedPath(node.d, dy, dx) };
    default:
      return { ...node, x: node.x + dx, y: node.y + dy };
  }
}
function movedPath(d: string, dy: number, dx: number): string {
  let index = 0;
  return d.replace(/-?\d+(\.\d+)?/g, (number) => {
    index += 1;
    return String(Math.round((Number(number) + (index % 2 === 0 ? dy : dx)) * 100) / 100);
  });
}

/** A part of a scene made larger: what stands on paper beside a large drawing is read from as far. */
export const grown = (nodes: readonly SceneNode[], times: number): SceneNode[] => nodes.map((node) => larger(node, times));
function larger(node: SceneNode, times: number): SceneNode {
  if (node.type === 'group') return { ...node, children: grown(node.children, times) };
  const sized = Object.entries(node).map(([key, value]) => {
    if (key === 'd') return [key, (value as string).replace(/-?\d+(\.\d+)?/g, (number) => String(Math.round(Number(number) * times * 100) / 100))];
    if (key === 'dash') return [key, (value as readonly number[]).map((length) => length * times)];
    return [key, typeof value === 'number' && key !== 'weight' && key !== 'opacity' ? value * times : value];
  });
  return Object.fromEntries(sized) as SceneNode;
}
