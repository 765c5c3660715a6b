/** The first start: three ways in, and the portfolios that were open lately. */
import { Button, TextInput } from '@mantine/core';
import { IconEye, IconFolderOpen, IconLock, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useFormat, useT } from '../../ui/words.tsx';
import { Backdrop } from './Backdrop.tsx';
import './start.css';
import { type OpenPortfolio, useOpenPortfolio } from './use-open-portfolio.ts';

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Way({ icon, title, text, children }: WayProps) {
  return (
    <section className="way">
      {icon}
      <h2>{title}</h2>
      <p>{text}</p>
      <div className="way-foot">{children}</div>
    </section>
  );
}

function NewWay({ portfolio }: { readonly portfolio: OpenPortfolio }) {
  const t = useT();
  const [name, setName] = useState<string | null>(null);
  const shown = name ?? t(($) => $.app.start.newDefault);
  return (
    <Way icon={<IconPencil size={22} stroke={1.6} />} title={t(($) => $.app.start.new)} text={t(($) => $.app.start.newText)}>
      <form
        className="way-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (shown.trim() !== '') void portfolio.make(shown.trim(), 'empty');
        }}
      >
        <TextInput label={t(($) => $.app.start.newName)} value={shown} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} />
        <Button type="submit" variant="filled" fullWidth disabled={portfolio.busy}>
          {t(($) => $.app.start.newAction)}
        </Button>
      </form>
    </Way>
  );
}

type RecentFile = Output<'portfolio.list'>['recent'][number];

function Recent({ files, portfolio }: { readonly files: readonly RecentFile[]; readonly portfolio: OpenPortfolio }) {
  const t = useT();
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <section className="recent">
      <h2>{t(($) => $.app.start.recent)}</h2>
      <ul>
        {files.slice(0, 6).map((file) => (
          <li key={file.path}>
            <button type="button" className="recent-file" disabled={!file.exists} onClick={() => void portfolio.open(file.path)}>
              <span className="recent-name">{file.name}</span>
              <span className="recent-path">{file.path}</span>
              <span className="faint">{file.exists ? (file.at ? format.dateTime(file.at) : '') : t(($) => $.app.start.missing)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LanguageChoice() {
  const t = useT();
  const update = useCommand('settings.update');
  return (
    <Segments
      label={t(($) => $.app.settings.language)}
      value={t.language}
      choices={(['nl', 'en'] as const).map((language) => ({ value: language, label: t(($) => $.app.settings.languages[language]) }))}
      onChange={(language) => void update.run({ language })}
    />
  );
}

export function StartScreen() {
  const t = useT();
  const portfolio = useOpenPortfolio();
  const list = useOperation('portfolio.list', {});
  return (
    <div className="start">
      <Backdrop layer={(n) => t(($) => $.app.start.layer, { n })} />
      <div className="start-card">
        <div className="start-head">
          <h1>{t(($) => $.app.start.title)}</h1>
          <LanguageChoice />
        </div>
        <p className="lead">{t(($) => $.app.start.lead)}</p>
        <FailureNote failure={portfolio.failure} />
        <div className="ways">
          <NewWay portfolio={portfolio} />
          <Way icon={<IconFolderOpen size={22} stroke={1.6} />} title={t(($) => $.app.start.open)} text={t(($) => $.app.start.openText)}>
            <Button fullWidth disabled={portfolio.busy} onClick={() => void portfolio.choose()}>
              {t(($) => $.app.start.openAction)}
            </Button>
          </Way>
          <Way icon={<IconEye size={22} stroke={1.6} />} title={t(($) => $.app.start.example)} text={t(($) => $.app.start.exampleText)}>
            <Button
              fullWidth
              disabled={portfolio.busy}
              onClick={() =>
                void portfolio.make(
                  t(($) => $.app.start.exampleName),
                  'example',
                )
              }
            >
              {t(($) => $.app.start.exampleAction)}
            </Button>
          </Way>
        </div>
        <Recent files={list.data?.recent ?? []} portfolio={portfolio} />
        <p className="start-foot">
          <IconLock size={16} stroke={1.6} aria-hidden="true" />
          {t(($) => $.app.start.privacy)}
        </p>
      </div>
    </div>
  );
}
