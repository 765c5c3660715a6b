export { memberColumns } from './MembersTable.tsx';
export { TeamsScreen } from './TeamsScreen.tsx';
