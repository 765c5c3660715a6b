/** Ctrl K: finds networks, teams, people, organisations and roles by any of their names, screens, what one can do, and any text. */

import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { importPath } from '../../features/exchange/index.ts';
import { useView } from '../../state/view.store.ts';
import { networkPath, usePlace } from '../../ui/paths.ts';
import { capital, useT } from '../../ui/words.tsx';
import { type Room, rooms } from '../rooms.tsx';
import { FoundText, roomOf, useGoToText } from './FoundText.tsx';
import { type OpenNetwork, roomPath } from './Rail.tsx';
import { useDeeds } from './use-deeds.ts';
import type { Doings } from './use-shortcuts.ts';

type Found = Output<'entity.list'>['found'][number];

/** What the system diagram has signs for. */
const drawn: readonly string[] = ['unit', 'person', 'organisation'];

/** A long list scrolls, so the keyboard must come to it. It hands this on to what scrolls, which its own type does not say. */
const scrolledByKeys = { viewportProps: { tabIndex: 0 } } as object;

/** Enter opens the first one found without an arrow before it. */
function openFirst(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || document.querySelector('.mantine-Spotlight-action[data-selected]')) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.mantine-Spotlight-action')?.click();
}

export function Search({ network, doings }: { readonly network: OpenNetwork | null; readonly doings: Doings }) {
  const t = useT();
  const navigate = useNavigate();
  const here = usePlace();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 120);
  const answer = useOperation('entity.list', text === '' ? null : { text, limit: 12 }, { keep: true });
  const found = text === '' ? [] : (answer.data?.found ?? []);
  // two letters begin half of all words
  const texts = useOperation('search.list', text.length < 3 ? null : { text, limit: 20 }, { keep: true });
  const inTexts = text.length < 3 ? [] : (texts.data?.found ?? []).filter((item) => !found.some((other) => other.id === item.id));
  const screens = rooms.filter(
    (room) =>
      (room.scope !== 'network' || network) &&
      t(($) => $.app.rooms[room.key])
        .toLowerCase()
        .includes(typed.trim().toLowerCase()),
  );
  const deeds = useDeeds(network?.id ?? null, doings).filter((deed) => deed.label.toLowerCase().includes(typed.trim().toLowerCase()));
  // whoever types the whole name of a screen means that, whatever else has it in its name
  const meant = screens.filter((room) => t(($) => $.app.rooms[room.key]).toLowerCase() === typed.trim().toLowerCase());
  const others = screens.filter((room) => !meant.includes(room));
  const importing = t(($) => $.exchange.screen.title);
  const offersImport = importing.toLowerCase().includes(typed.trim().toLowerCase());
  const show = (item: { readonly kind: string; readonly id: string }) =>
    useView.getState().show({ type: 'record', kind: item.kind as RecordKind, id: item.id });
  const goToText = useGoToText();
  const go = (item: Found) => {
    const room = roomOf[item.kind];
    const home = item.networkId ?? network?.id ?? null;
    // who is looked for from the drawing is shown in the drawing
    const stays = here.room === 'diagram' && home === here.networkId && drawn.includes(item.kind);
    if (room !== undefined && home !== null && !stays) navigate(networkPath(home, room));
    if (item.kind !== 'network') show(item);
  };
  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      clearQueryOnClose
      // opened again while it still fades, it begins anew too
      onSpotlightOpen={() => setTyped('')}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      // a list that grows while one types must not jump
      centered={false}
      yOffset="9vh"
      attributes={{ content: { 'aria-label': t(($) => $.app.shell.searchShort) } }}
    >
      <Spotlight.Search
        placeholder={t(($) => $.app.shell.search)}
        aria-label={t(($) => $.app.shell.searchShort)}
        leftSection={<IconSearch size={18} stroke={1.6} />}
        onKeyDown={openFirst}
      />
      <Spotlight.ActionsList {...scrolledByKeys}>
        {meant.map((room) => (
          <ScreenItem key={room.key} room={room} onClick={() => navigate(roomPath(room, network?.id ?? null))} />
        ))}
        {found.map((item) => (
          <Spotlight.Action key={item.id} onClick={() => go(item)}>
            <FoundItem item={item} />
          </Spotlight.Action>
        ))}
        {text !== '' &&
          found.length === 0 &&
          inTexts.length === 0 &&
          screens.length === 0 &&
          deeds.length === 0 &&
          !offersImport &&
          !answer.isFetching &&
          !texts.isFetching && <Spotlight.Empty>{t(($) => $.app.shell.searchNothing, { text })}</Spotlight.Empty>}
        {(others.length > 0 || offersImport) && (
          <Spotlight.ActionsGroup label={t(($) => $.app.shell.searchScreens)}>
            {others.map((room) => (
              <ScreenItem key={room.key} room={room} onClick={() => navigate(roomPath(room, network?.id ?? null))} />
            ))}
            {offersImport && (
              <Spotlight.Action onClick={() => navigate(importPath(network?.id ?? null, network ? 'person' : 'network'))}>
                <span className="found-name">{importing}</span>
              </Spotlight.Action>
            )}
          </Spotlight.ActionsGroup>
        )}
        {deeds.length > 0 && (
          <Spotlight.ActionsGroup label={t(($) => $.deeds.title)}>
            {deeds.map((deed) => (
              <Spotlight.Action key={deed.name} onClick={deed.run}>
                <span className="found">
                  <span className="found-name">{deed.label}</span>
                  {deed.keys !== undefined && <kbd className="key">{deed.keys}</kbd>}
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {/* last: a name or a screen is what most people look for, and Enter takes the first */}
        {[...Map.groupBy(inTexts, (item) => item.kind)].map(([kind, items]) => (
          <Spotlight.ActionsGroup key={kind} label={t(($) => $.app.shell.searchTexts, { kinds: kindsWord(t, kind) })}>
            {items.map((item) => (
              <Spotlight.Action key={item.id} onClick={() => goToText(item)}>
                <FoundText item={item} />
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

const kindsWord = (t: ReturnType<typeof useT>, kind: string): string => (t.words.lists.entityKinds as Record<string, string>)[kind] ?? kind;

function ScreenItem({ room, onClick }: { readonly room: Room; readonly onClick: () => void }) {
  const t = useT();
  return (
    <Spotlight.Action onClick={onClick}>
      <span className="found-name">{t(($) => $.app.rooms[room.key])}</span>
    </Spotlight.Action>
  );
}

function FoundItem({ item }: { readonly item: Found }) {
  const t = useT();
  const kind = (t.words.lists.entityKind as Record<string, string>)[item.kind] ?? item.kind;
  return (
    <span className="found">
      <span className="found-name">{item.name}</span>
      {item.alsoKnownAs !== null && <span className="found-also">{item.alsoKnownAs}</span>}
      <span className="found-kind">{[capital(kind), item.context].filter(Boolean).join(', ')}</span>
    </span>
  );
}
