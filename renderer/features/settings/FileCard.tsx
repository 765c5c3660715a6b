/** The open portfolio: its name, where it is, a copy of it, checking it, closing it. */
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { Output } from '../../../shared/contract/index.ts';
import { useHost } from '../../client/host-context.tsx';
import { useCommand } from '../../client/use-command.ts';
import { useJob } from '../../client/use-job.ts';
import { useOperation } from '../../client/use-operation.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { TextControl } from '../../ui/fields/TextControl.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { counted, useFormat, useT } from '../../ui/words.tsx';

function Copy({ name }: { readonly name: string }) {
  const t = useT();
  const ticket = useCommand('ticket.create');
  const copy = useJob('portfolio.export');
  const start = async () => {
    const place = await ticket.run({ purpose: 'save', kind: 'portfolio', name: `${name}.schakel` });
    if (place?.ticket) await copy.start({ to: place.ticket });
  };
  return (
    <div className="care">
      <p>{t(($) => $.app.settings.copyText)}</p>
      <Button onClick={() => void start()} disabled={copy.state === 'running'}>
        {t(($) => $.app.settings.copy)}
      </Button>
      <ProgressLine job={copy} label={t(($) => $.app.settings.copy)} />
      <FailureNote failure={ticket.failure ?? copy.failure} />
      {copy.value && (
        <p className="done-note" role="status">
          <IconCheck size={17} aria-hidden="true" />
          {t(($) => $.app.settings.copied, { name: copy.value.name })}
        </p>
      )}
    </div>
  );
}

function CheckResult({ result }: { readonly result: Output<'portfolio.check'> }) {
  const t = useT();
  const format = useFormat();
  if (result.ok)
    return (
      <p className="done-note" role="status">
        <IconCheck size={17} aria-hidden="true" />
        {t(($) => $.app.settings.checkFine, { n: format.number(result.checked) })}
      </p>
    );
  return (
    <div className="failure" role="alert">
      <p>{counted(t, ($) => $.app.settings.checkWrong, result.problems.length)}</p>
      <ul className="problems">
        {result.problems.map((problem) => (
          <li key={`${problem.where}${problem.what}`}>
            <strong>{problem.where}</strong>: {problem.what}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Check() {
  const t = useT();
  const check = useJob('portfolio.check');
  return (
    <div className="care">
      <p>{t(($) => $.app.settings.checkText)}</p>
      <Button onClick={() => void check.start({})} disabled={check.state === 'running'}>
        {t(($) => $.app.settings.check)}
      </Button>
      <ProgressLine job={check} label={t(($) => $.app.settings.check)} />
      <FailureNote failure={check.failure} />
      {check.value && <CheckResult result={check.value} />}
    </div>
  );
}

export function FileCard() {
  const t = useT();
  const host = useHost();
  const navigate = useNavigate();
  const portfolio = useOperation('portfolio.get', {});
  const rename = useCommand('portfolio.update');
  if (!portfolio.data) return null;
  const { name, path } = portfolio.data;
  return (
    <section className="card">
      <h2>{t(($) => $.app.settings.file)}</h2>
      <TextControl
        id="portfolio-name"
        label={t(($) => $.app.settings.portfolioName)}
        value={name}
        error={rename.failure?.message}
        onChange={(next) => void rename.run({ name: next ?? '' })}
      />
      <p className="file-path">
        <span className="faint">{t(($) => $.app.settings.where)}</span> {path}
      </p>
      <Copy name={name} />
      <Check />
      <Button
        variant="subtle"
        className="close-portfolio"
        onClick={() => {
          navigate('/');
          void host.run('portfolio.unlink', {});
        }}
      >
        {t(($) => $.app.settings.closePortfolio)}
      </Button>
    </section>
  );
}
