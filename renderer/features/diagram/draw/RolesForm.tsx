/** One role for all who are chosen. */
import { useState } from 'react';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import { counted, useT } from '../../../ui/words.tsx';
import { ActForm } from './ActForm.tsx';
import type { Act } from './acts.ts';
import { RoleField } from './RoleField.tsx';
import { useActing } from './use-acts.ts';
import { giveRole } from './work.ts';

interface Props {
  readonly act: Act & { act: 'roles' };
  readonly model: DiagramModel;
  onDone(): void;
}

export function RolesForm({ act, model, onDone }: Props) {
  const t = useT();
  const acting = useActing();
  const [roleId, setRole] = useState<string | null>(null);
  const rows = model.memberships.filter((row) => act.memberships.includes(row.id));
  const who = rows.length === 1 && rows[0] ? rows[0].name : counted(t, ($) => $.drawing.people, rows.length);
  const run = async (): Promise<void> => {
    if (roleId === null) return;
    const done = await acting.act(
      (todo) => giveRole(todo, act.memberships, roleId),
      t(($) => $.drawing.roleGiven, { who }),
    );
    if (done) onDone();
  };
  return (
    <ActForm
      title={t(($) => $.drawing.rolesTitle, { who })}
      does={t(($) => $.drawing.doRoles)}
      ready={roleId !== null}
      acting={acting}
      onDo={() => void run()}
      onDone={onDone}
    >
      <div className="field">
        <RoleField label={t(($) => $.drawing.role)} networkId={model.network.id} value={roleId} onChange={setRole} />
      </div>
    </ActForm>
  );
}
