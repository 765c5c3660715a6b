/** The rail: portfolio, the rooms of the open network, study and settings, help at the foot. */
import { Tooltip } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useView } from '../../state/view.store.ts';
import { networkPath } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import { type Room, rooms } from '../rooms.tsx';
import { Mark } from './Mark.tsx';

export interface OpenNetwork {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly counts: { readonly units: number; readonly people: number; readonly organisations: number };
}

const counted = { teams: 'units', people: 'people', organisations: 'organisations' } as const;

export const roomPath = (room: Room, networkId: string | null): string =>
  room.key === 'portfolio' ? '/' : room.scope === 'network' ? networkPath(networkId ?? '', room.key) : `/${room.key}`;

function Entry({ room, network }: { readonly room: Room; readonly network: OpenNetwork | null }) {
  const t = useT();
  const name = t(($) => $.app.rooms[room.key]);
  const count = network && room.key in counted ? network.counts[counted[room.key as keyof typeof counted]] : null;
  return (
    <Tooltip label={name} position="right" classNames={{ tooltip: 'rail-tip' }}>
      <NavLink
        to={roomPath(room, network?.id ?? null)}
        end={room.key === 'portfolio'}
        className="rail-entry"
        onClick={room.scope === 'network' ? undefined : useView.getState().close}
      >
        <room.icon size={18} stroke={1.6} aria-hidden="true" />
        <span className="rail-word">{name}</span>
        {count !== null && count > 0 && <span className="rail-count">{count}</span>}
      </NavLink>
    </Tooltip>
  );
}

function Group({ label, children }: { readonly label?: string | undefined; readonly children: ReactNode }) {
  return (
    <ul className="rail-group" aria-label={label}>
      {children}
    </ul>
  );
}

export function Rail({ network, open }: { readonly network: OpenNetwork | null; readonly open: boolean }) {
  const t = useT();
  const entries = (scope: Room['scope']) =>
    rooms
      .filter((room) => room.scope === scope && (open || room.key === 'portfolio' || room.key === 'settings'))
      .map((room) => (
        <li key={room.key}>
          <Entry room={room} network={network} />
        </li>
      ));
  const label = network ? t(($) => $.app.shell.network, { code: network.code, name: network.name }) : undefined;
  return (
    <nav className="rail no-print" aria-label={t(($) => $.app.shell.rooms)} data-pane="rail" tabIndex={-1}>
      <p className="rail-name">
        <Mark />
        <span className="rail-word">{t(($) => $.app.name)}</span>
      </p>
      <Group>{entries('portfolio')}</Group>
      {network && (
        <>
          <p className="rail-network rail-word" aria-hidden="true">
            {network.code} {network.name}
          </p>
          <Group label={label}>{entries('network')}</Group>
        </>
      )}
      <Group>{entries('below')}</Group>
      <HelpEntry />
    </nav>
  );
}

function HelpEntry() {
  const t = useT();
  const showHelp = useView((view) => view.showHelp);
  const help = useView((view) => view.help);
  return (
    <Tooltip label={t(($) => $.app.rooms.help)} position="right" classNames={{ tooltip: 'rail-tip' }}>
      <button type="button" className="rail-entry rail-help" aria-expanded={help !== null} onClick={() => showHelp(help === null ? 'here' : null)}>
        <IconHelp size={18} stroke={1.6} aria-hidden="true" />
        <span className="rail-word">{t(($) => $.app.rooms.help)}</span>
        <kbd className="key rail-word">F1</kbd>
      </button>
    </Tooltip>
  );
}
