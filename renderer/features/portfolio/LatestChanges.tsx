/** What was done lately, by whom and when. */
import { useOperation } from '../../client/use-operation.ts';
import { stepWords } from '../../ui/steps.ts';
import { capital, useFormat, useT } from '../../ui/words.tsx';

export function LatestChanges() {
  const t = useT();
  const format = useFormat();
  const changes = useOperation('change.list', { limit: 8 });
  const steps = changes.data?.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <section className="latest">
      <h2>{t(($) => $.app.portfolio.latest)}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step.id} data-undone={step.state === 'done' ? undefined : true}>
            <span>{capital(stepWords(t, step))}</span>
            {step.state !== 'done' && <span className="tag">{t(($) => $.app.portfolio.undone)}</span>}
            <span className="faint">{[step.actor, format.dateTime(step.at)].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
