/** A case description as one HTML file that needs nothing else: styles and drawings are inside. */
import type { Block, CaseDocument, Run } from '../case/document.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Writing {
  readonly document: CaseDocument;
  readonly notes: string[];
  readonly numbers: { figure: number; table: number };
}

function inline(runs: readonly Run[], writing: Writing): string {
  return runs
    .map((run) => {
      if (run.note !== undefined) {
        writing.notes.push(run.note);
        const number = writing.notes.length;
        return `<sup><a id="back-${number}" href="#note-${number}">${number}</a></sup>`;
      }
      const text = escaped(run.text).replaceAll('\n', '<br>');
      const italic = run.italic ? `<em>${text}</em>` : text;
      return run.bold ? `<strong>${italic}</strong>` : italic;
    })
    .join('');
}

const caption = (word: string, number: number, block: { title: string; asOf: string }, tag: string): string =>
  `<${tag}><b>${word} ${number}.</b> ${escaped(block.title)} <span>(${escaped(block.asOf)})</span></${tag}>`;

function dataTable(block: Extract<Block, { kind: 'dataTable' }>, writing: Writing): string {
  writing.numbers.table += 1;
  const head = block.header.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const rows = block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n');
  const note = block.note === null ? '' : `<p class="note">${escaped(block.note)}</p>`;
  const title = caption(writing.document.words.table, writing.numbers.table, block, 'caption');
  return `<table>${title}<thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>${note}`;
}

function blockOf(block: Block, writing: Writing): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 2}>${inline(block.runs, writing)}</h${block.level + 2}>`;
    case 'paragraph':
      return block.runs.length === 0 ? '' : `<p>${inline(block.runs, writing)}</p>`;
    case 'quote':
      return `<blockquote><p>${inline(block.runs, writing)}</p></blockquote>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${item.map((child) => blockOf(child, writing)).join('')}</li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const rows = block.rows.map((cells) => {
        const written = cells.map((cell) => {
          const tag = cell.header ? 'th' : 'td';
          return `<${tag} colspan="${cell.columns}" rowspan="${cell.rows}">${cell.blocks.map((child) => blockOf(child, writing)).join('')}</${tag}>`;
        });
        return `<tr>${written.join('')}</tr>`;
      });
      return `<table>${rows.join('')}</table>`;
    }
    case 'dataTable':
      return dataTable(block, writing);
    case 'figure':
      writing.numbers.figure += 1;
      return `<figure role="img" aria-label="${escaped(block.alt)}">${block.svg.replace(/^<\?xml[^>]*\?>\s*/, '')}${caption(writing.document.words.figure, writing.numbers.figure, block, 'figcaption')}</figure>`;
  }
}

const style = `
body { font: 17px/1.6 "IBM Plex Sans", Calibri, system-ui, sans-serif; color: #16202b; max-width: 46rem; margin: 3rem auto; padding: 0 1.5rem; }
h1 { font-size: 2rem; line-height: 1.2; margin-bottom: .2rem; } h2 { font-size: 1.5rem; margin-top: 2.4rem; } h3, h4, h5 { margin-top: 1.6rem; }
.sub, .note, caption span, figcaption span { color: #5f6973; } .note { font-size: .85rem; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; margin: 1.2rem 0 .4rem; } caption, figcaption { text-align: left; padding: .4rem 0; font-size: .88rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #dfdbd1; } th { background: #f3f1eb; }
td p, th p { margin: 0; } figure { margin: 1.4rem 0; } figure svg { width: 100%; height: auto; } blockquote { border-left: 3px solid #c4bfb2; margin-left: 0; padding-left: 1rem; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } table, figure { break-inside: avoid; } }`;

/** @returns UTF-8 */
export async function writeHtml(document: CaseDocument): Promise<Uint8Array> {
  const writing: Writing = { document, notes: [], numbers: { figure: 0, table: 0 } };
  const parts = document.parts.map((part) => {
    const text = part.blocks.map((block) => blockOf(block, writing)).join('\n');
    return `<section><h2>${escaped(part.title)}</h2>\n${text.trim() === '' ? `<p class="note">${escaped(document.words.empty)}</p>` : text}</section>`;
  });
  const notes = writing.notes.map((note, index) => `<li id="note-${index + 1}">${escaped(note)} <a href="#back-${index + 1}">↑</a></li>`);
  const foot = notes.length > 0 ? `<footer><ol>${notes.join('')}</ol></footer>` : '';
  return new TextEncoder().encode(`<!doctype html>
<html lang="${document.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(document.title)}</title><style>${style}</style></head>
<body><header><h1>${escaped(document.title)}</h1><p class="sub">${escaped(document.subtitle)}</p></header>
${parts.join('\n')}
${foot}</body></html>
`);
}
