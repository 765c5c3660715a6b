/** What only a person knows: is this the same one, and which team is meant. Answered in place. */
import { Button } from '@mantine/core';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import type { ImportState } from './use-import.ts';

type Question = NonNullable<ImportState['seen']>['questions'][number];

/** Lines named in a question; after this many it says how many more. */
const MOST_LINES = 8;

function Answers({ question, state }: { readonly question: Question; readonly state: ImportState }) {
  const t = useT();
  const { name } = question;
  const missing = question.question === 'missing';
  const choices = [
    ...question.choices.map((choice) => ({
      value: choice.value,
      label: t(missing ? ($) => $.exchange.screen.use : ($) => $.exchange.screen.it, { name: choice.name }),
      about: choice.about,
    })),
    { value: 'new', label: missing ? t(($) => $.exchange.screen.make, { name }) : t(($) => $.exchange.screen.itNot), about: '' },
    { value: 'skip', label: t(($) => $.exchange.screen.skip), about: '' },
  ];
  return choices.map((choice) => (
    <label key={choice.value} className="check">
      <input
        type="radio"
        name={question.id}
        checked={state.choices.answers[question.id] === choice.value}
        onChange={() => state.choose({ answers: { ...state.choices.answers, [question.id]: choice.value } })}
      />
      {choice.label}
      {choice.about !== '' && <span className="faint small">{choice.about}</span>}
    </label>
  ));
}

export function Questions({ state }: { readonly state: ImportState }) {
  const t = useT();
  const format = useFormat();
  const questions = state.seen?.questions ?? [];
  if (questions.length === 0) return null;
  const { answers } = state.choices;
  const left = questions.filter(({ id }) => answers[id] === undefined);
  const teams = left.filter(({ question, choices }) => question === 'missing' && choices.length === 0);
  const elsewhere = left.filter(({ question }) => question === 'elsewhere');
  const allNew = (some: readonly Question[]) => state.choose({ answers: { ...answers, ...Object.fromEntries(some.map(({ id }) => [id, 'new'])) } });
  const lines = (all: readonly number[]): string => {
    const more = all.length > MOST_LINES ? ['…'] : [];
    return counted(t, ($) => $.exchange.screen.lines, all.length, { lines: format.list([...all.slice(0, MOST_LINES).map(String), ...more]) });
  };
  return (
    <section className="card import-step" aria-labelledby="import-questions">
      <h2 id="import-questions">{t(($) => $.exchange.screen.questions)}</h2>
      {left.length > 0 && <p className="faint">{counted(t, ($) => $.exchange.screen.questionsLeft, left.length)}</p>}
      {(teams.length > 1 || elsewhere.length > 1) && (
        <div className="import-source">
          {teams.length > 1 && (
            <Button size="xs" onClick={() => allNew(teams)}>
              {t(($) => $.exchange.screen.makeAll, { count: teams.length })}
            </Button>
          )}
          {elsewhere.length > 1 && (
            <Button size="xs" onClick={() => allNew(elsewhere)}>
              {t(($) => $.exchange.screen.allOthers, { count: elsewhere.length })}
            </Button>
          )}
        </div>
      )}
      {questions.map((question) => (
        <fieldset key={question.id} className="import-question">
          <legend>
            {t(($) => $.exchange.screen.question[question.question], { name: question.name })}{' '}
            <span className="faint small">({lines(question.lines)})</span>
          </legend>
          <Answers question={question} state={state} />
        </fieldset>
      ))}
    </section>
  );
}
