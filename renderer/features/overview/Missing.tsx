/** What is not known yet, each with the way to fill it in. */
import { IconArmchair, IconBuilding, IconCalendarQuestion, IconId } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useView } from '../../state/view.store.ts';
import { networkPath } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import type { Measure } from './OverviewScreen.tsx';

const icons = {
  start: <IconCalendarQuestion size={18} stroke={1.6} />,
  role: <IconId size={18} stroke={1.6} />,
  organisation: <IconBuilding size={18} stroke={1.6} />,
};
type What = keyof typeof icons;

interface LineProps {
  readonly icon: ReactNode;
  readonly text: string;
  readonly action: string;
  readonly onClick: () => void;
}

function Line({ icon, text, action, onClick }: LineProps) {
  return (
    <li className="missing-line">
      <span className="missing-icon" aria-hidden="true">
        {icon}
      </span>
      <span>{text}</span>
      <button type="button" className="link small" onClick={onClick}>
        {action}
      </button>
    </li>
  );
}

export function Missing({ networkId, measure }: { readonly networkId: string; readonly measure: Measure }) {
  const t = useT();
  const navigate = useNavigate();
  const setPanel = useView((view) => view.setPanel);
  const words = {
    start: [t(($) => $.app.overview.fillStart), ($: typeof t.words) => $.app.overview.missingStart],
    role: [t(($) => $.app.overview.fillRole), ($: typeof t.words) => $.app.overview.missingRole],
    organisation: [t(($) => $.app.overview.fillOrganisation), ($: typeof t.words) => $.app.overview.missingOrganisation],
  } as const;
  const lines = measure.missing.filter((item) => item.missing > 0);
  const { min, unknown } = measure.unnamedSeats;
  const none = measure.missing.every((item) => item.of === 0);
  const toSeats = () => {
    setPanel('relations.tab', 'seats');
    navigate(networkPath(networkId, 'relations'));
  };
  const seats = [
    min > 0 ? t(($) => $.app.overview.seatsText, { min }) : '',
    unknown > 0 ? t(($) => $.app.overview.seatsUnknown, { unknown }) : '',
  ].filter(Boolean);
  return (
    <section className="card overview-missing">
      <h2>{t(($) => $.app.overview.missing)}</h2>
      <ul>
        {lines.map((item) => {
          const [action, text] = words[item.what as What];
          return (
            <Line
              key={item.what}
              icon={icons[item.what as What]}
              text={t(text, { missing: item.missing, of: item.of })}
              action={action}
              onClick={() => navigate(networkPath(networkId, 'people'))}
            />
          );
        })}
        {seats.length > 0 && (
          <Line icon={<IconArmchair size={18} stroke={1.6} />} text={seats.join(' ')} action={t(($) => $.app.overview.seatsShow)} onClick={toSeats} />
        )}
      </ul>
      {lines.length === 0 && <p className="faint small">{t(none ? ($) => $.app.overview.noMembers : ($) => $.app.overview.missingNothing)}</p>}
    </section>
  );
}
