export { PhasesTable } from './PhasesTable.tsx';
export { RelationsScreen } from './RelationsScreen.tsx';
export { oftenWords, RhythmsTable } from './RhythmsTable.tsx';
export { SeatsTable } from './SeatsTable.tsx';
