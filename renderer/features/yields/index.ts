export { PanelForm } from './PanelForm.tsx';
export { RingsFigure } from './RingsFigure.tsx';
export { YieldsScreen } from './YieldsScreen.tsx';
