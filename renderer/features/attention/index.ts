export { AttentionCard } from './AttentionCard.tsx';
export { AttentionChip, AttentionDone } from './AttentionChip.tsx';
export { NoMeetings } from './NoMeetings.tsx';
export { unknownPoints, useAttention } from './use-attention.ts';
