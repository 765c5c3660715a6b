/** The head of a meeting: its title, when, where, with which teams and of what kind. The title follows team and kind until someone writes their own. */
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useHost } from '../../../client/host-context.tsx';
import { useView } from '../../../state/view.store.ts';
import { useT } from '../../../ui/words.tsx';
import { FieldRow, fieldsOfKind, useRemoval } from '../../record/index.ts';
import { useTitle } from '../use-start.ts';
import { TimeField } from './TimeField.tsx';
import type { Meeting } from './use-meeting.ts';

const fieldOf = (name: string) => {
  const spec = fieldsOfKind('meeting').find((field) => field.name === name);
  if (!spec) throw new Error(name);
  return spec;
};
const fields = {
  name: fieldOf('name'),
  start: fieldOf('start'),
  place: fieldOf('place'),
  units: fieldOf('units'),
  kind: fieldOf('kind'),
  standing: fieldOf('standing'),
};

interface Props {
  readonly meeting: Meeting;
  /** What its teams are called, in their order. */
  readonly teams: ReadonlyMap<string, string>;
  readonly onBack: () => void;
}

export function Head({ meeting, teams, onBack }: Props) {
  const t = useT();
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const titleOf = useTitle();
  const { id, kind } = meeting;
  const titleWith = (units: readonly string[], of: string) =>
    titleOf(
      units.flatMap((unit) => teams.get(unit) ?? []),
      of,
    );
  const isOwn = meeting.name !== titleWith(meeting.units, kind);
  // a title that Schakel made goes along with what it was made of
  const along = (units: readonly string[], of: string) => (isOwn || units.some((unit) => !teams.has(unit)) ? {} : { name: titleWith(units, of) });
  const shared = { kind: 'meeting', id, values: meeting, at: 'sheet' } as const;
  return (
    <header className="meeting-head">
      <div className="meeting-bar no-print">
        <Button size="xs" variant="subtle" leftSection={<IconArrowLeft size={15} stroke={1.8} />} onClick={onBack}>
          {t(($) => $.meetings.sheet.back)}
        </Button>
        <span className="meeting-bar-rest">
          <Button size="xs" variant="subtle" onClick={() => show({ type: 'record', kind: 'meeting', id })}>
            {t(($) => $.meetings.sheet.all)}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => ask([{ kind: 'meeting', id }])}>
            {t(($) => $.meetings.sheet.remove)}
          </Button>
        </span>
      </div>
      <h1 className="hidden-text">{meeting.name}</h1>
      <div className="meeting-title">
        <FieldRow {...shared} spec={fields.name} />
      </div>
      <div className="meeting-fields">
        <FieldRow {...shared} spec={fields.start} />
        <TimeField meeting={meeting} />
        <FieldRow {...shared} spec={fields.place} />
        <FieldRow {...shared} spec={fields.units} also={(units) => along((units as string[] | null) ?? [], kind)} />
        <FieldRow {...shared} spec={fields.kind} also={(of) => along(meeting.units, of as string)} />
        <FieldRow {...shared} spec={fields.standing} />
      </div>
    </header>
  );
}

/** The names of teams, asked one by one: they may be of another network. */
export function useTeamNames(): (ids: readonly string[]) => Promise<ReadonlyMap<string, string>> {
  const host = useHost();
  return async (ids) => {
    const named = await Promise.all(
      ids.map(async (id) => {
        const outcome = await host.run('entity.get', { id });
        return outcome.ok ? ([id, (outcome.value as { name: string }).name] as const) : null;
      }),
    );
    return new Map(named.filter((pair) => pair !== null));
  };
}
