export { AttentionCard } from './AttentionCard.tsx';
export { AttentionChip, AttentionDone } from './AttentionChip.tsx';
export { NoMeetings } from './NoMeetings.tsx';
export { Unkept } from './Unkept.tsx';
export { toDo, useAttention } from './use-attention.ts';
