/** The phases of the network as one line: done, now, to come; dashed where nothing is recorded. */
import { bounds } from '../../../shared/domain/edtf.ts';
import { useView } from '../../state/view.store.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import type { Measure } from './OverviewScreen.tsx';

type Phase = Measure['phases'][number];

interface Piece {
  readonly key: string;
  readonly phase: Phase | null;
  readonly from: string;
  readonly to: string;
}

const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + Number(day.slice(8, 10)) / 31;

/** Phases with known dates in their order, and the gaps of more than a month between them. */
function pieces(phases: readonly Phase[]): readonly Piece[] {
  const dated = phases
    .map((phase) => ({ phase, span: bounds(phase.start, phase.end) }))
    .filter(({ span }) => span.startMin > '1900' && span.endMax < '9000')
    .sort((a, b) => (a.span.startMin < b.span.startMin ? -1 : 1));
  const line: Piece[] = [];
  for (const { phase, span } of dated) {
    const last = line.at(-1);
    if (last && months(span.startMin) - months(last.to) > 1.2) line.push({ key: `gap-${phase.id}`, phase: null, from: last.to, to: span.startMin });
    line.push({ key: phase.id, phase, from: span.startMin, to: span.endMax });
  }
  return line;
}

const weight = ({ from, to }: Piece): number => Math.max(3, months(to) - months(from));

function Piece({ piece }: { readonly piece: Piece }) {
  const t = useT();
  const format = useFormat();
  const day = useView((view) => view.day);
  const show = useView((view) => view.show);
  const { phase, from, to } = piece;
  const state = phase === null ? 'gap' : to < day ? 'past' : from > day ? 'future' : 'now';
  const share = Math.round(((months(day) - months(from)) / (months(to) - months(from))) * 100);
  const words = (
    <>
      <span
        className="phase-bar"
        style={state === 'now' ? { background: `linear-gradient(90deg, var(--ink) ${share}%, var(--line-2) ${share}%)` } : undefined}
      />
      <span className="phase-name">{phase?.name ?? t(($) => $.app.overview.noPhase)}</span>
      {phase && (
        <span className="phase-when">
          {format.date(phase.start)} – {format.date(phase.end)}
        </span>
      )}
    </>
  );
  return (
    <li data-state={state} style={{ flexGrow: weight(piece) }}>
      {phase ? (
        <button
          type="button"
          onClick={() => show({ type: 'record', kind: 'phase', id: phase.id })}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          {words}
        </button>
      ) : (
        <span className="phase-gap">{words}</span>
      )}
    </li>
  );
}

export function PhaseLine({ networkId, phases }: { readonly networkId: string; readonly phases: readonly Phase[] }) {
  const t = useT();
  const show = useView((view) => view.show);
  const line = pieces(phases);
  const undated = phases.filter((phase) => !line.some((piece) => piece.phase?.id === phase.id));
  const add = (
    <button type="button" className="link small" onClick={() => show({ type: 'new', kind: 'phase', preset: { networkId, entityId: networkId } })}>
      {t(($) => $.app.overview.addPhase)}
    </button>
  );
  return (
    <section className="phases" aria-label={t(($) => $.app.overview.phases)}>
      {line.length > 0 && (
        <ol>
          {line.map((piece) => (
            <Piece key={piece.key} piece={piece} />
          ))}
        </ol>
      )}
      <p className="phases-foot">
        {phases.length === 0 && <span className="faint">{t(($) => $.app.overview.noPhases)}</span>}
        {undated.map((phase) => (
          <button key={phase.id} type="button" className="tag" onClick={() => show({ type: 'record', kind: 'phase', id: phase.id })}>
            {phase.name}
          </button>
        ))}
        {add}
      </p>
    </section>
  );
}
