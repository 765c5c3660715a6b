export { DiagramScreen } from './DiagramScreen.tsx';
