/** One side of a relation: teams, people, organisations or the network, each perhaps only in a role. */
import { IconX } from '@tabler/icons-react';
import type { Control } from '../../ui/fields/control.ts';
import { EntityPicker, useEntityName } from '../../ui/fields/ReferenceControl.tsx';
import { usePlace } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import { useMake } from './use-make.ts';

interface Side {
  readonly entityId: string;
  readonly roleId: string | null;
}

const kinds = ['unit', 'person', 'organisation', 'network'] as const;

interface OneSideProps {
  readonly side: Side;
  readonly id: string;
  readonly group: string | undefined;
  readonly onChange: (side: Side | null) => void;
}

function OneSide({ side, id, group, onChange }: OneSideProps) {
  const t = useT();
  const make = useMake(group);
  const place = usePlace();
  const name = useEntityName(side.entityId);
  const role = useEntityName(side.roleId);
  return (
    <li className="side">
      <span className="side-name">{name}</span>
      <button type="button" className="clear" aria-label={t(($) => $.app.drawer.remove1, { name })} onClick={() => onChange(null)}>
        <IconX size={13} stroke={1.8} />
      </button>
      <EntityPicker
        id={id}
        label={t(($) => $.app.drawer.asRole)}
        kinds={['role']}
        networkId={place.networkId}
        make={['role']}
        onMake={(kind, text) => make(kind, { name: text })}
        shown={role}
        onPick={(roleId) => onChange({ ...side, roleId })}
        onClear={() => onChange({ ...side, roleId: null })}
      />
    </li>
  );
}

export function SidesControl({ id, label, error, value, group, onChange }: Control<unknown> & { readonly group: string | undefined }) {
  const make = useMake(group);
  const place = usePlace();
  const sides = (value as readonly Side[] | null | undefined) ?? [];
  const replace = (at: number, side: Side | null) =>
    onChange(side === null ? sides.filter((_side, index) => index !== at) : sides.map((old, index) => (index === at ? side : old)));
  return (
    <fieldset className="sides">
      <legend className="field-label">{label}</legend>
      {sides.length > 0 && (
        <ul>
          {sides.map((side, at) => (
            <OneSide
              key={`${side.entityId}${side.roleId ?? ''}`}
              id={`${id}-${String(at)}`}
              side={side}
              group={group}
              onChange={(next) => replace(at, next)}
            />
          ))}
        </ul>
      )}
      <SideAdder
        id={id}
        error={error}
        networkId={place.networkId}
        hide={[]}
        onPick={(entityId) => onChange([...sides, { entityId, roleId: null }])}
        make={make}
      />
    </fieldset>
  );
}

interface AdderProps {
  readonly id: string;
  readonly error: string | undefined;
  readonly networkId: string | null;
  readonly hide: readonly string[];
  readonly onPick: (id: string) => void;
  readonly make: (kind: string, values: object) => Promise<string | null>;
}

function SideAdder({ id, error, networkId, onPick, make }: AdderProps) {
  const t = useT();
  return (
    <EntityPicker
      id={id}
      label={t(($) => $.app.drawer.addEnd)}
      error={error}
      kinds={kinds}
      networkId={networkId}
      make={['person', 'organisation']}
      onMake={(kind, name) => make(kind, { name })}
      shown=""
      onPick={onPick}
    />
  );
}
