export { DiagramFigure } from './DiagramFigure.tsx';
export { DiagramScreen } from './DiagramScreen.tsx';
