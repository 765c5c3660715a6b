export { StartScreen } from './StartScreen.tsx';
export { useOpenPortfolio } from './use-open-portfolio.ts';
