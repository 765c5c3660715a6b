/** A placeholder until the real page stands: says which host it talks to. */
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { HostInfo } from '../shared/contract/result.ts';
import { createClient } from './client/client.ts';

const client = createClient();

function Placeholder() {
  const [info, setInfo] = useState<HostInfo>();
  useEffect(() => {
    void client.info().then(setInfo);
  }, []);
  return (
    <main>
      <h1>Schakel</h1>
      <p data-testid="host">{info ? `${info.host} ${info.version}` : ''}</p>
    </main>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Placeholder />);
