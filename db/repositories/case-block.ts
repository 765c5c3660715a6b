/** What every block of a case description needs: the network as of a day, and how people are called in it. */
import type { z } from 'zod';
import type { caseBlocks, dataBlock } from '../../shared/contract/case.ts';
import { displayName, type NameStyle } from '../../shared/domain/display-name.ts';
import type { Count } from '../../shared/domain/presence.ts';
import type { Language, Translate } from '../../shared/i18n/index.ts';
import type { ReadHandle } from '../connection.ts';
import type { MembershipRow } from './people.queries.ts';

export type BlockName = (typeof caseBlocks)[number];
export type DataBlock = z.output<typeof dataBlock>;

export interface BlockContext {
  readonly handle: ReadHandle;
  readonly networkId: string;
  /** The day that everything is as of, and the first and last day of the research year. */
  readonly at: string;
  readonly yearStart: string;
  readonly yearEnd: string;
  readonly names: NameStyle;
  readonly language: Language;
  readonly t: Translate;
  /** Of the whole network, read once for all blocks. */
  readonly memberships: () => readonly MembershipRow[];
}

export const counted = (count: Count, t: Translate): string =>
  count.perhaps === 0 ? `${count.yes}` : t(($) => $.case.perhaps, { sure: count.yes, perhaps: count.perhaps });

export type Table = Pick<DataBlock, 'header' | 'rows' | 'note'>;

/** How someone is called: by what they do in this membership, or their pseudonym, or their name. */
export function styled(context: BlockContext, row: MembershipRow): string {
  const pseudonym =
    context.handle.get<{ pseudonym: string | null }>('SELECT pseudonym FROM person WHERE id = @id', { id: row.personId })?.pseudonym ?? null;
  const role = row.roles[0]?.name ?? null;
  return displayName(
    { name: row.person, pseudonym, role },
    context.names,
    context.t(($) => $.case.someone),
  );
}

/** The same for someone who need not be in the network. */
export function calledBy(context: BlockContext, personId: string, name: string): string {
  const row = context.memberships().find((membership) => membership.personId === personId);
  if (row) return styled(context, row);
  const pseudonym =
    context.handle.get<{ pseudonym: string | null }>('SELECT pseudonym FROM person WHERE id = @personId', { personId })?.pseudonym ?? null;
  return displayName(
    { name, pseudonym, role: null },
    context.names,
    context.t(($) => $.case.someone),
  );
}
