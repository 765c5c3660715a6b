export { ActivitiesScreen } from './ActivitiesScreen.tsx';
export { ActivityRegister } from './ActivityRegister.tsx';
