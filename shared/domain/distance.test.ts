import { describe, expect, test } from 'vitest';
import { distanceBetween, type Place } from './distance.ts';

const place = (more: Partial<Place> = {}): Place => ({ units: [], organisations: [], networks: [], regions: [], ...more });

describe('distanceBetween', () => {
  const made = place({ units: ['plg-1'], organisations: ['school-1'], networks: ['02'], regions: ['Rotterdam-Zuid'] });

  test.each([
    ['the team itself', { units: ['plg-1', 'plg-9'] }, 'ownTeam'],
    ['another team in the same school', { units: ['plg-2'], organisations: ['school-1'] }, 'ownOrganisation'],
    ['another team of the network', { units: ['plg-2'], organisations: ['school-2'], networks: ['02', '03'] }, 'network'],
    ['elsewhere in the region', { networks: ['03'], regions: ['Utrecht', ' rotterdam-zuid'] }, 'region'],
    ['elsewhere in the country', { networks: ['03'], regions: ['Groningen'] }, 'country'],
    ['somewhere of which no region is known', { networks: ['03'] }, null],
    ['nowhere that is known', {}, null],
  ])('to %s', (_what, to, distance) => {
    expect(distanceBetween(made, place(to))).toBe(distance);
  });

  // catches: 'country' for what has simply not been filled in yet
  test('is not known where the maker has no region, however far the other is', () => {
    expect(distanceBetween(place({ units: ['plg-1'] }), place({ regions: ['Groningen'] }))).toBeNull();
    expect(distanceBetween(place(), place())).toBeNull();
  });

  test('is the nearest ring that holds, and the same both ways', () => {
    const both = place({ units: ['plg-2'], organisations: ['school-1'], networks: ['02'], regions: ['Rotterdam-Zuid'] });
    expect(distanceBetween(made, both)).toBe('ownOrganisation');
    expect(distanceBetween(both, made)).toBe('ownOrganisation');
  });
});
