/** How many are picked together, and what can be done with all of them at once. */
import { Button } from '@mantine/core';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import type { SceneItem } from '../../../../shared/diagram/scene.ts';
import { counted, useT } from '../../../ui/words.tsx';
import { useActWord } from './ActMenu.tsx';
import { actsFor } from './acts.ts';
import { useDraw } from './draw.store.ts';

interface Props {
  readonly model: DiagramModel;
  readonly items: readonly SceneItem[];
  onRemove(items: readonly SceneItem[]): void;
  grow(): void;
}

export function PickedBar({ model, items, onRemove, grow }: Props) {
  const t = useT();
  const word = useActWord();
  const { ask, pick } = useDraw.getState();
  if (items.length < 2) return null;
  return (
    <div className="draw-bar no-print" role="toolbar" aria-label={t(($) => $.drawing.pickedTools)} onPointerDown={(event) => event.stopPropagation()}>
      <span role="status">{counted(t, ($) => $.drawing.picked, items.length)}</span>
      {actsFor(model, items)
        .filter(({ act }) => act.act !== 'new')
        .map(({ key, act }) => (
          <Button key={key} size="xs" onClick={(event) => ask(act, placeOf(event.currentTarget))}>
            {word(act)}
          </Button>
        ))}
      <Button size="xs" onClick={grow}>
        {t(($) => $.drawing.linked)}
      </Button>
      <Button size="xs" onClick={() => onRemove(items)}>
        {t(($) => $.app.drawer.remove)}
      </Button>
      <Button size="xs" variant="subtle" onClick={() => pick([])}>
        {t(($) => $.drawing.pickNone)}
      </Button>
    </div>
  );
}

/** Above the button, on the table that the bar stands on. */
function placeOf(button: HTMLElement): { x: number; y: number } {
  const table = button.closest('.diagram-frame')?.getBoundingClientRect();
  const own = button.getBoundingClientRect();
  return { x: own.left - (table?.left ?? 0), y: own.top - (table?.top ?? 0) - 320 };
}
