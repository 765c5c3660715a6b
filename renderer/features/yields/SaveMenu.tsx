/** The drawing as a file: the same scene as on the screen. */
import { useView } from '../../state/view.store.ts';
import { PictureMenu } from '../exchange/index.ts';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly what: 'rings' | 'chain';
  readonly route: string | null;
}

export function SaveMenu({ id, name, what, route }: Props) {
  const at = useView((view) => view.day);
  const chosen = route === null || what === 'chain' ? {} : { route };
  return <PictureMenu job="spread.export" name={name} input={{ yieldId: id, at, what, ...chosen }} />;
}
