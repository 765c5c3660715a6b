/** The only way to a person's name. */

/** How people are called: by name, by pseudonym, or by what they do. */
export const nameStyles = ['name', 'pseudonym', 'role'] as const;
export type NameStyle = (typeof nameStyles)[number];

export interface Nameable {
  readonly name: string;
  readonly pseudonym: string | null;
  readonly role: string | null;
}

/**
 * What to call a person for an audience that reads names in this style.
 * Without a pseudonym a person is called by role, and without a role 'deelnemer': never by name where that was not asked.
 * @param someone the word for a person of whom nothing may be said
 * @example displayName({ name: 'Procesbegeleider 2', pseudonym: 'D-017', role: 'procesbegeleider' }, 'role', 'deelnemer') // 'procesbegeleider'
 */
export function displayName(person: Nameable, style: NameStyle, someone: string): string {
  if (style === 'name') return person.name;
  if (style === 'pseudonym' && person.pseudonym !== null && person.pseudonym !== '') return person.pseudonym;
  return person.role ?? someone;
}
