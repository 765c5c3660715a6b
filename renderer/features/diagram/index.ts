export { DiagramFigure } from './DiagramFigure.tsx';
export { DiagramScreen } from './DiagramScreen.tsx';
export { SceneView } from './SceneView.tsx';
