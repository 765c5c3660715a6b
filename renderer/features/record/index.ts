export { kindWord } from './kinds.ts';
export { RecordDrawer } from './RecordDrawer.tsx';
export { RemovalDialog } from './RemovalDialog.tsx';
export { useRemoval } from './removal.store.ts';
export { useClosedOptions, useListWord, useOpenOptions } from './use-options.ts';
