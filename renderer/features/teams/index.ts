export { TeamsScreen } from './TeamsScreen.tsx';
