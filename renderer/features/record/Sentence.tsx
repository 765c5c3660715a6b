/** The one sentence that matters about what is selected, as of the day in view. */
import type { RecordKind } from '../../../shared/contract/fields.ts';
import { bounds } from '../../../shared/domain/edtf.ts';
import type { Standing } from '../../../shared/domain/lists.ts';
import { presenceOn } from '../../../shared/domain/presence.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import type { Values } from './describe.ts';

interface Props {
  readonly kind: RecordKind;
  readonly id: string;
  readonly values: Values;
  readonly homeId: string | null;
}

/** What is said of in another way, or is on a day and not there from then on. */
const undated: ReadonlySet<RecordKind> = new Set(['researchYear', 'network', 'meeting']);

export function Sentence(props: Props) {
  if (props.kind === 'person') return <OfPerson {...props} />;
  if (props.kind === 'unit') return <OfUnit {...props} />;
  if (props.kind === 'organisation') return <OfOrganisation {...props} />;
  if (props.kind === 'role') return <OfRole {...props} />;
  if (props.kind === 'membership') return <OfMembership {...props} />;
  if (props.kind === 'spread') return <OfSpread {...props} />;
  return 'start' in props.values && !undated.has(props.kind) ? <OfDated {...props} /> : null;
}

const Said = ({ children }: { readonly children: string }) => <p className="sentence">{children}</p>;

function useDay(): { at: string; day: string } {
  const at = useView((view) => view.day);
  return { at, day: useFormat().day(at) };
}

function OfPerson({ id }: Props) {
  const t = useT();
  const { at, day } = useDay();
  const person = useOperation('person.measure', { id, at }, { keep: true });
  if (!person.data) return <Said> </Said>;
  const there = new Set(person.data.memberships.filter((row) => row.presence === 'yes').map((row) => row.container.id));
  const perhaps = new Set(person.data.memberships.filter((row) => row.presence === 'perhaps').map((row) => row.container.id)).difference(there).size;
  const layers = new Set(person.data.links.filter((link) => there.has(link.unit.id)).flatMap((link) => link.layer ?? [])).size;
  const teams = counted(t, ($) => $.app.count.teams, there.size);
  const sure =
    there.size === 0
      ? t(($) => $.app.sentence.inNoTeam, { day })
      : layers > 1
        ? t(($) => $.app.sentence.inTeamsLayers, { day, teams, layers: counted(t, ($) => $.app.count.layers, layers) })
        : t(($) => $.app.sentence.inTeams, { day, teams });
  const unsure = perhaps > 0 ? t(($) => $.app.sentence.perhapsTeams, { perhaps: counted(t, ($) => $.app.count.teams, perhaps) }) : '';
  return <Said>{`${sure} ${unsure}`}</Said>;
}

function OfUnit({ id, homeId }: Props) {
  const t = useT();
  const { at, day } = useDay();
  const list = useOperation('unit.list', homeId === null ? null : { networkId: homeId, at, ended: true }, { keep: true });
  const unit = list.data?.units.find((row) => row.id === id);
  if (!unit) return null;
  const { yes, perhaps } = unit.people;
  const people =
    yes === 0
      ? t(($) => $.app.sentence.unitNobody, { day })
      : t(($) => $.app.sentence.unit, { day, people: counted(t, ($) => $.app.count.people, yes) });
  const parts = [
    people,
    perhaps > 0 ? t(($) => $.app.sentence.perhapsPeople, { perhaps: counted(t, ($) => $.app.count.people, perhaps) }) : '',
    unit.unnamed.min > 0 ? t(($) => $.app.sentence.unnamed, { min: unit.unnamed.min }) : '',
    unit.unnamed.unknown > 0 ? t(($) => $.app.sentence.unnamedUnknown, { unknown: unit.unnamed.unknown }) : '',
  ];
  return <Said>{parts.filter(Boolean).join(' ')}</Said>;
}

function OfOrganisation({ id }: Props) {
  const t = useT();
  const { at, day } = useDay();
  const list = useOperation('organisation.list', { at }, { keep: true });
  const row = list.data?.rows.find((item) => item.id === id);
  if (!row) return null;
  return <Said>{t(($) => $.app.sentence.organisation, { day, people: counted(t, ($) => $.app.count.people, row.people.yes) })}</Said>;
}

function OfRole({ id }: Props) {
  const t = useT();
  const { at, day } = useDay();
  const list = useOperation('role.list', { at }, { keep: true });
  const row = list.data?.rows.find((item) => item.id === id);
  if (!row) return null;
  return <Said>{t(($) => $.app.sentence.role, { day, people: counted(t, ($) => $.app.count.people, row.people.yes) })}</Said>;
}

/** Someone is in a team no longer than the team is: the list knows, the record's own dates alone do not. */
function OfMembership({ id, values }: Props) {
  const t = useT();
  const { at, day } = useDay();
  const list = useOperation('membership.list', { containerId: values.containerId as string, at, ended: true }, { keep: true });
  const row = list.data?.rows.find((item) => item.id === id);
  if (!row) return <Said> </Said>;
  return <Said>{t(($) => $.app.sentence.presence[row.presence], { day })}</Said>;
}

function OfDated({ values }: Props) {
  const t = useT();
  const { at, day } = useDay();
  const span = bounds(values.start as string | null, values.end as string | null);
  const presence = presenceOn({ ...span, standing: (values.standing as Standing | undefined) ?? 'actual' }, at);
  return <Said>{t(($) => $.app.sentence.presence[presence], { day })}</Said>;
}

/** How far the step is follows from who made it and where it went; what was chosen instead stands in its field. */
function OfSpread(props: Props) {
  const t = useT();
  const { yieldId, fromId, toId } = props.values as { readonly yieldId: string; readonly fromId: string | null; readonly toId: string | null };
  const { data } = useOperation('spread.measure', toId === null ? null : { yieldId, fromId, toId });
  const { derived = null } = data ?? {};
  return (
    <>
      <OfDated {...props} />
      {derived !== null && <Said>{t(($) => $.yields.step.derived, { ring: t(($) => $.lists.distance[derived]) })}</Said>}
      {derived === null && (data !== undefined || toId === null) && <Said>{t(($) => $.yields.step.derivedNone)}</Said>}
    </>
  );
}
