/** One calm line instead of a row of alarms: no meetings are kept, so nobody can say whether a rhythm is behind. */
import type { Output } from '../../../shared/contract/index.ts';
import { useT } from '../../ui/words.tsx';
import { Calm } from './Calm.tsx';

interface Props {
  readonly habit: Exclude<Output<'attention.list'>['meetings'], 'lately'>;
  readonly onAdd: () => void;
}

export function NoMeetings({ habit, onAdd }: Props) {
  const t = useT();
  const text = `${t(($) => $.attention.meetings[habit])} ${t(($) => $.attention.meetings.text)}`;
  return <Calm text={text} action={t(($) => $.attention.meetings.add)} onClick={onAdd} />;
}
