/** What a team uses from elsewhere and what went from it to others; and the way to add what it uses. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { spanWords } from '../record/index.ts';
import './travel.css';
import { UsedForm } from './UsedForm.tsx';

type Step = Output<'spread.list'>['rows'][number];

interface ListProps {
  readonly title: string;
  readonly empty: string;
  readonly steps: readonly Step[];
  /** From whom, or to whom. */
  readonly other: (step: Step) => string;
}

function StepList({ title, empty, steps, other }: ListProps) {
  const t = useT();
  const format = useFormat();
  const show = useView((view) => view.show);
  return (
    <section className="card travel-list">
      <h3>
        {title}
        {steps.length > 0 && <span className="count">{steps.length}</span>}
      </h3>
      {steps.length === 0 && <p className="faint small">{empty}</p>}
      <ul>
        {steps.map((step) => (
          <li key={step.id}>
            <button
              type="button"
              className="related-row"
              data-presence={step.presence}
              onClick={() => show({ type: 'record', kind: 'spread', id: step.id })}
            >
              <span className="title">{step.object.name}</span>
              <span className="side-note">
                {t(($) => $.lists.spreadManner[step.how])}
                {step.standing !== 'actual' && `, ${t(($) => $.lists.standing[step.standing])}`}
              </span>
              <span className="under">
                {[
                  other(step),
                  spanWords(t, format, step),
                  step.carriedBy && t(($) => $.travel.team.via, { name: step.carriedBy.name }),
                  step.meeting?.name,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly unitId: string;
  readonly name: string;
  readonly networkId: string;
}

export function TeamTravel({ unitId, name, networkId }: Props) {
  const t = useT();
  const at = useView((view) => view.day);
  const [adding, setAdding] = useState(false);
  const list = useOperation('spread.list', { placeId: unitId, at }, { keep: true });
  const rows = list.data?.rows;
  if (!rows) return null;
  const came = rows.filter((step) => step.to?.id === unitId);
  const went = rows.filter((step) => step.to?.id !== unitId);
  return (
    <div className="travel-team">
      <div className="travel-tools">
        <span className="small faint" role="status">
          {t(($) => $.travel.team.counts, { came: came.length, went: went.length })}
        </span>
        {!adding && (
          <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setAdding(true)}>
            {t(($) => $.travel.team.use)}
          </Button>
        )}
      </div>
      {adding && <UsedForm unitId={unitId} name={name} networkId={networkId} onClose={() => setAdding(false)} />}
      <div className="travel-lists">
        <StepList
          title={t(($) => $.travel.team.came)}
          empty={t(($) => $.travel.team.cameEmpty)}
          steps={came}
          other={(step) => (step.from === null ? t(($) => $.travel.team.fromUnknown) : t(($) => $.travel.team.fromWhom, { name: step.from.name }))}
        />
        <StepList
          title={t(($) => $.travel.team.went)}
          empty={t(($) => $.travel.team.wentEmpty)}
          steps={went}
          other={(step) => {
            const to = step.to?.name ?? step.audience;
            return to === null ? t(($) => $.travel.team.toUnknown) : t(($) => $.travel.team.toWhom, { name: to });
          }}
        />
      </div>
    </div>
  );
}
