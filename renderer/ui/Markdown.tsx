/** A small part of Markdown, drawn with elements of our own: headings, paragraphs, lists, tables, pictures, bold, italic, keys. */
import { createContext, Fragment, type ReactNode, use } from 'react';

const inlinePattern = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`/g;

function inline(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(inlinePattern)) {
    parts.push(text.slice(at, match.index));
    const [whole, bold, italic, code] = match;
    parts.push(
      bold !== undefined ? (
        <strong key={match.index}>{bold}</strong>
      ) : italic !== undefined ? (
        <em key={match.index}>{italic}</em>
      ) : (
        <code key={match.index}>{code}</code>
      ),
    );
    at = match.index + whole.length;
  }
  parts.push(text.slice(at));
  return parts.map((part, index) => <Fragment key={String(index)}>{part}</Fragment>);
}

const cells = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function table(lines: readonly string[]): ReactNode {
  const [head = '', , ...rows] = lines;
  return (
    <table>
      <thead>
        <tr>
          {cells(head).map((cell) => (
            <th key={cell} scope="col">
              {inline(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {cells(row).map((cell, at) => (
              <td key={`${String(at)}${cell}`}>{inline(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const items = (lines: readonly string[], sign: RegExp): ReactNode => lines.map((line) => <li key={line}>{inline(line.replace(sign, ''))}</li>);

/** Where a picture is that a text names. */
const Pictures = createContext<(name: string) => string | undefined>(() => undefined);

function Picture({ name, about }: { readonly name: string; readonly about: string }) {
  const address = use(Pictures)(name);
  return address === undefined ? null : <img className="prose-picture" src={address} alt={about} loading="lazy" />;
}

function block(text: string): ReactNode {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  const heading = /^(#{1,3})\s+(.*)$/.exec(first);
  if (heading) {
    const Tag = (['h1', 'h2', 'h3'] as const)[(heading[1] as string).length - 1] ?? 'h3';
    const rest = lines.slice(1).join('\n');
    return (
      <>
        <Tag>{inline(heading[2] as string)}</Tag>
        {rest !== '' && block(rest)}
      </>
    );
  }
  const picture = /^!\[(.+)\]\((.+)\)$/.exec(first);
  if (picture) return <Picture about={picture[1] as string} name={picture[2] as string} />;
  if (first.startsWith('|')) return table(lines);
  if (/^[-*]\s/.test(first)) return <ul>{items(lines, /^[-*]\s+/)}</ul>;
  if (/^\d+\.\s/.test(first)) return <ol>{items(lines, /^\d+\.\s+/)}</ol>;
  return <p>{inline(lines.join(' '))}</p>;
}

interface Props {
  readonly text: string;
  readonly picture: (name: string) => string | undefined;
}

export function Markdown({ text, picture }: Props) {
  return (
    <Pictures value={picture}>
      <div className="prose">
        {text.split(/\n{2,}/).map((part, index) => (
          <Fragment key={`${String(index)}${part.slice(0, 20)}`}>{block(part)}</Fragment>
        ))}
      </div>
    </Pictures>
  );
}
