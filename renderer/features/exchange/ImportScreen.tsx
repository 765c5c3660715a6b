/** One page from file to network: the source, the columns, the questions, what would change, and doing it. */
import { Button, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useOperation } from '../../client/use-operation.ts';
import { networkPath, usePlace } from '../../ui/paths.ts';
import { Segments } from '../../ui/Segments.tsx';
import { useT } from '../../ui/words.tsx';
import { CalendarImport } from './calendar/CalendarImport.tsx';
import './exchange.css';
import { type ImportWhat, importRoutes } from './import-path.ts';
import { Mapping } from './Mapping.tsx';
import { Preview, useSummary } from './Preview.tsx';
import { Questions } from './Questions.tsx';
import { ChooseFile, TakingIn } from './TakingIn.tsx';
import { type ImportState, useImport } from './use-import.ts';

const roomOf: Readonly<Record<ImportWhat, string>> = {
  person: 'people',
  organisation: 'organisations',
  membership: 'teams',
  relation: 'relations',
  network: 'overview',
};

function Source({ what, state }: { readonly what: ImportWhat; readonly state: ImportState }) {
  const t = useT();
  const [params] = useSearchParams();
  const [text, setText] = useState('');
  return (
    <section className="card import-step" aria-labelledby="import-source">
      <h2 id="import-source">{t(($) => $.exchange.screen.source)}</h2>
      <ChooseFile icon={IconFileImport} isFile={state.choices.from !== undefined} state={state} />
      {what !== 'network' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') state.paste(text);
          }}
        >
          <Textarea
            label={t(($) => $.exchange.screen.paste)}
            description={t(($) => $.exchange.screen.pasteHints[what])}
            autosize
            minRows={4}
            maxRows={10}
            autoFocus={params.get('by') === 'paste'}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" disabled={text.trim() === ''}>
            {t(($) => $.exchange.screen.read)}
          </Button>
        </form>
      )}
      {what === 'network' && <p className="faint">{t(($) => $.exchange.screen.pasteHints.network)}</p>}
      <Sheets state={state} />
    </section>
  );
}

function Sheets({ state }: { readonly state: ImportState }) {
  const t = useT();
  const { sheets, sheet } = state.seen ?? {};
  if (!sheets || sheets.length < 2) return null;
  return (
    <label className="import-sheet">
      {t(($) => $.exchange.screen.sheet)}
      <select value={sheet} onChange={(event) => state.choose({ sheet: event.currentTarget.value, columns: {} })}>
        {sheets.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}

function Importing({ what, networkId }: { readonly what: ImportWhat; readonly networkId: string | null }) {
  const t = useT();
  const navigate = useNavigate();
  const summary = useSummary();
  const state = useImport(what, networkId);
  const joins = networkId !== null && (what === 'person' || what === 'organisation');
  const source = (
    <>
      <Source what={what} state={state} />
      {joins && (
        <label className="check import-join">
          <input type="checkbox" checked={state.choices.join ?? true} onChange={(event) => state.choose({ join: event.currentTarget.checked })} />
          {t(($) => $.exchange.screen.join)} <span className="faint small">{t(($) => $.exchange.screen.joinHint)}</span>
        </label>
      )}
    </>
  );
  return (
    <TakingIn
      about="list"
      state={state}
      source={source}
      whatOf={({ records }) => summary(records)}
      onBack={() => void navigate(networkId === null ? '/' : networkPath(networkId, roomOf[what]))}
    >
      {what !== 'network' && <Mapping kind={what} state={state} />}
      <Questions state={state} />
      {state.seen && <Preview state={state} seen={state.seen} />}
    </TakingIn>
  );
}

export function ImportScreen() {
  const t = useT();
  const { networkId } = usePlace();
  const [params, setParams] = useSearchParams();
  const asked = params.get('what') ?? '';
  const what = importRoutes.find((one) => one === asked) ?? (networkId === null ? 'network' : 'person');
  const networks = useOperation('network.list', {});
  const network = networks.data?.networks.find(({ id }) => id === networkId);
  return (
    <div className="page import">
      <header className="page-head">
        <h1>{t(($) => $.exchange.screen.title)}</h1>
        {network && <span className="tag">{t(($) => $.exchange.screen.into, { name: `${network.code} ${network.name}` })}</span>}
      </header>
      <p className="lead">{t(($) => $.exchange.screen.intro)}</p>
      <Segments
        label={t(($) => $.exchange.screen.what)}
        value={what}
        choices={importRoutes.map((value) => ({
          value,
          label: value === 'calendar' ? t(($) => $.calendar.kind) : t(($) => $.exchange.screen.kinds[value]),
        }))}
        onChange={(value) => setParams({ what: value }, { replace: true })}
      />
      {what === 'calendar' ? (
        <CalendarImport key={networkId} networkId={networkId} />
      ) : (
        <Importing key={`${networkId} ${what}`} what={what} networkId={networkId} />
      )}
    </div>
  );
}
