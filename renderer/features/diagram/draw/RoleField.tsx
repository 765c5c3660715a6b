/** A role of the catalogue, or a new one. */
import { useHost } from '../../../client/host-context.tsx';
import { useView } from '../../../state/view.store.ts';
import { ReferenceControl } from '../../../ui/fields/ReferenceControl.tsx';

interface Props {
  readonly label: string;
  readonly networkId: string;
  readonly value: string | null;
  onChange(value: string | null): void;
}

export function RoleField({ label, networkId, value, onChange }: Props) {
  const host = useHost();
  const make = async (_kind: string, name: string): Promise<string | null> => {
    const outcome = await host.run('role.create', { name });
    if (outcome.ok) return (outcome.value as { id: string }).id;
    useView.getState().say(outcome.error.message);
    return null;
  };
  return (
    <ReferenceControl
      id="draw-role"
      label={label}
      kinds={['role']}
      networkId={networkId}
      make={['role']}
      onMake={make}
      value={value}
      onChange={onChange}
    />
  );
}
