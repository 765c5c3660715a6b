/** What was done with it: taken over as it was, adapted, made anew, or only inspired by it. */
import { type SpreadManner, spreadManners } from '../../../shared/domain/lists.ts';
import { Segments } from '../../ui/Segments.tsx';
import { useT } from '../../ui/words.tsx';

interface Props {
  readonly label: string;
  readonly value: SpreadManner;
  readonly onChange: (how: SpreadManner) => void;
}

export function HowChoice({ label, value, onChange }: Props) {
  const t = useT();
  return (
    <div className="travel-field">
      <span className="travel-label" aria-hidden="true">
        {label}
      </span>
      <Segments
        label={label}
        value={value}
        choices={spreadManners.map((how) => ({ value: how, label: t(($) => $.lists.spreadManner[how]) }))}
        onChange={onChange}
      />
    </div>
  );
}
