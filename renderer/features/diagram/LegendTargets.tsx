/** The values in the legend as switches: a click or a key leaves them out of the drawing and takes them back. */
import { type KeyboardEvent, useState } from 'react';
import type { LegendItem, Rect } from '../../../shared/diagram/scene.ts';
import { useT } from '../../ui/words.tsx';

interface Props {
  readonly items: readonly LegendItem[];
  toggle(item: LegendItem): void;
  reveal(area: Rect): void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** One stop of the Tab key; arrows walk. */
export function LegendTargets({ items, toggle, reveal }: Props) {
  const t = useT();
  const [at, setAt] = useState(0);
  const stop = Math.min(at, items.length - 1);
  const onKey = (item: LegendItem, event: KeyboardEvent<SVGElement>): void => {
    const by = steps[event.key];
    if (by !== undefined) {
      const next = (stop + by + items.length) % items.length;
      setAt(next);
      (event.currentTarget.parentElement?.children[next] as SVGElement | undefined)?.focus();
    } else if (event.key === ' ' || event.key === 'Enter') toggle(item);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (items.length === 0) return null;
  return (
    <g role="group" aria-label={t(($) => $.reading.look.legend)}>
      {items.map((item, index) => (
        <rect
          key={item.pairs.join()}
          role="checkbox"
          aria-checked={item.isOn}
          aria-label={item.label}
          tabIndex={index === stop ? 0 : -1}
          className="diagram-target legend-target"
          rx={6}
          {...item.bounds}
          onFocus={({ currentTarget }) => {
            setAt(index);
            // where the pointer put it, it is in view
            if (currentTarget.matches(':focus-visible')) reveal(item.bounds);
          }}
          onKeyDown={(event) => onKey(item, event)}
          onClick={() => toggle(item)}
          // neither a pan nor a team
          onPointerDown={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
        />
      ))}
    </g>
  );
}
