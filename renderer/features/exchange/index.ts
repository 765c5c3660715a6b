export { CalendarMenu } from './calendar/CalendarMenu.tsx';
export { ExchangeButtons, isExported } from './ExchangeButtons.tsx';
export { ImportScreen } from './ImportScreen.tsx';
export { importPath } from './import-path.ts';
export { NamesMenu } from './NamesMenu.tsx';
export { PictureMenu } from './PictureMenu.tsx';
export { ThreeRoutes } from './ThreeRoutes.tsx';
