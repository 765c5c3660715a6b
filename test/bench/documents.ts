/** Layout of the system diagram, and twelve case descriptions against the docx library writing as much. */
import { Document, ImageRun, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { type DispatchContext, dispatch, runJob } from '../../db/dispatch.ts';
import { exampleId } from '../../db/example/example.ts';
import type { Portfolio } from '../../db/portfolio.ts';
import { layoutDiagram } from '../../shared/diagram/layout.ts';
import type { DiagramModel } from '../../shared/diagram/model.ts';
import { translator } from '../../shared/i18n/index.ts';
import { byTurns, type Line, ms } from './measure.ts';
import { examplePortfolio, resources } from './portfolios.ts';

const context: DispatchContext = { language: 'nl', actor: '', device: '', resources, now: () => new Date(), report: (error) => console.error(error) };
const CASES = 12;
const codes = ['01', '02', '03', '04', '05', '06', '07', '08'];

async function caseFile(portfolio: Portfolio, code: string): Promise<Uint8Array> {
  const input = { networkId: exampleId(`${code}/network`), researchYearId: exampleId('shared/jaar-1'), format: 'docx', to: '-' };
  const { outcome, file } = await runJob(portfolio.connection, 'case.export', input, context, {
    progress: () => undefined,
    checkpoint: () => undefined,
  });
  if (!outcome.ok || !file) throw new Error('no case');
  return file.bytes;
}

/** The same words and pictures as a case, written by the docx library alone. */
async function plainFile(words: readonly string[], picture: Uint8Array): Promise<void> {
  const image = new ImageRun({ type: 'png', data: picture, transformation: { width: 600, height: 400 } });
  const children = [...words.map((text) => new Paragraph(text)), new Paragraph({ children: [image] })];
  await Packer.toBuffer(new Document({ sections: [{ children }] }));
}

function contentOf(bytes: Uint8Array): { words: string[]; picture: Uint8Array } {
  const files = unzipSync(bytes);
  const words = [...strFromU8(files['word/document.xml'] as Uint8Array).matchAll(/<w:t[^>]*>([^<]+)/g)].map((match) => match[1] as string);
  const picture = Object.entries(files).find(([name]) => name.endsWith('.png'))?.[1] as Uint8Array;
  return { words, picture };
}

export async function benchDocuments(rounds: number): Promise<Line[]> {
  const portfolio = examplePortfolio();
  const outcome = await dispatch(portfolio, 'diagram.get', { networkId: exampleId('02/network'), at: '2024-07-31' }, context);
  if (!outcome.ok) throw new Error(outcome.error.message);
  const model = outcome.value as DiagramModel;
  const words = translator('nl').words.diagram;
  const [layout] = await byTurns(
    () => layoutDiagram(model, { colour: 'organisation', words, showEnded: false }),
    () => undefined,
    rounds,
  );
  const chosen = Array.from({ length: CASES }, (_, index) => codes[index % codes.length] as string);
  const contents = await Promise.all(chosen.map(async (code) => contentOf(await caseFile(portfolio, code))));
  const [ours, theirs] = await byTurns(
    async () => {
      for (const code of chosen) await caseFile(portfolio, code);
    },
    async () => {
      for (const content of contents) await plainFile(content.words, content.picture);
    },
    Math.max(2, Math.ceil(rounds / 100)),
  );
  portfolio.close();
  return [
    { what: 'layout of STAAL-werk', measured: `p50 ${ms(layout.p50)}, p95 ${ms(layout.p95)}`, ratio: null, aim: '5 ms', met: layout.p50 <= 5 },
    {
      what: '12 cases to Word / docx library alone',
      measured: `${ms(ours.p50)} / ${ms(theirs.p50)}`,
      ratio: ours.p50 / theirs.p50,
      aim: 'told',
      met: true,
    },
  ];
}
