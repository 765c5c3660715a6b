/** Scoring a yield: a row for each quality, 1 to 5 typed or chosen; the next row follows by itself. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { type QualityAspect, qualityAspects } from '../../../shared/spread/quality-scene.ts';
import { useCommand } from '../../client/use-command.ts';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';
import { FieldControl, fieldsOfKind, fieldWord } from '../record/index.ts';
import { PanelForm } from './PanelForm.tsx';
import type { YieldRow } from './YieldsTable.tsx';

type Scores = Readonly<Partial<Record<QualityAspect, number | null>>>;

interface RowProps {
  readonly aspect: QualityAspect;
  readonly value: number | null;
  /** @param on the cursor goes on to the next row */
  readonly onScore: (value: number | null, on: boolean) => void;
}

function ScoreRow({ aspect, value, onScore }: RowProps) {
  const t = useT();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-5]$/.test(event.key)) onScore(Number(event.key), true);
    else if (event.key === '0' || event.key === 'Delete' || event.key === 'Backspace') onScore(null, false);
    else return;
    event.preventDefault();
  };
  return (
    <fieldset className="score-row" data-aspect={aspect} onKeyDown={onKeyDown}>
      <legend>{t(($) => $.yields.quality.aspects[aspect])}</legend>
      <div className="segments">
        {[1, 2, 3, 4, 5].map((score) => (
          <label key={score}>
            <input
              type="radio"
              name={`score-${aspect}`}
              aria-label={`${t(($) => $.yields.quality.aspects[aspect])}: ${score}`}
              checked={value === score}
              onChange={() => onScore(score, false)}
            />
            <span aria-hidden="true">{score}</span>
          </label>
        ))}
      </div>
      {value === null ? (
        <span className="faint small">{t(($) => $.yields.quality.none)}</span>
      ) : (
        <button type="button" className="link small" onClick={() => onScore(null, false)}>
          {t(($) => $.yields.quality.clear)}
        </button>
      )}
    </fieldset>
  );
}

export function QualityForm({ row, onClose }: { readonly row: YieldRow; readonly onClose: () => void }) {
  const t = useT();
  const say = useView((view) => view.say);
  const day = useView((view) => view.day);
  const [scores, setScores] = useState<Scores>({});
  const [more, setMore] = useState(false);
  const [rest, setRest] = useState<Readonly<Record<string, unknown>>>({ date: day, byId: null, note: null });
  const [isEmpty, setEmpty] = useState(false);
  const create = useCommand('quality.create');
  const list = useRef<HTMLDivElement>(null);
  const shown = more ? qualityAspects : qualityAspects.slice(0, 4);
  const score = (aspect: QualityAspect, value: number | null, on: boolean) => {
    setScores({ ...scores, [aspect]: value });
    setEmpty(false);
    const next = on ? shown[shown.indexOf(aspect) + 1] : undefined;
    const form = list.current?.closest('form');
    const target =
      next === undefined
        ? on
          ? form?.querySelector<HTMLElement>('[type=submit]')
          : null
        : list.current?.querySelector<HTMLElement>(`[data-aspect=${next}] input`);
    target?.focus();
  };
  const send = async () => {
    if (!Object.values(scores).some((value) => value !== null)) return setEmpty(true);
    if ((await create.run({ yieldId: row.id, ...rest, ...scores })) === null) return;
    say(
      t(($) => $.yields.quality.added, { name: row.name }),
      true,
    );
    onClose();
  };
  return (
    <PanelForm
      title={t(($) => $.yields.quality.title)}
      send={t(($) => $.yields.quality.add)}
      busy={create.busy}
      failure={create.failure}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p className="faint small">
        {t(($) => $.yields.quality.low)}, {t(($) => $.yields.quality.high)}. {t(($) => $.yields.quality.how)}
      </p>
      <div ref={list} data-first>
        {shown.map((aspect) => (
          <ScoreRow key={aspect} aspect={aspect} value={scores[aspect] ?? null} onScore={(value, on) => score(aspect, value, on)} />
        ))}
      </div>
      {isEmpty && (
        <p className="field-error" role="alert">
          {t(($) => $.yields.quality.needsOne)}
        </p>
      )}
      {!more && (
        <button type="button" className="link small" onClick={() => setMore(true)}>
          {t(($) => $.yields.quality.more)}
        </button>
      )}
      {(['date', 'byId', 'note'] as const).map((key) => {
        const spec = fieldsOfKind('quality').find((one) => one.name === key);
        return (
          spec && (
            <FieldControl
              key={key}
              id={`quality-${key}`}
              live
              spec={spec}
              label={fieldWord(t, 'quality', key)}
              value={rest[key] ?? null}
              values={rest}
              onChange={(value) => setRest({ ...rest, [key]: value })}
            />
          )
        );
      })}
    </PanelForm>
  );
}
