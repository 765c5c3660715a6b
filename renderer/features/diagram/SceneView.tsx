/** A scene as SVG elements, the same tree that goes into files. Colours are the tokens of the page. */
import { memo } from 'react';
import { type ColourToken, HALO, type Paint, type Scene, type SceneNode } from '../../../shared/diagram/scene.ts';

const colour = (token: ColourToken): string => `var(--${token})`;

const painted = (paint: Paint) => ({
  fill: paint.fill ? colour(paint.fill) : 'none',
  stroke: paint.stroke ? colour(paint.stroke) : undefined,
  strokeWidth: paint.stroke ? (paint.strokeWidth ?? 1) : undefined,
  strokeDasharray: paint.dash?.join(' '),
  strokeLinecap: paint.cap,
  opacity: paint.opacity,
});

function Node({ node }: { readonly node: SceneNode }) {
  switch (node.type) {
    case 'group':
      return (
        <g opacity={node.opacity} data-id={node.id} className={node.leaf ? 'leaf' : undefined}>
          {node.children.map((child, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a scene is made anew as a whole; its nodes have no other name
            <Node key={index} node={child} />
          ))}
        </g>
      );
    case 'rect':
      return <rect x={node.x} y={node.y} width={node.width} height={node.height} rx={node.radius} {...painted(node)} />;
    case 'circle':
      return <circle cx={node.cx} cy={node.cy} r={node.r} {...painted(node)} />;
    case 'line':
      return <line x1={node.x1} y1={node.y1} x2={node.x2} y2={node.y2} {...painted(node)} />;
    case 'path':
      return <path d={node.d} {...painted(node)} />;
    case 'text':
      return (
        <text
          x={node.x}
          y={node.y}
          fontSize={node.size}
          fontWeight={node.weight}
          textAnchor={node.anchor}
          fill={colour(node.fill)}
          {...(node.halo ? { stroke: colour(node.halo), strokeWidth: HALO, strokeLinejoin: 'round', paintOrder: 'stroke' } : {})}
        >
          {node.text}
        </text>
      );
  }
}

/** Hidden from screen readers: they get the items, which say more than the shapes. */
export const SceneView = memo(function SceneView({ scene }: { readonly scene: Scene }) {
  return (
    <g aria-hidden="true" className="scene">
      <Node node={scene.root} />
    </g>
  );
});
