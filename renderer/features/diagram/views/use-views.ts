/** Saved views: keeping what is on the screen, and putting it there again. */
import type { Input } from '../../../../shared/contract/index.ts';
import type { ColourMode } from '../../../../shared/diagram/model.ts';
import { useCommand } from '../../../client/use-command.ts';
import { today, useView } from '../../../state/view.store.ts';
import { useNetworkId } from '../../../ui/paths.ts';
import type { Viewport } from '../../../ui/use-viewport.ts';
import { useT } from '../../../ui/words.tsx';
import type { Reading, SavedView } from '../read/use-reading.ts';
import { cameraFor, keepCamera } from './kept-camera.ts';

/** How it is shown beside the reading. */
export interface Look {
  readonly colour: ColourMode;
  readonly ended: boolean;
  /** The day that it is compared with, or `plan`. */
  readonly compareDay: string | null;
  setColour(colour: ColourMode): void;
  setEnded(ended: boolean): void;
  setCompareDay(day: string | null): void;
}

type Content = Omit<Input<'view.create'>, 'networkId' | 'name' | 'note' | 'position'>;

export function useViews(reading: Reading, look: Look, viewport: Viewport) {
  const t = useT();
  const networkId = useNetworkId();
  const { say } = useView.getState();
  const create = useCommand('view.create');
  const update = useCommand('view.update');
  const remove = useCommand('view.remove');
  const move = useCommand('view.move');

  const content = (): Content => {
    const box = viewport.frame.current?.getBoundingClientRect();
    const { folded, hidden, focus } = reading.asked;
    return {
      colour: look.colour,
      ended: look.ended,
      folded: [...folded],
      hidden: [...hidden],
      focusId: focus?.id ?? null,
      focusSteps: focus?.steps ?? 1,
      compareDay: look.compareDay,
      ...keepCamera(viewport.camera, { width: box?.width ?? 0, height: box?.height ?? 0 }),
    };
  };

  const open = (view: SavedView): void => {
    const { frame } = viewport;
    if (view.day !== null) useView.getState().setDay(view.day);
    look.setColour(view.colour);
    look.setEnded(view.ended);
    look.setCompareDay(view.compareDay);
    const focus = view.focusId === null ? null : { id: view.focusId, steps: view.focusSteps };
    reading.change({ viewId: view.id, folded: view.folded, hidden: view.hidden, focus });
    const box = frame.current?.getBoundingClientRect();
    if (box) viewport.look(cameraFor(view, box, reading.scene));
  };

  return {
    open,
    failure: create.failure ?? update.failure ?? remove.failure ?? move.failure,
    async save(name: string): Promise<void> {
      // another day than today is part of what one looks at; today goes along with the days
      const now = useView.getState().day;
      const made = await create.run({ networkId, name, position: reading.views.length, day: now === today() ? null : now, ...content() });
      if (!made) return;
      reading.change({ viewId: made.id });
      say(
        t(($) => $.reading.views.saved, { name }),
        true,
      );
    },
    async replace(view: SavedView): Promise<void> {
      const day = view.day === null ? null : useView.getState().day;
      if (!(await update.run({ id: view.id, day, ...content() }))) return;
      reading.change({ viewId: view.id });
      say(
        t(($) => $.reading.views.updated, { name: view.name }),
        true,
      );
    },
    async change(id: string, fields: { readonly name?: string; readonly note?: string | null; readonly day?: string | null }): Promise<void> {
      await update.run({ id, ...fields });
    },
    async remove(view: SavedView): Promise<void> {
      if (!(await remove.run({ id: view.id }))) return;
      if (reading.view?.id === view.id) reading.openView(null);
      say(
        t(($) => $.reading.views.removed, { name: view.name }),
        true,
      );
    },
    async move(view: SavedView, position: number): Promise<void> {
      const most = reading.views.length - 1;
      if (position < 0 || position > most) return;
      if (await move.run({ id: view.id, position }))
        say(
          t(($) => $.reading.views.moved, { name: view.name, n: position + 1, of: most + 1 }),
          true,
        );
    },
  };
}

export type Views = ReturnType<typeof useViews>;
