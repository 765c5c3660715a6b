/** Finding any text, over the index of `safety/search-index.ts`. */
import type { Output } from '../../shared/contract/index.ts';
import type { ReadHandle } from '../connection.ts';
import { searchedTables } from '../safety/search-index.ts';
import { nameOfEntity } from './entity.queries.ts';

type Found = Output<'search.list'>['found'][number];

/** Signs that no text has, around what was found. */
const [OPEN, CLOSE] = ['\u0002', '\u0003'];
/** A name says more than a text, however often the word stands in that. */
const WEIGHTS = '8.0, 1.0';
const PASSAGE_WORDS = 14;

/** The comment names what was looked in: a screen looks again when one of those tables changes. */
const findSql = (where: string) => `/* ${searchedTables.join(' ')} */
  SELECT search_doc.id, entity.kind, entity.home_network_id AS networkId, network.code, case_description.research_year_id AS researchYearId,
         snippet(search_text, 1, char(2), char(3), '…', ${PASSAGE_WORDS}) AS passage
  FROM search_text JOIN search_doc ON search_doc.doc = search_text.rowid JOIN entity ON entity.id = search_doc.id
  LEFT JOIN network ON network.id = entity.home_network_id LEFT JOIN case_description ON case_description.id = search_doc.id
  WHERE search_text MATCH @match AND rank MATCH 'bm25(${WEIGHTS})' ${where} ORDER BY rank LIMIT @limit`;
const everywhere = findSql('');
const inNetwork = findSql('AND entity.home_network_id = @networkId');

/** What was typed as a question to the index: every word as the beginning of one. @returns null when there is no word in it */
export function matchOf(text: string): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
}

/** @example passageOf('een \u0002poster\u0003 erbij') // [{ text: 'een ', found: false }, { text: 'poster', found: true }, …] */
function passageOf(text: string): Found['passage'] {
  if (!text.includes(OPEN as string)) return [];
  const pieces = text.split(OPEN as string).flatMap((piece, index) => {
    if (index === 0) return [{ text: piece, found: false }];
    const [found = '', rest = ''] = piece.split(CLOSE as string);
    return [
      { text: found, found: true },
      { text: rest, found: false },
    ];
  });
  return pieces.filter((piece) => piece.text !== '');
}

export function search(handle: ReadHandle, text: string, networkId: string | undefined, limit: number): Found[] {
  const match = matchOf(text);
  if (match === null) return [];
  const rows = handle.all<{
    id: string;
    kind: string;
    networkId: string | null;
    code: string | null;
    researchYearId: string | null;
    passage: string;
  }>(networkId === undefined ? everywhere : inNetwork, { match, limit, ...(networkId === undefined ? {} : { networkId }) });
  return rows.map(({ networkId: home, code, passage, ...row }) => ({
    ...row,
    name: nameOfEntity(handle, row.id),
    network: home === null ? null : { id: home, code: code ?? '' },
    passage: passageOf(passage),
  }));
}
