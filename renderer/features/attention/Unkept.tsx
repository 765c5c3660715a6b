/** Of how many rhythms nobody can say whether they are behind, because their meetings are not kept here. */
import type { Output } from '../../../shared/contract/index.ts';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import { Calm } from './Calm.tsx';

interface Props {
  readonly unkept: Output<'attention.list'>['unkept'];
  readonly action?: string;
  readonly onClick?: () => void;
}

export function Unkept({ unkept: { rhythms, teams }, ...act }: Props) {
  const t = useT();
  const format = useFormat();
  const what = [
    ...(rhythms > 0 ? [counted(t, ($) => $.attention.unkept.rhythms, rhythms)] : []),
    ...(teams > 0 ? [counted(t, ($) => $.attention.unkept.teams, teams)] : []),
  ];
  return what.length === 0 ? null : <Calm text={t(($) => $.attention.unkept.text, { what: format.list(what) })} {...act} />;
}
