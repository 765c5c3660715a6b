export { RelationsScreen } from './RelationsScreen.tsx';
