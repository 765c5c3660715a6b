/** What can be done with what is chosen, with the letter that does it too. */
import { FocusTrap } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import type { Point, SceneItem } from '../../../../shared/diagram/scene.ts';
import { useT } from '../../../ui/words.tsx';
import { type Act, actsFor } from './acts.ts';
import { useDraw } from './draw.store.ts';
import { useWithin } from './use-within.ts';

interface Props {
  readonly model: DiagramModel;
  readonly items: readonly SceneItem[];
  onOpen(item: SceneItem): void;
  onRemove(items: readonly SceneItem[]): void;
  onClose(): void;
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.indexOf(document.activeElement as HTMLButtonElement);
  all.at((at + by) % all.length)?.focus();
  event.preventDefault();
}

export function useActWord(): (act: Act) => string {
  const t = useT();
  return (act) => t(($) => (act.act === 'new' && act.containerId === null ? $.drawing.adds.unit : $.drawing.acts[act.act]));
}

export function ActMenu(props: Props) {
  const menu = useDraw((draw) => draw.menu);
  return menu === null ? null : <Card key={`${menu.at.x} ${menu.at.y}`} at={menu.at} {...props} />;
}

function Card({ at, model, items, onOpen, onRemove, onClose }: Props & { readonly at: Point }) {
  const t = useT();
  const word = useActWord();
  const ask = useDraw((draw) => draw.ask);
  const { card, place } = useWithin(at);
  const entry = (key: string, label: string, act: () => void) => (
    <button key={key} type="button" role="menuitem" onClick={act}>
      {label}
      <kbd className="key">{key}</kbd>
    </button>
  );
  const [only] = items;
  return (
    <FocusTrap active innerRef={card}>
      <div
        className="draw-menu"
        role="menu"
        tabIndex={-1}
        aria-label={t(($) => $.drawing.menu)}
        style={{ left: place.x, top: place.y }}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          walk(event);
          if (event.key === 'Escape') onClose();
          event.stopPropagation();
        }}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onClose()}
      >
        {items.length === 1 &&
          only &&
          entry(
            'Enter',
            t(($) => $.drawing.open),
            () => onOpen(only),
          )}
        {actsFor(model, items).map(({ key, act }) => entry(key, word(act), () => ask(act, at)))}
        {items.length === 0 &&
          entry(
            'N',
            t(($) => $.drawing.adds.unit),
            () => ask({ act: 'new', containerId: null, layerId: null }, at),
          )}
        {items.length > 0 &&
          entry(
            'Delete',
            t(($) => $.app.drawer.remove),
            () => onRemove(items),
          )}
      </div>
    </FocusTrap>
  );
}
