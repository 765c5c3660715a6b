/** People who sit in no team yet: to be dragged into one, or put there by Enter. Nobody gets lost. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import type { SceneItem } from '../../../../shared/diagram/scene.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { useEntityName } from '../../../ui/fields/ReferenceControl.tsx';
import { counted, useT } from '../../../ui/words.tsx';
import { nameIn } from '../items.ts';
import { useCalled } from '../read/use-reading.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Who has no team on this day, in this network or in none at all; called as in the drawing. */
export function useWithoutTeam(networkId: string): readonly Person[] {
  const at = useView((view) => view.day);
  const names = useCalled(networkId);
  const { data, isPlaceholderData } = useOperation('structure.list', { networkId, at, names }, { keep: true });
  // names of before must not stay in sight while roles or pseudonyms are asked for
  return data && !(isPlaceholderData && names !== 'name') ? data.rows : [];
}

/** What someone or something is called in the drawing, at hand before the host answers, or in the list beside it; else its own name. */
export function useShownName(model: DiagramModel, id: string | null): string {
  const asked = useEntityName(id);
  const loose = useWithoutTeam(model.network.id).find((person) => person.id === id);
  return id === null ? '' : nameIn(model, id) || loose?.name || asked;
}

/** A person as something that can be picked up. */
export const looseItem = (person: Person): SceneItem => ({
  kind: 'membership',
  id: person.id,
  personId: person.id,
  containerId: null,
  bounds: { x: 0, y: 0, width: 0, height: 0 },
  label: person.name,
  centre: { x: 0, y: 0 },
});

/** More names than one can look through; the table of people has them all. */
const MOST = 200;

interface Props {
  readonly people: readonly Person[];
  readonly onClose: () => void;
  pickUp(person: Person, event: PointerEvent): void;
  place(person: Person): void;
}

export function Tray({ people, onClose, pickUp, place }: Props) {
  const t = useT();
  const title = counted(t, ($) => $.drawing.trayTitle, people.length);
  return (
    <section className="draw-tray no-print" data-over aria-label={title} onPointerDown={(event) => event.stopPropagation()}>
      <div className="draw-tray-head">
        <h2>{title}</h2>
        <ActionIcon size={24} aria-label={t(($) => $.drawing.trayClose)} onClick={onClose}>
          <IconX size={14} stroke={1.8} />
        </ActionIcon>
      </div>
      <p>{t(($) => $.drawing.trayText)}</p>
      <ul>
        {people.slice(0, MOST).map((person) => (
          <li key={person.id}>
            <button
              type="button"
              data-loose={person.id}
              onPointerDown={(event) => event.button === 0 && pickUp(person, event)}
              onClick={(event) => event.detail === 0 && place(person)}
            >
              {person.name}
            </button>
          </li>
        ))}
      </ul>
      {people.length > MOST && <p>{t(($) => $.drawing.trayMore, { n: people.length - MOST })}</p>}
    </section>
  );
}
