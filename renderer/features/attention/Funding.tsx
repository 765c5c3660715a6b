/** For what the money ends soon, each with the way to its record. */
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { useFormat, useT } from '../../ui/words.tsx';

interface Props {
  readonly networkId: string;
  /** Embeddings; and the network itself where its own funding ends. */
  readonly ids: readonly string[];
}

export function Funding({ networkId, ids }: Props) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const show = useView((view) => view.show);
  const stays = useOperation('embedding.list', { networkId, at }, { keep: true });
  const own = useOperation('network.get', { id: networkId });
  const rows = (stays.data?.rows ?? []).filter((row) => ids.includes(row.id));
  return (
    <ul className="attention-funding">
      {ids.includes(networkId) && own.data && (
        <li>
          <button type="button" className="link small" onClick={() => show({ type: 'record', kind: 'network', id: networkId })}>
            {t(($) => $.attention.fundingNetwork, { date: format.date(own.data.fundingEnd) })}
          </button>
        </li>
      )}
      {rows.map((row) => {
        const what = [row.entity.name, t(($) => $.lists.embeddingForm[row.form as 'policy']), row.organisation?.name].filter(Boolean).join(', ');
        return (
          <li key={row.id}>
            <button type="button" className="link small" onClick={() => show({ type: 'record', kind: 'embedding', id: row.id })}>
              {t(($) => $.attention.fundingOf, { what, date: format.date(row.fundedUntil) })}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
