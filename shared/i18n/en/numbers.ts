import type { Words } from '../words.ts';

export const numbers: Words['numbers'] = {
  ambiguous: '‘{{text}}’ can be two things. Do you mean {{whole}}? Type {{whole}}. Do you mean a fraction? Type {{part}}.',
  notWhole: 'This has to be a whole number. Type for example 4.',
};
