export { RolesScreen } from './RolesScreen.tsx';
