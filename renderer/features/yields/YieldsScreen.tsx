/** What the work brings forth: as a list, as olievlekken side by side, or one of them on a page of its own. */
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { useNetworkId } from '../../ui/paths.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useT } from '../../ui/words.tsx';
import { SideBySide } from './SideBySide.tsx';
import { YieldPage } from './YieldPage.tsx';
import { YieldsTable } from './YieldsTable.tsx';
import './yields.css';

const faces = ['list', 'side'] as const;
type Face = (typeof faces)[number];

export function YieldsScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const at = useView((view) => view.day);
  const setPanel = useView((view) => view.setPanel);
  const face = (useView((view) => view.panels['yields.face']) as Face | undefined) ?? 'list';
  const opened = useView((view) => view.panels[`yields.${networkId}`]) ?? '';
  const list = useOperation('yield.list', { networkId, at }, { keep: true });
  if (!list.data) return null;
  const open = (id: string) => setPanel(`yields.${networkId}`, id);
  const one = list.data.rows.find((row) => row.id === opened);
  if (one) return <YieldPage key={one.id} row={one} rows={list.data.rows} onOpen={open} />;
  return (
    <section className="team room">
      <div className="team-head">
        <h1>{t(($) => $.app.rooms.yields)}</h1>
        <p className="faint">{t(($) => $.yields.lead)}</p>
      </div>
      <Tabs
        label={t(($) => $.app.rooms.yields)}
        value={face}
        tabs={faces.map((value) => ({ value, label: t(($) => $.yields.faces[value]) }))}
        onChange={(value) => setPanel('yields.face', value)}
      />
      <div className="team-body" role="tabpanel" aria-label={t(($) => $.yields.faces[face])}>
        {face === 'list' && <YieldsTable rows={list.data.rows} networkId={networkId} onOpen={open} />}
        {face === 'side' && <SideBySide rows={list.data.rows} networkId={networkId} onOpen={open} />}
      </div>
    </section>
  );
}
