export { YieldsScreen } from './YieldsScreen.tsx';
