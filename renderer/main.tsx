/** The page starts here: finds its host and draws the app. */
import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import './app/tokens.css';
import './app/base.css';
import './ui/ui.css';
import './app/shell/shell.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { preloadRoom } from './app/rooms.tsx';
import { createClient } from './client/client.ts';

// Style elements that Mantine and react-remove-scroll make are refused without the nonce of this page.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
if (nonce !== '') setNonce(nonce);

await preloadRoom(window.location.hash);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App host={createClient()} nonce={nonce} />);
