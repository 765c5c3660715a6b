/** Language, light or dark, text size, colour vision, and the name that stands with changes. */
import type { ReactNode } from 'react';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../client/use-command.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { TextControl } from '../../ui/fields/TextControl.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useT } from '../../ui/words.tsx';

type Settings = Output<'settings.get'>;

function Setting({ label, hint, children }: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <div className="setting">
      <div>
        <p className="setting-label">{label}</p>
        {hint !== undefined && <p className="field-hint">{hint}</p>}
      </div>
      {children}
    </div>
  );
}

const sizes = ['100', '115', '130'] as const;
const visions = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const;

export function LookCard({ settings }: { readonly settings: Settings }) {
  const t = useT();
  const update = useCommand('settings.update');
  const set = (change: Input<'settings.update'>) => void update.run(change);
  const words = t.words.app.settings;
  return (
    <section className="card">
      <h2>{t(($) => $.app.settings.look)}</h2>
      <Setting label={words.language}>
        <Segments
          label={words.language}
          value={settings.language}
          choices={(['nl', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
          onChange={(language) => set({ language })}
        />
      </Setting>
      <Setting label={words.theme}>
        <Segments
          label={words.theme}
          value={settings.theme}
          choices={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: words.themes[value] }))}
          onChange={(theme) => set({ theme })}
        />
      </Setting>
      <Setting label={words.textSize}>
        <Segments
          label={words.textSize}
          value={String(settings.textSize) as (typeof sizes)[number]}
          choices={sizes.map((value) => ({ value, label: `${value}%` }))}
          onChange={(size) => set({ textSize: Number(size) as Settings['textSize'] })}
        />
      </Setting>
      <Setting label={words.vision} hint={words.visionText}>
        <Segments
          label={words.vision}
          value={settings.colourVision}
          choices={visions.map((value) => ({ value, label: words.visions[value] }))}
          onChange={(colourVision) => set({ colourVision })}
        />
      </Setting>
      <TextControl id="actor" label={words.actor} hint={words.actorText} value={settings.actor} onChange={(actor) => set({ actor: actor ?? '' })} />
      <FailureNote failure={update.failure} />
    </section>
  );
}
