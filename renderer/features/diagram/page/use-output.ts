/** What one takes away of the drawing: a file, a picture on the clipboard, a print. All are the same scene. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { defaultScene } from '../../../../shared/diagram/default-scene.ts';
import type { ColourMode, DiagramModel } from '../../../../shared/diagram/model.ts';
import type { Scene } from '../../../../shared/diagram/scene.ts';
import { type Sheet, sheetFor } from '../../../../shared/diagram/sheet.ts';
import { useCommand } from '../../../client/use-command.ts';
import { useJob } from '../../../client/use-job.ts';
import { useView } from '../../../state/view.store.ts';
import { useT } from '../../../ui/words.tsx';
import { useAgainst } from '../compare/use-compared.ts';
import type { Reading } from '../read/use-reading.ts';
import type { DiagramFormat } from '../Toolbar.tsx';
import { pageChoices, sceneChoices, useSheet } from './use-sheet.ts';

/** Pixels across of a picture for the clipboard, where none were chosen: enough for a slide, and quickly there. */
const COPY_PIXELS = 2400;

interface Waiting {
  readonly ticket: string;
  resolve(picture: Blob): void;
  reject(why: Error): void;
}

/** The picture that a ticket leads to, once its job has ended. */
function usePicture(job: ReturnType<typeof useJob<'diagram.export'>>) {
  const waiting = useRef<Waiting | null>(null);
  useEffect(() => {
    const { current } = waiting;
    if (!current || job.state === 'running') return;
    waiting.current = null;
    if (job.value) void fetch(`/ticket/${current.ticket}`).then(async (answer) => current.resolve(await answer.blob()), current.reject);
    else current.reject(new Error('no picture'));
  }, [job.state, job.value]);
  return (ticket: string, start: () => Promise<void>) =>
    new Promise<Blob>((resolve, reject) => {
      void start();
      waiting.current = { ticket, resolve, reject };
    });
}

/**
 * @param model what is drawn now: with its comparison and the places as they are on the screen
 * @param look colour and ended, as on the screen
 * @param reading what is folded, left out, looked at and noted there
 */
export function useOutput(
  networkId: string,
  model: DiagramModel | undefined,
  look: { readonly colour: ColourMode; readonly ended: boolean },
  reading: Reading | null,
) {
  const t = useT();
  const { say } = useView.getState();
  const day = useView((view) => view.day);
  const { against } = useAgainst();
  const { choices, open } = useSheet();
  const [printing, setPrinting] = useState(false);
  const ticket = useCommand('ticket.create');
  const job = useJob('diagram.export');
  const picture = usePicture(job);

  const wanted = printing || open;
  const asked = reading?.asked;
  const { title, source, date, legend, relations, paper, orientation } = choices;
  const drawn = useMemo((): { scene: Scene; sheet: Sheet | undefined } | null => {
    if (!wanted || !model) return null;
    const own = sceneChoices({ title, source, date, legend, relations });
    const scene = defaultScene(model, t, { colour: look.colour, ended: look.ended, ...asked, ...own });
    return { scene, sheet: paper === null ? undefined : sheetFor(scene, paper, orientation ?? undefined) };
  }, [wanted, model, look.colour, look.ended, asked, t, title, source, date, legend, relations, paper, orientation]);

  useEffect(() => {
    if (!printing || !drawn) return;
    window.print();
    setPrinting(false);
  }, [printing, drawn]);

  const start = (format: DiagramFormat, to: string, width?: number): Promise<void> => {
    const shown = { networkId, at: day, ended: look.ended, colour: look.colour, ...reading?.exported, compare: against };
    return job.start({ ...shown, ...sceneChoices(choices), ...(width === undefined ? {} : { width }), ...pageChoices(choices, format), format, to });
  };
  const fileName = model ? `${model.network.code} ${model.network.name}` : 'Systeemplaatje';

  async function fresh(): Promise<Blob> {
    const answer = await ticket.run({ purpose: 'copy', kind: 'png', name: `${fileName}.png` });
    if (!answer?.ticket) throw new Error('no ticket');
    const to = answer.ticket;
    return picture(to, () => start('png', to, choices.pngBy === 'own' ? COPY_PIXELS : undefined));
  }

  return {
    drawn,
    printing,
    job,
    failure: ticket.failure ?? job.failure,
    print: () => setPrinting(true),
    async save(format: DiagramFormat): Promise<void> {
      const answer = await ticket.run({ purpose: 'save', kind: format, name: `${fileName}.${format}` });
      if (answer?.ticket) await start(format, answer.ticket);
    },
    async copy(): Promise<void> {
      try {
        // asked for at once, while the click still counts, and filled when the picture is there
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': fresh() })]);
        say(t(($) => $.compare.sheet.copied));
      } catch {
        say(t(($) => $.compare.sheet.copyRefused));
      }
    },
  };
}

export type Output = ReturnType<typeof useOutput>;
