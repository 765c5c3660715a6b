/** What of a network asks for attention on the day in view: how many, of how many, and the list that shows exactly those. */
import {
  IconArmchair,
  IconBuilding,
  IconCalendarQuestion,
  IconCalendarX,
  IconCoinEuro,
  IconDroplet,
  IconHourglassLow,
  IconId,
  IconListCheck,
  IconRefreshAlert,
  IconUserQuestion,
} from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { networkPath } from '../../ui/paths.ts';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import './attention.css';
import { Calm } from './Calm.tsx';
import { Funding } from './Funding.tsx';
import { NoMeetings } from './NoMeetings.tsx';
import { Unkept } from './Unkept.tsx';
import { toDo, unknownPoints, useOnly, type What } from './use-attention.ts';

type Attention = Output<'attention.list'>;
type Icon = ComponentType<{ size?: number; stroke?: number }>;

const icons: Readonly<Record<What, Icon>> = {
  rhythms: IconCalendarX,
  actions: IconListCheck,
  unmarked: IconUserQuestion,
  unscored: IconDroplet,
  ending: IconHourglassLow,
  funding: IconCoinEuro,
  unconfirmed: IconRefreshAlert,
  start: IconCalendarQuestion,
  role: IconId,
  organisation: IconBuilding,
};

interface LineProps {
  readonly icon: Icon;
  readonly text: string;
  readonly action: string;
  readonly open?: boolean;
  readonly onClick: () => void;
  readonly children?: ReactNode;
}

function Line({ icon: Sign, text, action, open, onClick, children }: LineProps) {
  return (
    <li>
      <div className="attention-line">
        <span className="attention-icon" aria-hidden="true">
          <Sign size={18} stroke={1.6} />
        </span>
        <span>{text}</span>
        <button type="button" className="link small" aria-expanded={open} onClick={onClick}>
          {action}
        </button>
      </div>
      {children}
    </li>
  );
}

/** Opens the room with exactly those in view. */
function useOpen(networkId: string): (what: What) => void {
  const navigate = useNavigate();
  const setPanel = useView((view) => view.setPanel);
  const only = useOnly();
  const rooms: Readonly<Record<What, readonly [room: string, panel?: string, value?: string]>> = {
    rhythms: ['meetings', 'meetings.tab', 'rhythm'],
    actions: ['meetings', 'meetings.tab', 'actions'],
    unmarked: ['meetings', 'meetings.tab', 'list'],
    unscored: ['yields', 'yields.face', 'list'],
    ending: ['people', 'people.tab', 'memberships'],
    funding: ['overview'],
    unconfirmed: ['update'],
    start: ['people', 'people.tab', 'memberships'],
    role: ['people', 'people.tab', 'memberships'],
    organisation: ['people', 'people.tab', 'memberships'],
  };
  return (what) => {
    const [room, panel, value] = rooms[what];
    if (panel !== undefined && value !== undefined) setPanel(panel, value);
    if (room === 'yields') setPanel(`yields.${networkId}`, '');
    only(networkId, what === 'rhythms' ? null : what);
    navigate(networkPath(networkId, room));
  };
}

function Seats({ networkId, seats }: { readonly networkId: string; readonly seats: Attention['unnamedSeats'] }) {
  const t = useT();
  const navigate = useNavigate();
  const setPanel = useView((view) => view.setPanel);
  const { min, unknown } = seats;
  const said = [
    min > 0 ? t(($) => $.app.overview.seatsText, { min }) : '',
    unknown > 0 ? t(($) => $.app.overview.seatsUnknown, { unknown }) : '',
  ].filter(Boolean);
  if (said.length === 0) return null;
  const open = () => {
    setPanel('relations.tab', 'seats');
    navigate(networkPath(networkId, 'relations'));
  };
  return <Line icon={IconArmchair} text={said.join(' ')} action={t(($) => $.attention.acts.seats)} onClick={open} />;
}

export function AttentionCard({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const setPanel = useView((view) => view.setPanel);
  const at = useView((view) => view.day);
  const [paid, setPaid] = useState(false);
  const open = useOpen(networkId);
  const answer = useOperation('attention.list', { networkId, at }, { keep: true });
  if (!answer.data) return null;
  const { meetings, unkept, isConfirmed, points, unnamedSeats } = answer.data;
  const isKnown = unnamedSeats.min === 0 && unnamedSeats.unknown === 0;
  const toMeetings = () => {
    setPanel('meetings.tab', 'list');
    navigate(networkPath(networkId, 'meetings'));
  };
  const line = ({ what, count, of, ids }: (typeof points)[number]) => {
    const text = counted(t, ($) => $.attention.points[what], count, { of });
    if (what !== 'funding')
      return <Line key={what} icon={icons[what]} text={text} action={t(($) => $.attention.acts[what])} onClick={() => open(what)} />;
    return (
      <Line
        key={what}
        icon={icons[what]}
        text={text}
        action={t(paid ? ($) => $.attention.fold : ($) => $.attention.acts.funding)}
        open={paid}
        onClick={() => setPaid(!paid)}
      >
        {paid && <Funding networkId={networkId} ids={ids} />}
      </Line>
    );
  };
  const todo = toDo(answer.data);
  const unconfirmed = points.find((one) => one.what === 'unconfirmed')?.count ?? 0;
  const unsaid = points.filter((one) => one.count > 0 && unknownPoints.includes(one.what));
  return (
    <section className="card overview-card attention" aria-labelledby="attention-title">
      <div className="card-head">
        <h2 id="attention-title">{t(($) => $.attention.title)}</h2>
        <span className="faint small">{t(($) => $.attention.asOf, { day: format.day(at) })}</span>
      </div>
      {todo.length === 0 && <p className="faint small">{t(($) => $.attention.none)}</p>}
      {todo.length > 0 && <ul>{todo.map(line)}</ul>}
      {meetings !== 'lately' && <NoMeetings habit={meetings} onAdd={toMeetings} />}
      {meetings === 'lately' && <Unkept unkept={unkept} action={t(($) => $.attention.acts.rhythms)} onClick={() => open('rhythms')} />}
      {unconfirmed > 0 && !isConfirmed && (
        <Calm text={t(($) => $.attention.unconfirmed)} action={t(($) => $.attention.acts.unconfirmed)} onClick={() => open('unconfirmed')} />
      )}
      {(unsaid.length > 0 || !isKnown) && (
        <>
          <h3>{t(($) => $.attention.unknowns)}</h3>
          <ul>
            {unsaid.map(line)}
            <Seats networkId={networkId} seats={unnamedSeats} />
          </ul>
        </>
      )}
    </section>
  );
}
