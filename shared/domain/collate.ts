/** The order of names as the Dutch look them up: 'PLG 2' before 'PLG 10', case and accents aside. */
const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });

/** @example ['PLG 10', 'PLG 2'].sort(byName) // ['PLG 2', 'PLG 10'] */
export const byName = (a: string, b: string): number => collator.compare(a, b);
