/** The drawer: shows and edits what is selected, the same for every kind of record. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { NamesOf } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { type Shown, useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Settle } from '../../ui/Settle.tsx';
import { OrganisationSign, PersonSign } from '../../ui/Sign.tsx';
import { capital, useT } from '../../ui/words.tsx';
import { DrawerHead } from './DrawerHead.tsx';
import type { Section, Values } from './describe.ts';
import './drawer.css';
import { FieldRow } from './FieldRow.tsx';
import { descriptionOf, kindWord } from './kinds.ts';
import { MeetingActions } from './MeetingActions.tsx';
import { MembershipActions } from './MembershipActions.tsx';
import { NewRecord } from './NewRecord.tsx';
import { RelatedLists } from './RelatedLists.tsx';
import { useRemoval } from './removal.store.ts';
import { Sentence } from './Sentence.tsx';
import { useListWord } from './use-options.ts';
import { YieldFile } from './YieldFile.tsx';

export function RecordDrawer({ shown }: { readonly shown: Shown }) {
  if (shown.type === 'new') return <NewRecord key={`${shown.kind}${JSON.stringify(shown.preset)}`} kind={shown.kind} preset={shown.preset} />;
  return <Existing key={shown.id} shown={shown} />;
}

type ShownRecord = Extract<Shown, { type: 'record' }>;

type Get = Extract<NamesOf<'query'>, `${RecordKind}.get`>;

function Existing({ shown }: { readonly shown: ShownRecord }) {
  const { kind, id } = shown;
  const t = useT();
  const record = useOperation(`${kind}.get` as Get, { id });
  const entity = useOperation('entity.get', { id });
  if (record.error || entity.error)
    return (
      <>
        <DrawerHead title={capital(kindWord(t, kind))} />
        <EmptyState title={t(($) => $.app.drawer.gone)} text={t(($) => $.app.drawer.goneText)} />
      </>
    );
  if (!record.data || !entity.data) return null;
  const values = record.data as unknown as Values;
  return <Filled shown={shown} values={values} name={entity.data.name} homeId={entity.data.networkId} />;
}

interface FilledProps {
  readonly shown: ShownRecord;
  readonly values: Values;
  readonly name: string;
  readonly homeId: string | null;
}

function Filled({ shown, values, name, homeId }: FilledProps) {
  const { kind, id } = shown;
  const t = useT();
  // asked for anew it gets the cursor anew
  useEffect(() => {
    if (shown.field !== undefined) document.getElementById(`${shown.kind}-${shown.field}`)?.focus();
  }, [shown]);
  const word = useListWord();
  const under =
    kind === 'unit'
      ? word('unitKind', values.kind as string)
      : kind === 'organisation'
        ? word('organisationKind', values.kind as string)
        : kindWord(t, kind);
  const description = descriptionOf(kind);
  return (
    <>
      <DrawerHead
        title={name === '' ? capital(kindWord(t, kind)) : name}
        under={capital(under)}
        sign={<HeadSign kind={kind} id={id} values={values} />}
      />
      <Settle key={`${kind}:${id}`} className="drawer-body">
        {kind === 'meeting' && <MeetingActions id={id} networkId={values.networkId as string} />}
        <Sentence kind={kind} id={id} values={values} homeId={homeId} />
        {kind === 'yield' && <YieldFile id={id} />}
        {description.sections.map((section) => (
          <SectionOfFields key={section.title ?? 'first'} section={section} kind={kind} id={id} values={values} />
        ))}
        {kind === 'membership' && <MembershipActions id={id} values={values} />}
        <RelatedLists kind={kind} id={id} values={values} homeId={homeId} />
        <RemoveAction kind={kind} id={id} name={name} />
      </Settle>
    </>
  );
}

function HeadSign({ kind, id, values }: { readonly kind: RecordKind; readonly id: string; readonly values: Values }) {
  if (kind === 'organisation') return <OrganisationSign kind={values.kind as string} size={32} />;
  if (kind === 'person') return <HeadPerson id={id} />;
  return null;
}

/** The sign that the person has in the drawing on the day in view. */
function HeadPerson({ id }: { readonly id: string }) {
  const at = useView((view) => view.day);
  const person = useOperation('person.measure', { id, at }, { keep: true });
  const rows = person.data?.memberships ?? [];
  const there = rows.filter((row) => row.presence === 'yes');
  const presence = there.length > 0 || rows.length === 0 ? 'yes' : rows.some((row) => row.presence === 'perhaps') ? 'perhaps' : 'no';
  const organisation = rows.find((row) => row.organisation)?.organisation ?? person.data?.employments.find((row) => row.organisation)?.organisation;
  return (
    <PersonSign
      kind={organisation?.kind ?? null}
      presence={presence}
      ring={new Set(there.map((row) => row.container.id)).size > 1}
      appointed={there.some((row) => row.appointed)}
      size={38}
    />
  );
}

interface SectionProps {
  readonly section: Section;
  readonly kind: RecordKind;
  readonly id: string;
  readonly values: Values;
}

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

function SectionOfFields({ section, kind, id, values }: SectionProps) {
  const t = useT();
  const fields = section.fields.filter((spec) => spec.when?.(values) ?? true);
  // what is filled in is never hidden
  const some = fields.some((spec) => spec.sort !== 'flag' && !spec.required && isFilled(values[spec.name]) && values[spec.name] !== 'unknown');
  const [open, setOpen] = useState<boolean | null>(null);
  const isOpen = open ?? (!section.folded || some);
  return (
    <section className="drawer-section">
      {section.title !== null && (
        <h3>
          {section.folded ? (
            <button type="button" className="fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t(($) => $.fields.sections[section.title as NonNullable<typeof section.title>])}
            </button>
          ) : (
            t(($) => $.fields.sections[section.title as NonNullable<typeof section.title>])
          )}
        </h3>
      )}
      {isOpen && (
        <div className="fields">
          {fields.map((spec) => (
            <FieldRow key={spec.name} kind={kind} id={id} spec={spec} values={values} />
          ))}
        </div>
      )}
    </section>
  );
}

function RemoveAction({ kind, id, name }: { readonly kind: RecordKind; readonly id: string; readonly name: string }) {
  const t = useT();
  const { ask, erase } = useRemoval();
  return (
    <div className="drawer-actions">
      <Button variant="subtle" onClick={() => ask([{ kind, id }])}>
        {capital(t(($) => $.app.drawer.removeKind, { kind: kindWord(t, kind) }))}
      </Button>
      {kind === 'person' && (
        <Button variant="subtle" onClick={() => erase({ id, name })}>
          {t(($) => $.erase.action)}
        </Button>
      )}
    </div>
  );
}
