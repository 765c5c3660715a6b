/** What the blocks in the editor show: the case as it stands, which they cannot get through the editor. */
import { createContext, use } from 'react';
import type { Output } from '../../../shared/contract/index.ts';

export type Case = Output<'case.get'>;
export const CaseContext = createContext<Case | null>(null);
export const useCase = (): Case | null => use(CaseContext);
