/** Where the page is on which a file comes in. */
import { networkPath } from '../../ui/paths.ts';

export const importWhats = ['person', 'organisation', 'membership', 'relation', 'network'] as const;
export type ImportWhat = (typeof importWhats)[number];
/** A calendar is no table: it has a page of its own. */
export const importRoutes = [...importWhats, 'calendar'] as const;
export type ImportRoute = (typeof importRoutes)[number];

/** @example importPath(null, 'network') // '/import?what=network' */
export const importPath = (networkId: string | null, what: ImportRoute): string =>
  `${networkId === null ? '/import' : networkPath(networkId, 'import')}?what=${what}`;
