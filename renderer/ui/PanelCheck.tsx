import { useView } from '../state/view.store.ts';

/** A yes-or-no above a table, remembered under a name while the portfolio is open. */
export function PanelCheck({ name, label }: { readonly name: string; readonly label: string }) {
  const on = useView((view) => view.panels[name] === 'yes');
  const setPanel = useView((view) => view.setPanel);
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => setPanel(name, event.currentTarget.checked ? 'yes' : 'no')} />
      {label}
    </label>
  );
}

export const usePanelCheck = (name: string): boolean => useView((view) => view.panels[name] === 'yes');
