export { UpdateScreen } from './UpdateScreen.tsx';
