/** Everything around the screens: the host, the cache, words, look, routes. */
import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { HashRouter } from 'react-router';
import type { Output } from '../../shared/contract/index.ts';
import type { HostApi } from '../../shared/contract/result.ts';
import { HostProvider } from '../client/host-context.tsx';
import { createQueries } from '../client/operations.ts';
import { useOperation } from '../client/use-operation.ts';
import { useT, WordsProvider } from '../ui/words.tsx';
import { Crashed } from './Crashed.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './shell/Shell.tsx';
import { cssVariables, theme } from './theme.ts';
import { VisionFilters } from './VisionFilters.tsx';

type Settings = Output<'settings.get'>;

/** What the page shows until the settings are read; the host's own defaults. */
const before: Settings = { language: 'nl', theme: 'system', textSize: 100, colourVision: 'normal', actor: '', tables: {} };

function useLook({ theme: chosen, textSize, colourVision, language }: Settings): 'light' | 'dark' {
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, { getInitialValueInEffect: false });
  const scheme = chosen === 'system' ? (systemDark ? 'dark' : 'light') : chosen;
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = scheme;
    root.dataset.vision = colourVision;
    root.lang = language;
    root.style.fontSize = `${textSize}%`;
  }, [scheme, colourVision, language, textSize]);
  return scheme;
}

/** Settings decide the language and the look; the rest waits for them, so that nothing jumps. */
function Furnished({ nonce }: { readonly nonce: string }) {
  const settings = useOperation('settings.get', {});
  const now = settings.data ?? before;
  const scheme = useLook(now);
  if (settings.isPending) return null;
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} getStyleNonce={() => nonce} forceColorScheme={scheme}>
      <WordsProvider language={now.language}>
        <VisionFilters />
        <Guarded />
      </WordsProvider>
    </MantineProvider>
  );
}

function Guarded() {
  const t = useT();
  return (
    <ErrorBoundary fallback={(again) => <Crashed t={t} again={again} />}>
      <HashRouter>
        <Shell />
      </HashRouter>
    </ErrorBoundary>
  );
}

export function App({ host, nonce }: { readonly host: HostApi; readonly nonce: string }) {
  const [queries] = useState(() => createQueries(host));
  return (
    <HostProvider host={host}>
      <QueryClientProvider client={queries}>
        <Furnished nonce={nonce} />
      </QueryClientProvider>
    </HostProvider>
  );
}
