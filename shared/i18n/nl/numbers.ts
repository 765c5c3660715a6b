/** Getallen die iemand typt. */
export const numbers = {
  ambiguous: '‘{{text}}’ kan twee dingen zijn. Bedoel je {{whole}}? Typ {{whole}}. Bedoel je een breuk? Typ {{part}}.',
  notWhole: 'Dit moet een heel getal zijn. Typ bijvoorbeeld 4.',
} as const;
