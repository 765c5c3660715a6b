/** A file that is made and saved where the person says. */
import type { Input, NamesOf } from '../../shared/contract/index.ts';
import type { Failure } from '../../shared/contract/result.ts';
import { useCommand } from './use-command.ts';
import { type Job, useJob } from './use-job.ts';

type Exporting = Extract<NamesOf<'job'>, `${string}.export`>;
type Format = Input<'ticket.create'>['kind'];

export interface Saving<N extends Exporting> {
  readonly job: Job<N>;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** @param name what the file is called, with what it ends in */
  save(format: Format, name: string, input: Omit<Input<N>, 'to' | 'format'>): Promise<void>;
}

export function useSaving<N extends Exporting>(operation: N): Saving<N> {
  const ticket = useCommand('ticket.create');
  const job = useJob(operation);
  return {
    job,
    isBusy: job.state === 'running',
    failure: ticket.failure ?? job.failure,
    async save(format, name, input) {
      const answer = await ticket.run({ purpose: 'save', kind: format, name });
      if (answer?.ticket) await job.start({ ...input, format, to: answer.ticket } as unknown as Input<N>);
    },
  };
}
