export { ExchangeButtons, isExported } from './ExchangeButtons.tsx';
export { ImportScreen } from './ImportScreen.tsx';
export { importPath } from './import-path.ts';
export { ThreeRoutes } from './ThreeRoutes.tsx';
