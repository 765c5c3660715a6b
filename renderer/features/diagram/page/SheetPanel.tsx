/** 'Blad opmaken': paper, words and what fits, with the sheet as it will be. */
import { CloseButton, NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { LEAST_POINTS, naturalOrientation, orientations, type Paper, papers, paperToRead, wordsOnPaper } from '../../../../shared/diagram/sheet.ts';
import { sheetView } from '../../../../shared/diagram/svg.ts';
import { useFormat, useT } from '../../../ui/words.tsx';
import { onPaper } from '../PrintSheet.tsx';
import { SceneView } from '../SceneView.tsx';
import type { Output } from './use-output.ts';
import { pngSizes, type SheetChoices, type SheetState, useSheet } from './use-sheet.ts';

type Drawn = NonNullable<Output['drawn']>;

/** How large the letters become, and what to do when that is too small. */
function Fit({ drawn, choices }: { readonly drawn: Drawn; readonly choices: SheetChoices }) {
  const t = useT();
  const format = useFormat();
  const { scene, sheet } = drawn;
  const enough = paperToRead(scene, choices.orientation ?? undefined);
  const advice = enough === null ? t(($) => $.compare.sheet.none) : t(($) => $.compare.sheet.would, { paper: enough });
  if (!sheet)
    return (
      <p className="small" role="status">
        {enough === null ? t(($) => $.compare.sheet.none) : t(($) => $.compare.sheet.free, { paper: enough })}
      </p>
    );
  const points = wordsOnPaper(scene, sheet);
  // rounded down: 6,97 is not 7
  const said = { points: format.number(Math.floor(points * 10) / 10) };
  if (points >= LEAST_POINTS)
    return (
      <p className="small" role="status">
        {t(($) => $.compare.sheet.letters, said)}
      </p>
    );
  return (
    <p className="small diagram-warning" role="status">
      {t(($) => $.compare.sheet.tooSmall, said)} {advice}
    </p>
  );
}

function Preview({ drawn }: { readonly drawn: Drawn }) {
  const t = useT();
  return (
    <svg
      className="diagram-preview drawing"
      style={onPaper}
      viewBox={sheetView(drawn.scene, drawn.sheet).join(' ')}
      role="img"
      aria-label={t(($) => $.compare.sheet.preview)}
    >
      <SceneView scene={drawn.scene} />
    </svg>
  );
}

function PaperChoice({ choices, set, drawn }: Pick<SheetState, 'choices' | 'set'> & { readonly drawn: Drawn | null }) {
  const t = useT();
  const fitting = { value: '', label: t(($) => $.compare.sheet.fitting) };
  return (
    <>
      <NativeSelect
        size="xs"
        label={t(($) => $.compare.sheet.paper)}
        data={[fitting, ...papers]}
        value={choices.paper ?? ''}
        onChange={(event) => set({ paper: (event.currentTarget.value || null) as Paper | null })}
      />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t(($) => $.compare.sheet.orientation)}
        data={orientations.map((value) => ({ value, label: t(($) => $.compare.sheet.orientations[value]) }))}
        value={choices.orientation ?? (drawn ? naturalOrientation(drawn.scene) : 'landscape')}
        onChange={(value) => set({ orientation: value === 'portrait' ? 'portrait' : 'landscape' })}
      />
    </>
  );
}

function WordChoice({ choices, set }: Pick<SheetState, 'choices' | 'set'>) {
  const t = useT();
  const check = (label: string, on: boolean, change: (on: boolean) => Partial<SheetChoices>) => (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => set(change(event.currentTarget.checked))} />
      {label}
    </label>
  );
  return (
    <>
      <TextInput
        size="xs"
        label={t(($) => $.compare.sheet.ownTitle)}
        placeholder={t(($) => $.compare.sheet.ownTitleHelp)}
        maxLength={300}
        value={choices.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t(($) => $.compare.sheet.source)}
        placeholder={t(($) => $.compare.sheet.sourceExample)}
        maxLength={300}
        value={choices.source}
        onChange={(event) => set({ source: event.currentTarget.value })}
      />
      {check(
        t(($) => $.compare.sheet.date),
        choices.date,
        (date) => ({ date }),
      )}
      {check(
        t(($) => $.compare.sheet.legend),
        choices.legend,
        (legend) => ({ legend }),
      )}
      {check(
        t(($) => $.compare.sheet.withoutRelations),
        !choices.relations,
        (without) => ({ relations: !without }),
      )}
    </>
  );
}

function PngChoice({ choices, set }: Pick<SheetState, 'choices' | 'set'>) {
  const t = useT();
  const { pngBy } = choices;
  const number = (label: string, value: number, least: number, most: number, change: (value: number) => Partial<SheetChoices>) => (
    <NumberInput
      size="xs"
      label={label}
      min={least}
      max={most}
      allowDecimal={false}
      value={value}
      onBlur={() => set(change(Math.min(most, Math.max(least, value))))}
      onChange={(next) => typeof next === 'number' && set(change(next))}
    />
  );
  return (
    <>
      <NativeSelect
        size="xs"
        label={t(($) => $.compare.sheet.png)}
        data={pngSizes.map((value) => ({ value, label: t(($) => $.compare.sheet.pngBy[value]) }))}
        value={pngBy}
        onChange={(event) => set({ pngBy: pngSizes.find((by) => by === event.currentTarget.value) ?? 'own' })}
      />
      {pngBy === 'width' &&
        number(
          t(($) => $.compare.sheet.width),
          choices.width,
          100,
          30_000,
          (width) => ({ width }),
        )}
      {pngBy === 'dpi' &&
        number(
          t(($) => $.compare.sheet.dpi),
          choices.dpi,
          36,
          1200,
          (dpi) => ({ dpi }),
        )}
    </>
  );
}

export function SheetPanel({ output }: { readonly output: Output }) {
  const t = useT();
  const sheet = useSheet();
  const { drawn } = output;
  const panel = useRef<HTMLElement>(null);
  // in a small window it stands below the drawing, out of sight
  useEffect(() => {
    if (sheet.open) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [sheet.open]);
  if (!sheet.open) return null;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    sheet.setOpen(false);
  };
  return (
    <section ref={panel} className="diagram-side diagram-sheet" aria-labelledby="diagram-sheet" onKeyDown={onKey}>
      <div className="diagram-side-head">
        <h2 id="diagram-sheet">{t(($) => $.compare.sheet.title)}</h2>
        <CloseButton aria-label={t(($) => $.compare.sheet.close)} onClick={() => sheet.setOpen(false)} />
      </div>
      {drawn && <Preview drawn={drawn} />}
      {drawn && <Fit drawn={drawn} choices={sheet.choices} />}
      <PaperChoice {...sheet} drawn={drawn} />
      <WordChoice {...sheet} />
      <PngChoice {...sheet} />
    </section>
  );
}
