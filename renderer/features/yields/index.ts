export { PanelForm } from './PanelForm.tsx';
export { YieldsScreen } from './YieldsScreen.tsx';
