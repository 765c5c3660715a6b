/** A shape at a glance: bands with boxes, circles in circles, or nothing yet. */
import { type TemplateKey, templates } from '../../../shared/domain/templates.ts';

const WIDTH = 132;
const BAND = 26;

function Bands({ template }: { readonly template: TemplateKey }) {
  const { layers, units } = templates[template];
  return layers.map((layer, index) => {
    const boxes = units.filter((unit) => unit.layer === index).reduce((sum, unit) => sum + (unit.count ?? 1), 0);
    const wide = Math.min(44, (WIDTH - 16) / Math.max(1, boxes) - 5);
    const y = 6 + index * (BAND + 8);
    return (
      <g key={layer}>
        <rect className="begin-band" x={2} y={y} width={WIDTH - 4} height={BAND} rx={4} />
        {Array.from({ length: boxes }, (_, box) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes that are all the same
          <rect key={box} className="begin-box" x={9 + box * (wide + 5)} y={y + 5} width={wide} height={BAND - 10} rx={3} />
        ))}
      </g>
    );
  });
}

export function Shape({ template }: { readonly template: TemplateKey | 'other' }) {
  return (
    <svg className="begin-picture" viewBox={`0 0 ${WIDTH} 72`} aria-hidden="true">
      {template === 'circles' ? (
        [32, 21, 10].map((r) => <circle key={r} className="begin-box" cx={WIDTH / 2} cy={36} r={r} />)
      ) : template === 'other' ? (
        <>
          <rect className="begin-box" x={34} y={10} width={46} height={38} rx={4} />
          <rect className="begin-box begin-copy" x={52} y={24} width={46} height={38} rx={4} />
        </>
      ) : template === 'empty' ? (
        <rect className="begin-box begin-copy" x={24} y={10} width={84} height={52} rx={5} />
      ) : (
        <Bands template={template} />
      )}
    </svg>
  );
}
