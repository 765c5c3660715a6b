/** The study: its research years, and the plan of collection as a grid of instruments by networks. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormat, useT } from '../../ui/words.tsx';
import { Plan } from './Plan.tsx';
import './study.css';

type StudyRow = Output<'study.list'>['studies'][number];

/** The next research year: a school year after the last one. */
function nextYear(study: StudyRow): Record<string, unknown> {
  const last = study.years.at(-1);
  const from = last ? Number(last.end.slice(0, 4)) : new Date().getFullYear();
  return {
    studyId: study.id,
    number: (last?.number ?? 0) + 1,
    name: `${from}-${from + 1}`,
    start: `${from}-08-01`,
    end: `${from + 1}-07-31`,
  };
}

function Years({ study }: { readonly study: StudyRow }) {
  const t = useT();
  const format = useFormat();
  const show = useView((view) => view.show);
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t(($) => $.app.study.years)}</h2>
        <button type="button" className="link small" onClick={() => show({ type: 'new', kind: 'researchYear', preset: nextYear(study) })}>
          {t(($) => $.app.study.addYear)}
        </button>
      </div>
      {study.years.length === 0 && <p className="faint small">{t(($) => $.app.study.noYears)}</p>}
      <ul className="years">
        {study.years.map((year) => (
          <li key={year.id}>
            <button type="button" className="year" onClick={() => show({ type: 'record', kind: 'researchYear', id: year.id })}>
              <span className="faint small">{t(($) => $.app.study.number, { n: year.number })}</span>
              <strong>{year.name}</strong>
              <span className="small">
                {format.day(year.start)} – {format.day(year.end)}
              </span>
              {year.focus !== null && <span className="small faint">{year.focus}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function StudyScreen() {
  const t = useT();
  const show = useView((view) => view.show);
  const list = useOperation('study.list', {});
  if (!list.data) return null;
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => show({ type: 'new', kind: 'study', preset: {} })}>
      {t(($) => $.app.study.add)}
    </Button>
  );
  const { studies } = list.data;
  return (
    <div className="page study">
      {studies.length === 0 && (
        <>
          <div className="page-head">
            <h1>{t(($) => $.app.study.title)}</h1>
          </div>
          <EmptyState title={t(($) => $.app.study.empty)} text={t(($) => $.app.study.emptyText)}>
            {add}
          </EmptyState>
        </>
      )}
      {studies.map((study) => (
        <div key={study.id} className="one-study">
          <div className="page-head">
            <div className="page-title">
              <h1>{study.name}</h1>
              {study.question !== null && <p className="lead">{study.question}</p>}
            </div>
            <Button onClick={() => show({ type: 'record', kind: 'study', id: study.id })}>{t(($) => $.app.study.edit)}</Button>
          </div>
          <Years study={study} />
          {study.years.length > 0 && <Plan study={study} />}
        </div>
      ))}
      {studies.length > 0 && add}
    </div>
  );
}
