/** How far a job is: nothing for 300 ms, then a bar, after two seconds 'n van N' and a way to stop. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { JobState } from '../client/use-job.ts';
import { useT } from './words.tsx';

export function ProgressLine({ job, label }: { readonly job: JobState<unknown> & { stop(): void }; readonly label: string }) {
  const t = useT();
  const [passed, setPassed] = useState(0);
  const running = job.state === 'running';
  useEffect(() => {
    if (!running) return setPassed(0);
    const timers = [300, 2000].map((ms) => setTimeout(() => setPassed(ms), ms));
    return () => timers.forEach(clearTimeout);
  }, [running]);
  if (!running || passed === 0) return null;
  return (
    <div className="progress">
      <div className="progress-head">
        <span>{job.step || label}</span>
        {passed >= 2000 && job.total > 0 && <span className="faint">{t(($) => $.app.count.ofTotal, { n: job.done, total: job.total })}</span>}
        {passed >= 2000 && (
          <Button size="xs" onClick={job.stop}>
            {t(($) => $.app.stop)}
          </Button>
        )}
      </div>
      <progress aria-label={label} {...(job.total > 0 ? { value: job.done, max: job.total } : {})} />
    </div>
  );
}
