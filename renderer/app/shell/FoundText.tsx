/** A record with the passage in it that was found, and the way there. */
import { Fragment } from 'react';
import { useNavigate } from 'react-router';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { useView } from '../../state/view.store.ts';
import { networkPath, usePlace } from '../../ui/paths.ts';
import { capital, useT } from '../../ui/words.tsx';

export type InText = Output<'search.list'>['found'][number];

export const roomOf: Readonly<Record<string, string>> = {
  unit: 'teams',
  person: 'people',
  organisation: 'organisations',
  role: 'roles',
  network: 'overview',
};

/** Opens the case description of its year, or the record in the drawer of its network. */
export function useGoToText(): (item: InText) => void {
  const navigate = useNavigate();
  const here = usePlace();
  return (item) => {
    const home = item.network?.id;
    if (item.researchYearId !== null && home !== undefined) {
      useView.getState().setPanel('case.year', item.researchYearId);
      navigate(networkPath(home, 'case'));
      return;
    }
    if (home !== undefined && home !== here.networkId) navigate(networkPath(home, roomOf[item.kind] ?? 'overview'));
    if (item.kind !== 'network') useView.getState().show({ type: 'record', kind: item.kind as RecordKind, id: item.id });
  };
}

export function FoundText({ item }: { readonly item: InText }) {
  const t = useT();
  const kind = (t.words.lists.entityKind as Record<string, string>)[item.kind] ?? item.kind;
  return (
    <span className="found">
      <span className="found-name">{item.name || capital(kind)}</span>
      <span className="found-kind">{item.network?.code}</span>
      {item.passage.length > 0 && (
        <span className="found-passage">
          {item.passage.map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never change place
            <Fragment key={index}>{piece.found ? <mark>{piece.text}</mark> : piece.text}</Fragment>
          ))}
        </span>
      )}
    </span>
  );
}
