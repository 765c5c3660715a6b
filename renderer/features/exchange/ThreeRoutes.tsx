/** Nobody is here yet: type a name, paste a list, or take a file. */
import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import './exchange.css';
import { importPath } from './import-path.ts';

export function ThreeRoutes() {
  const t = useT();
  const navigate = useNavigate();
  const networkId = useNetworkId();
  const show = useView((view) => view.show);
  return (
    <EmptyState title={t(($) => $.app.people.empty)} text={t(($) => $.exchange.screen.empty.text)}>
      <div className="import-source">
        <Button onClick={() => show({ type: 'new', kind: 'membership', preset: { containerId: [] as string[] } })}>
          {t(($) => $.exchange.screen.empty.type)}
        </Button>
        <Button onClick={() => navigate(`${importPath(networkId, 'person')}&by=paste`)}>{t(($) => $.exchange.screen.empty.paste)}</Button>
        <Button onClick={() => navigate(importPath(networkId, 'person'))}>{t(($) => $.exchange.screen.empty.file)}</Button>
      </div>
    </EmptyState>
  );
}
