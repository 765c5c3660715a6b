export { memberColumns, useBridging } from './MembersTable.tsx';
export { TeamsScreen } from './TeamsScreen.tsx';
