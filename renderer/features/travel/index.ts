export { MovedOn, StepsHere } from './MovedOn.tsx';
export { TeamTravel } from './TeamTravel.tsx';
