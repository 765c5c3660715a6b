/** The networks of the portfolio with their counts as of the day in view; and adding one. */
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Output } from '../../../shared/contract/index.ts';
import type { Count } from '../../../shared/domain/presence.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { networkPath } from '../../ui/paths.ts';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import { toDo } from '../attention/index.ts';
import { LatestChanges } from './LatestChanges.tsx';
import './portfolio.css';
import { sectorToken, useSectorWords } from './sector-words.ts';

type Row = Output<'network.list'>['networks'][number];

function AddNetwork({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const create = useCommand('network.create');
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const problem = create.failure?.details?.path?.[0] === 'code' ? create.failure.message : undefined;
  const send = async () => {
    const made = await create.run({ code: code.trim(), name: name.trim() });
    if (!made) return;
    onDone();
    navigate(networkPath(made.id, 'begin'));
  };
  return (
    <form
      className="add-network card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextInput
        label={t(($) => $.app.portfolio.code)}
        description={t(($) => $.app.portfolio.codeHint)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={code}
        maxLength={12}
        error={problem}
        data-autofocus
        autoFocus
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <TextInput label={t(($) => $.app.portfolio.name)} value={name} maxLength={300} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit" variant="filled" disabled={code.trim() === '' || name.trim() === '' || create.busy}>
        {t(($) => $.app.portfolio.make)}
      </Button>
      <Button variant="subtle" onClick={onDone}>
        {t(($) => $.app.cancel)}
      </Button>
      {problem === undefined && <FailureNote failure={create.failure} />}
    </form>
  );
}

/** More networks than these are not each asked what they need: the list must be there at once. */
const FEW = 30;

/** 'Points' are what is to be done, not what is not known yet. */
function usePoints(networkId: string, isFew: boolean): string | null {
  const t = useT();
  const at = useView((view) => view.day);
  const answer = useOperation('attention.list', isFew ? { networkId, at } : null, { keep: true });
  const count = answer.data ? toDo(answer.data).length : 0;
  return count === 0 ? null : counted(t, ($) => $.attention.portfolio, count);
}

function NetworkRow({ row, isFew }: { readonly row: Row; readonly isFew: boolean }) {
  const t = useT();
  const navigate = useNavigate();
  const sector = useSectorWords();
  const token = sectorToken(row);
  const points = usePoints(row.id, isFew);
  return (
    <li>
      <a
        className="network-row"
        href={`#${networkPath(row.id, 'overview')}`}
        onClick={(event) => {
          event.preventDefault();
          navigate(networkPath(row.id, 'overview'));
        }}
      >
        <span className="network-code drawing" style={{ background: `var(--${token}-wash)`, borderBottomColor: `var(--${token})` }}>
          {row.code}
        </span>
        <span className="network-name">
          <strong>{row.name}</strong>
          <span>{[[sector(row), row.region].filter(Boolean).join(', '), points].filter(Boolean).join(' · ')}</span>
        </span>
        <Figure count={row.counts.units} word={t(($) => $.app.portfolio.teams)} />
        <Figure count={row.counts.people} word={t(($) => $.app.portfolio.people)} />
        <Figure count={row.counts.organisations} word={t(($) => $.app.portfolio.organisations)} />
        <Figure count={row.counts.appointed} word={t(($) => $.app.portfolio.appointed)} />
      </a>
    </li>
  );
}

function Figure({ count, word }: { readonly count: Count; readonly word: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <span className="network-figure">
      <b>{format.number(count.yes)}</b> <span>{word}</span>
      {count.perhaps > 0 && <span>{t(($) => $.app.count.mightBe, { count: count.perhaps })}</span>}
    </span>
  );
}

export function PortfolioScreen() {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const day = useView((view) => view.day);
  const portfolio = useOperation('portfolio.get', {});
  const networks = useOperation('network.list', { at: day }, { keep: true });
  const [adding, setAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const rows = networks.data?.networks ?? [];
  const stop = () => {
    setAdding(false);
    queueMicrotask(() => button.current?.focus());
  };
  if (!networks.data) return null;
  const add = (
    <Button ref={button} variant="filled" leftSection={<IconPlus size={17} stroke={1.8} />} onClick={() => setAdding(true)}>
      {t(($) => $.app.portfolio.add)}
    </Button>
  );
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-title">
          <h1>
            {portfolio.data?.name} {portfolio.data?.isExample && <span className="tag">{t(($) => $.app.portfolio.example)}</span>}
          </h1>
          <p className="faint small">
            {counted(t, ($) => $.app.count.networks, rows.length)}. {t(($) => $.app.portfolio.asOf, { day: format.day(day) })}
          </p>
        </div>
        <Button onClick={() => navigate('/start')}>{t(($) => $.app.portfolio.other)}</Button>
        {rows.length > 0 && !adding && add}
      </div>
      {adding && <AddNetwork onDone={stop} />}
      {rows.length === 0 && !adding && (
        <EmptyState title={t(($) => $.app.portfolio.empty)} text={t(($) => $.app.portfolio.emptyText)}>
          {add}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul className="network-list" aria-label={t(($) => $.app.portfolio.title)}>
          {rows.map((row) => (
            <NetworkRow key={row.id} row={row} isFew={rows.length <= FEW} />
          ))}
        </ul>
      )}
      <LatestChanges />
    </div>
  );
}
