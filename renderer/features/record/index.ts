export { RecordDrawer } from './RecordDrawer.tsx';
export { RemovalDialog } from './RemovalDialog.tsx';
export { seatWords } from './related-network.tsx';
export { figureWords } from './related-said.tsx';
export { rangeWords, sideWords } from './relation-words.ts';
export { useRemoval } from './removal.store.ts';
export { spanWords } from './span-words.ts';
export { useListWord, useOpenOptions } from './use-options.ts';
