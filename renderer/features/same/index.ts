export { SameRecords } from './SameRecords.tsx';
