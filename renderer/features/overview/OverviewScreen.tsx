/** The network at a glance, as of the day in view: what it is for, how far it is, what asks for attention, who came and went. */
import { Button } from '@mantine/core';
import { IconChecklist, IconPencil } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { networkPath, useNetworkId } from '../../ui/paths.ts';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import { AttentionCard } from '../attention/index.ts';
import { PhaseLine } from './PhaseLine.tsx';
import './overview.css';
import { Changes, FiguresCard, LinksCard, ParticipationsCard, PrinciplesCard, RhythmsCard } from './cards.tsx';

export type Measure = Output<'network.measure'>;
type Network = Output<'network.get'>;

function Head({ network, id }: { readonly network: Network; readonly id: string }) {
  const t = useT();
  const navigate = useNavigate();
  const show = useView((view) => view.show);
  const edit = () => show({ type: 'record', kind: 'network', id });
  return (
    <div className="page-head">
      <div className="page-title">
        <h1>{network.name}</h1>
        {network.goal !== null ? (
          <p className="lead">{network.goal}</p>
        ) : (
          <p className="lead">
            {t(($) => $.app.overview.goalMissing)}{' '}
            <button type="button" className="link" onClick={edit}>
              {t(($) => $.app.overview.fillIn)}
            </button>
          </p>
        )}
      </div>
      <Button leftSection={<IconChecklist size={16} stroke={1.6} />} onClick={() => navigate(networkPath(id, 'update'))}>
        {t(($) => $.register.update.title)}
      </Button>
      <Button leftSection={<IconPencil size={16} stroke={1.6} />} onClick={edit}>
        {t(($) => $.app.overview.edit)}
      </Button>
    </div>
  );
}

/** The counts as a sentence; what is not certain is said after it, never counted with it. */
function Counts({ counts }: { readonly counts: Measure['counts'] }) {
  const t = useT();
  const format = useFormat();
  const day = useView((view) => view.day);
  const words = {
    teams: counted(t, ($) => $.app.count.teams, counts.units.yes),
    people: counted(t, ($) => $.app.count.people, counts.people.yes),
    organisations: counted(t, ($) => $.app.count.organisations, counts.organisations.yes),
  };
  const unsure = [
    counts.units.perhaps > 0 && counted(t, ($) => $.app.count.teams, counts.units.perhaps),
    counts.people.perhaps > 0 && counted(t, ($) => $.app.count.people, counts.people.perhaps),
    counts.organisations.perhaps > 0 && counted(t, ($) => $.app.count.organisations, counts.organisations.perhaps),
  ].filter((word) => word !== false);
  return (
    <p className="overview-counts">
      {t(($) => $.app.overview.counts, { day: format.day(day), ...words })} {counted(t, ($) => $.app.overview.appointed, counts.appointed.yes)}
      {unsure.length > 0 && <span className="faint"> {t(($) => $.app.overview.unsure, { what: format.list(unsure) })}</span>}
    </p>
  );
}

export function OverviewScreen() {
  const t = useT();
  const navigate = useNavigate();
  const networkId = useNetworkId();
  const at = useView((view) => view.day);
  const network = useOperation('network.get', { id: networkId });
  const measure = useOperation('network.measure', { networkId, at }, { keep: true });
  const units = useOperation('unit.list', { networkId, at, ended: true }, { keep: true });
  if (network.error) return <FailureNote failure={network.error.failure} />;
  if (!network.data || !measure.data || !units.data) return null;
  return (
    <div className="page overview">
      <Head network={network.data} id={networkId} />
      <PhaseLine networkId={networkId} phases={measure.data.phases} />
      {units.data.units.length > 0 && <Counts counts={measure.data.counts} />}
      {units.data.units.length === 0 && (
        <EmptyState title={t(($) => $.app.overview.emptyNetwork)} text={t(($) => $.app.overview.emptyNetworkText)}>
          <Button variant="filled" onClick={() => navigate(networkPath(networkId, 'teams'))}>
            {t(($) => $.app.overview.toTeams)}
          </Button>
        </EmptyState>
      )}
      <div className="overview-grid">
        <AttentionCard networkId={networkId} />
        <RhythmsCard networkId={networkId} rhythms={measure.data.rhythms} />
        <Changes changes={measure.data.changes} />
        <PrinciplesCard networkId={networkId} />
        <ParticipationsCard networkId={networkId} />
        <FiguresCard networkId={networkId} />
        <LinksCard networkId={networkId} />
      </div>
    </div>
  );
}
