/** The sectors of a network in words and in a colour; several sectors together are 'gemengd', as in the drawings. */
import { categoriesOf } from '../../../shared/diagram/palette.ts';
import type { Sector } from '../../../shared/domain/lists.ts';
import { useT } from '../../ui/words.tsx';

interface Sectored {
  readonly sectors: readonly string[];
  readonly crossSector: boolean;
}

export const sectorToken = ({ sectors, crossSector }: Sectored): string =>
  crossSector || sectors.length !== 1 ? 'k-overig' : (categoriesOf('sector')[sectors[0] ?? '']?.token ?? 'k-overig');

export function useSectorWords(): (row: Sectored) => string {
  const t = useT();
  return ({ sectors, crossSector }) => {
    const words = sectors.map((sector) => t(($) => $.lists.sector[sector as Sector])).join(', ');
    if (words === '') return crossSector ? t(($) => $.app.portfolio.cross) : t(($) => $.app.portfolio.noSector);
    return crossSector ? `${t(($) => $.app.portfolio.cross)} (${words})` : words;
  };
}
