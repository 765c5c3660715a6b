/** How a yield spread, in figures: each with its plain sentence, of how many, and what is not known. */
import type { ReactNode } from 'react';
import { distances } from '../../../shared/domain/lists.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { Unknown } from '../../ui/Unknown.tsx';
import { counted, type Format, useFormat, useT } from '../../ui/words.tsx';

interface TileProps {
  readonly value: ReactNode;
  readonly label: string;
  /** Plain sentences; what is missing stands apart. */
  readonly text: string;
  readonly missing?: string | null;
}

function Tile({ value, label, text, missing }: TileProps) {
  return (
    <div className="yield-figure">
      <dt>
        <strong>{value}</strong> <span>{label}</span>
      </dt>
      <dd>
        {text}
        {missing && <span className="yield-missing">{missing}</span>}
      </dd>
    </div>
  );
}

const between = (format: Format, join: (low: string, high: string) => string, { low, high }: { low: number; high: number }): string =>
  low === high ? format.number(low) : join(format.number(low), format.number(high));

interface Props {
  readonly id: string;
}

/** Reach, rings and steps: what one asks first. */
export function MainFigures({ id }: Props) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const showHelp = useView((view) => view.showHelp);
  const measured = useOperation('yield.measure', { id, at }, { keep: true });
  const figure = measured.data;
  if (!figure) return null;
  const join = (low: string, high: string) => t(($) => $.yields.spread.range, { low, high });
  const { reach, steps, farthest } = figure;
  return (
    <section className="yield-figures" aria-label={t(($) => $.yields.measure.title, { day: format.day(at) })}>
      <div className="yield-figures-head">
        <h2>{t(($) => $.yields.measure.title, { day: format.day(at) })}</h2>
        <button type="button" className="link small" onClick={() => showHelp('yields')}>
          {t(($) => $.yields.measure.help)}
        </button>
      </div>
      <dl className="yield-three">
        <Tile
          value={steps > 0 && reach.added === 0 ? <Unknown /> : between(format, join, reach)}
          label={t(($) => $.yields.measure.reach)}
          text={[
            steps === 0
              ? t(($) => $.yields.measure.reachNone)
              : reach.added === reach.of
                ? t(($) => $.yields.measure.reachAll, { of: reach.of })
                : '',
            reach.apart === 0 ? '' : counted(t, ($) => $.travel.reach.apart, reach.apart),
          ]
            .filter(Boolean)
            .join(' ')}
          missing={reach.missing > 0 ? t(($) => $.yields.measure.reachMissing, { missing: reach.missing, of: reach.of }) : null}
        />
        <Tile
          value={t(($) => $.yields.measure.rings, { n: figure.rings, of: distances.length - 1 })}
          label={t(($) => $.yields.measure.ringsLabel)}
          text={
            farthest === null
              ? t(($) => $.yields.measure.ringsNone)
              : t(($) => $.yields.measure.ringsFarthest, { ring: t(($) => $.lists.distance[farthest]) })
          }
          missing={figure.distanceMissing > 0 ? t(($) => $.yields.measure.ringsMissing, { missing: figure.distanceMissing, of: steps }) : null}
        />
        <Tile
          value={format.number(steps)}
          label={counted(t, ($) => $.yields.measure.steps, steps)}
          text={steps === 0 ? t(($) => $.yields.measure.reachNone) : figure.perhaps === 0 ? t(($) => $.yields.measure.stepsSure) : ''}
          missing={figure.perhaps > 0 ? t(($) => $.yields.measure.stepsPerhaps, { perhaps: figure.perhaps, of: steps }) : null}
        />
      </dl>
    </section>
  );
}

/** How fast, how much was changed, and what of it stays. */
export function MoreFigures({ id }: Props) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const measured = useOperation('yield.measure', { id, at }, { keep: true });
  const stays = useOperation('embedding.list', { entityId: id, at }, { keep: true });
  const figure = measured.data;
  if (!figure) return null;
  const join = (low: string, high: string) => t(($) => $.yields.spread.range, { low, high });
  const standing = (stays.data?.rows ?? []).filter((row) => row.standing === 'actual' && row.presence !== 'no');
  const forms = [...new Set(standing.map((row) => t(($) => $.lists.embeddingForm[row.form as 'policy'])))];
  const { steps, monthsToOutside: months, neverLeft } = figure;
  return (
    <section className="yield-figures" aria-label={t(($) => $.yields.measure.more)}>
      <div className="yield-figures-head">
        <h3>{t(($) => $.yields.measure.more)}</h3>
      </div>
      <dl>
        <Tile
          value={
            months === null ? (
              <Unknown />
            ) : (
              <>
                {between(format, join, months)} <small>{counted(t, ($) => $.yields.measure.months, months.high)}</small>
              </>
            )
          }
          label={t(($) => $.yields.measure.monthsLabel)}
          text={t(($) => $.yields.measure[months === null ? 'monthsMissing' : 'monthsText'])}
        />
        <Tile
          value={t(($) => $.yields.measure.adapted, { n: figure.adapted, of: steps })}
          label={t(($) => $.yields.measure.adaptedLabel)}
          text={steps === 0 ? t(($) => $.yields.measure.reachNone) : t(($) => $.yields.measure.adaptedText, { copied: steps - figure.adapted })}
        />
        <Tile
          value={neverLeft === null ? <Unknown /> : t(($) => $.yields.measure.left[neverLeft ? 'yes' : 'no'])}
          label={t(($) => $.yields.measure.leftLabel)}
          text={t(($) => $.yields.measure[neverLeft === null ? 'leftUnknown' : neverLeft ? 'neverLeft' : 'didLeave'])}
        />
        <Tile
          value={format.number(figure.embedded)}
          label={counted(t, ($) => $.yields.measure.embedded, figure.embedded)}
          text={
            figure.embedded === 0 ? t(($) => $.yields.measure.embeddedNone) : t(($) => $.yields.measure.embeddedText, { forms: format.list(forms) })
          }
          missing={figure.dropped > 0 ? counted(t, ($) => $.yields.measure.droppedOne, figure.dropped) : null}
        />
        <Tile
          value={figure.fundedUntil === null ? <Unknown /> : format.date(figure.fundedUntil)}
          label={t(($) => $.yields.measure.funded)}
          text={t(($) => $.yields.measure[figure.fundedUntil === null ? 'fundedNone' : 'fundedText'])}
        />
      </dl>
    </section>
  );
}
