/** From whom to whom: the path of a yield as a list in which each place stands under the one that it came from. */
import { isTaken, placesOf, type SpreadModel, type SpreadPlace, type SpreadStep, stepState } from '../../../shared/spread/path.ts';
import { placeCategory } from '../../../shared/spread/signs.ts';
import { makersOf, nameOf, reachOf } from '../../../shared/spread/words.ts';
import { useView } from '../../state/view.store.ts';
import { useFormat, useT } from '../../ui/words.tsx';

interface Props {
  readonly model: SpreadModel;
  readonly route: ReadonlySet<string>;
  readonly onRoute: (key: string | null) => void;
}

interface Node {
  readonly place: SpreadPlace;
  readonly steps: readonly SpreadStep[];
  readonly children: readonly Node[];
}

/** Those that are there on the day; what hangs on one that is not yet there stands under the nearest that is. */
function nodesOn(model: SpreadModel, at: string): readonly Node[] {
  const all = placesOf(model);
  const taken = (place: SpreadPlace) => place.steps.filter((step) => isTaken(stepState(step, at)));
  const below = (parent: string | null): readonly Node[] =>
    all
      .filter((place) => place.parent === parent)
      .flatMap((place) => {
        const steps = taken(place);
        const children = below(place.key);
        return steps.length > 0 ? [{ place, steps, children }] : children;
      });
  return below(null);
}

function Dot({ place }: { readonly place: SpreadPlace }) {
  const { token, letter } = placeCategory(place);
  return (
    <svg className="sign drawing" width="20" height="20" viewBox="0 0 22 22" aria-hidden="true">
      <circle cx="11" cy="11" r="10" fill={`var(--${token})`} />
      <text x="11" y="15" textAnchor="middle" fill={`var(--${token}-on)`}>
        {letter}
      </text>
    </svg>
  );
}

/** How many people one step reached; where it is not known it asks. */
function Reach({ step, name }: { readonly step: SpreadStep; readonly name: string }) {
  const t = useT();
  const show = useView((view) => view.show);
  const known = reachOf(t, step);
  if (known !== null) return <span>{known}</span>;
  const what = t(($) => $.yields.step.reach);
  const label = `${name}: ${t(($) => $.yields.spread.reachUnknown)}`;
  return (
    <button
      type="button"
      className="unknown yield-ask"
      aria-label={label}
      title={label}
      onClick={() =>
        show({ type: 'new', kind: 'figure', preset: { entityId: step.id, aspect: 'reach', what, unit: t(($) => $.yields.spread.people) } })
      }
    >
      ?
    </button>
  );
}

function Row({ node, route, onRoute }: { readonly node: Node } & Pick<Props, 'route' | 'onRoute'>) {
  const t = useT();
  const format = useFormat();
  const { place, steps, children } = node;
  const name = nameOf(t, place);
  const isLit = route.has(place.key);
  const first = steps[0] as SpreadStep;
  return (
    <li>
      <div className="yield-row" data-lit={isLit || undefined}>
        <button type="button" className="yield-name" aria-pressed={isLit} onClick={() => onRoute(isLit ? null : place.key)}>
          <Dot place={place} />
          <span>
            <span className="strong">{name}</span>{' '}
            <span className="faint">{[...new Set(steps.map((step) => t(($) => $.lists.spreadManner[step.how])))].join(', ')}</span>
          </span>
        </button>
        <span className="faint">{first.start === null ? <span className="unknown">?</span> : format.date(first.start)}</span>
        <Reach step={first} name={name} />
      </div>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Row key={child.place.key} node={child} route={route} onRoute={onRoute} />
          ))}
        </ul>
      )}
    </li>
  );
}

export function PathTree({ model, route, onRoute }: Props) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const nodes = nodesOn(model, at);
  return (
    <section className="yield-tree" aria-label={t(($) => $.yields.spread.tree)}>
      <div className="yield-row yield-row-head">
        <h3>{t(($) => $.yields.spread.tree)}</h3>
        <span className="faint">{t(($) => $.yields.spread.since)}</span>
        <span className="faint">{t(($) => $.yields.spread.reach)}</span>
      </div>
      <div className="yield-row">
        <span className="yield-name">
          <svg width="20" height="20" viewBox="-18 -24 36 46" aria-hidden="true">
            <path d="M0 -22C4 -12 14 -4 14 5C14 13 8 19 0 19C-8 19 -14 13 -14 5C-14 -4 -4 -12 0 -22Z" fill="var(--ink)" />
          </svg>
          <span>
            {model.makers.length === 0 ? (
              t(($) => $.yields.spread.origin)
            ) : (
              <>
                <span className="strong">{makersOf(t, model)}</span> <span className="faint">{t(($) => $.yields.spread.made)}</span>
              </>
            )}
          </span>
        </span>
        <span className="faint">{format.date(model.start)}</span>
        <span />
      </div>
      {nodes.length > 0 && (
        <ul>
          {nodes.map((node) => (
            <Row key={node.place.key} node={node} route={route} onRoute={onRoute} />
          ))}
        </ul>
      )}
      {nodes.length > 0 && <p className="faint small">{t(($) => $.yields.spread.unknowns)}</p>}
    </section>
  );
}
