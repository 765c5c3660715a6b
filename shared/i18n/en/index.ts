import type { Words } from '../words.ts';
import { caseWords } from './case.ts';
import { data } from './data.ts';
import { diagram } from './diagram.ts';
import { errors } from './errors.ts';
import { lists } from './lists.ts';
import { undo } from './undo.ts';

export const en: Words = { case: caseWords, data, diagram, errors, lists, undo };
