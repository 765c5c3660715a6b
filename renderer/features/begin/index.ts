export { BeginScreen } from './BeginScreen.tsx';
