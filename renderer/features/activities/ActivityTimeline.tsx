/**
 * When each activity was: years as columns, pillars as bands, a row per activity. A moment is a sign, a period a bar, and what is not
 * sure of it is hatched. The table says the same in words; with the keyboard one opens a row there.
 */
import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { textWidth } from '../../../shared/diagram/text-metrics.ts';
import { type Activity, dateWords, isDone, nameWords } from '../../../shared/exchange/activity-table.ts';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useT } from '../../ui/words.tsx';
import { type Band, type Mark, type Plan, planOf, type Shape, shapes } from './timeline-plan.ts';

const ROW = 26;
const HEAD = 30;
const BAND = 30;
const TEXT = 13;
/** Half of a sign. */
const SIGN = 5;
const BAR = 10;
const MOST_LABEL = 400;
const LEAST = 640;
/** One for each pillar, in their order; the name stands in the band, so that the colour says nothing alone. */
const tokens = ['k-universiteit', 'k-school', 'k-hogeschool', 'k-bestuur', 'k-mbo', 'k-netwerk'] as const;
const tokenOf = (index: number): string => tokens[index % tokens.length] as string;

function shortened(text: string, width: number): string {
  if (textWidth(text, TEXT) <= width) return text;
  let most = text.length;
  while (most > 1 && textWidth(`${text.slice(0, most).trimEnd()}…`, TEXT) > width) most -= 1;
  return `${text.slice(0, most).trimEnd()}…`;
}

interface SignProps {
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly token: string;
  /** Only its outline: it was not carried out. */
  readonly hollow?: boolean;
}

function Sign({ shape, x, y, token, hollow = false }: SignProps) {
  const colour = `var(--${token})`;
  const paint = { fill: hollow ? 'var(--card)' : colour, stroke: hollow ? colour : 'var(--card)', strokeWidth: 1.5 };
  if (shape === 'meeting') return <circle cx={x} cy={y} r={SIGN + 0.5} {...paint} />;
  if (shape === 'video')
    return <path d={`M${x - SIGN} ${y - SIGN - 1} L${x + SIGN + 1.5} ${y} L${x - SIGN} ${y + SIGN + 1} Z`} {...paint} strokeLinejoin="round" />;
  return <rect x={x - SIGN} y={y - SIGN} width={SIGN * 2} height={SIGN * 2} {...paint} />;
}

interface Frame {
  readonly label: number;
  readonly chart: number;
}

function Bar({ mark, y, token, frame }: { readonly mark: Mark; readonly y: number; readonly token: string; readonly frame: Frame }) {
  const at = (share: number): number => frame.label + share * frame.chart;
  const [from, to] = [at(mark.from), at(mark.to)];
  const hollow = !isDone(mark.activity);
  if (mark.isMoment) return <Sign shape={mark.shape} x={(from + to) / 2} y={y} token={token} hollow={hollow} />;
  const width = Math.max(to - from, SIGN * 3);
  const sure = mark.sureTo - mark.sureFrom;
  return (
    <>
      <rect
        x={from}
        y={y - BAR / 2}
        width={width}
        height={BAR}
        rx="3"
        fill={`url(#unsure-${token})`}
        stroke={`var(--${token})`}
        strokeDasharray="3 2"
        data-part="unsure"
      />
      {sure > 0 && !hollow && (
        <rect
          x={at(mark.sureFrom)}
          y={y - BAR / 2}
          width={sure * frame.chart}
          height={BAR}
          rx="2"
          fill={`var(--${token})`}
          stroke={`var(--${token})`}
          data-part="sure"
        />
      )}
      {mark.isOpen && <path d={`M${to - 7} ${y - 7} L${to} ${y} L${to - 7} ${y + 7}`} fill="none" stroke={`var(--${token})`} strokeWidth="2" />}
      <Sign shape={mark.shape} x={from + SIGN + 1} y={y} token={token} hollow={hollow} />
    </>
  );
}

interface BandProps {
  readonly band: Band;
  readonly top: number;
  readonly token: string;
  readonly frame: Frame;
  readonly onOpen: (activity: Activity) => void;
}

function BandRows({ band, top, token, frame, onOpen }: BandProps) {
  const t = useT();
  return (
    <g>
      <rect x="0" y={top} width={frame.label + frame.chart} height={BAND - 4} rx="4" fill="var(--band)" />
      <rect x="0" y={top} width="4" height={BAND - 4} rx="2" fill={`var(--${token})`} />
      <text x="14" y={top + 17} className="activity-band">
        {`${band.name} (${band.marks.length})`}
      </text>
      {band.marks.map((mark, index) => {
        const y = top + BAND + index * ROW + ROW / 2;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the figure is one picture; with the keyboard one opens the row in the table
          <g key={mark.id} className="activity-row" onClick={() => onOpen(mark.activity)}>
            <title>{`${nameWords(t, mark.activity)}, ${dateWords(t, mark.activity)}`}</title>
            <rect className="activity-row-back" x="0" y={y - ROW / 2} width={frame.label + frame.chart} height={ROW} rx="4" />
            <text x="14" y={y + 4.5}>
              {shortened(nameWords(t, mark.activity), frame.label - 28)}
            </text>
            <Bar mark={mark} y={y} token={token} frame={frame} />
          </g>
        );
      })}
    </g>
  );
}

/** Years, and their quarters where there is room. */
function Columns({ plan, frame, height }: { readonly plan: Plan; readonly frame: Frame; readonly height: number }) {
  const quarters = (plan.years[0]?.width ?? 0) * frame.chart > 60;
  return (
    <g>
      {plan.years.map(({ year, at, width }) => {
        const x = frame.label + at * frame.chart;
        const each = (width * frame.chart) / 4;
        return (
          <g key={year}>
            <line x1={x} x2={x} y1="8" y2={height} stroke="var(--line-2)" />
            {quarters &&
              [1, 2, 3].map((part) => <line key={part} x1={x + part * each} x2={x + part * each} y1={HEAD - 4} y2={height} stroke="var(--line)" />)}
            {width * frame.chart > 34 && (
              <text x={x + 6} y="19" className="activity-year">
                {year}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function Hatches({ count }: { readonly count: number }) {
  return (
    <defs>
      {tokens.slice(0, Math.max(1, Math.min(count, tokens.length))).map((token) => (
        <pattern key={token} id={`unsure-${token}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill={`var(--${token}-wash)`} />
          <line x1="0" x2="0" y1="0" y2="5" stroke={`var(--${token})`} strokeWidth="1.6" />
        </pattern>
      ))}
    </defs>
  );
}

function Legend({ hollow }: { readonly hollow: boolean }) {
  const t = useT();
  return (
    <ul className="activity-legend">
      {shapes.map((shape) => (
        <li key={shape}>
          <svg width="16" height="16" aria-hidden="true">
            <Sign shape={shape} x={8} y={8} token="k-overig" />
          </svg>
          {t(($) => $.activities.screen.shapes[shape])}
        </li>
      ))}
      {hollow && (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <Sign shape="meeting" x={8} y={8} token="k-overig" hollow />
          </svg>
          {t(($) => $.activities.screen.hollow)}
        </li>
      )}
      <li>
        <svg width="30" height="16" aria-hidden="true">
          <rect x="1" y="3" width="28" height={BAR} rx="3" fill="var(--k-overig)" />
        </svg>
        {t(($) => $.activities.screen.sure)}
      </li>
      <li>
        <svg width="30" height="16" aria-hidden="true">
          <rect x="1" y="3" width="28" height={BAR} rx="3" fill="url(#unsure-k-universiteit)" stroke="var(--k-universiteit)" strokeDasharray="3 2" />
        </svg>
        {t(($) => $.activities.screen.unsure)}
      </li>
    </ul>
  );
}

function Figure({ plan, width, onOpen }: { readonly plan: Plan; readonly width: number; readonly onOpen: (activity: Activity) => void }) {
  const t = useT();
  const label = Math.min(MOST_LABEL, Math.round(width * 0.42));
  const frame: Frame = { label, chart: width - label - 12 };
  const tops = plan.bands.map((_band, index) => HEAD + plan.bands.slice(0, index).reduce((sum, { marks }) => sum + BAND + marks.length * ROW + 8, 0));
  const last = plan.bands.at(-1);
  const height = (tops.at(-1) ?? HEAD) + BAND + (last?.marks.length ?? 0) * ROW + 8;
  const said = t(($) => $.activities.screen.figure, {
    n: plan.bands.reduce((sum, { marks }) => sum + marks.length, 0),
    from: plan.years[0]?.year ?? '',
    to: plan.years.at(-1)?.year ?? '',
  });
  return (
    <svg className="activity-figure-svg drawing" width={width} height={height} role="img" aria-label={said}>
      <Hatches count={plan.bands.length} />
      <Columns plan={plan} frame={frame} height={height} />
      {plan.bands.map((band, index) => (
        <BandRows key={band.id} band={band} top={tops[index] as number} token={tokenOf(index)} frame={frame} onOpen={onOpen} />
      ))}
    </svg>
  );
}

export function ActivityTimeline({ rows, toTable }: { readonly rows: readonly Activity[]; readonly toTable: () => void }) {
  const t = useT();
  const show = useView((view) => view.show);
  const { ref, width } = useElementSize();
  const plan = planOf(
    rows,
    t(($) => $.activities.noLayer),
  );
  if (plan.years.length === 0)
    return <EmptyState title={t(($) => $.activities.screen.noTimeline)} text={t(($) => $.activities.screen.noTimelineText)} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="activity-timeline" aria-label={t(($) => $.activities.screen.timeline)} tabIndex={0}>
      <div ref={ref}>
        <Figure plan={plan} width={Math.max(LEAST, width)} onOpen={(activity) => show({ type: 'record', kind: activity.of, id: activity.id })} />
      </div>
      <Legend hollow={!rows.every(isDone)} />
      <p className="faint small">
        {plan.undated.length > 0 &&
          `${t(($) => $.activities.screen.undated, { n: plan.undated.length, names: plan.undated.map(({ name }) => name).join(', ') })} `}
        {t(($) => $.activities.screen.twin)}{' '}
        <Button size="compact-xs" variant="default" onClick={toTable}>
          {t(($) => $.activities.screen.toTable)}
        </Button>
      </p>
    </section>
  );
}
