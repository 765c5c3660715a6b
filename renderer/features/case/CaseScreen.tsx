/** The case description of a network for a research year: its parts, own text with blocks from the data, and the file. */
import './case.css';
import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { caseFormats, caseNames } from '../../../shared/contract/case.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useSaving } from '../../client/use-saving.ts';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { type Case, CaseContext } from './case-context.ts';
import { PartEditor } from './PartEditor.tsx';

type CaseKey = { readonly networkId: string; readonly researchYearId: string };
type PartName = Case['parts'][number]['part'];

function Parts({ current, chosen, caseKey, choose }: { current: Case; chosen: PartName; caseKey: CaseKey; choose(part: PartName): void }) {
  const t = useT();
  const move = useCommand('case.move');
  const to = (part: PartName, position: number): void => void move.run({ ...caseKey, part, position });
  const last = current.parts.length - 1;
  return (
    <>
      <ol className="case-parts">
        {current.parts.map(({ part }, index) => {
          const name = t(($) => $.case.parts[part]);
          return (
            <li key={part} data-chosen={part === chosen}>
              <button type="button" className="case-part" aria-current={part === chosen} onClick={() => choose(part)}>
                <span>{index + 1}</span>
                {name}
              </button>
              <ActionIcon size={26} aria-label={t(($) => $.caseScreen.up, { name })} disabled={index === 0} onClick={() => to(part, index - 1)}>
                <IconArrowUp size={15} stroke={1.6} />
              </ActionIcon>
              <ActionIcon size={26} aria-label={t(($) => $.caseScreen.down, { name })} disabled={index === last} onClick={() => to(part, index + 1)}>
                <IconArrowDown size={15} stroke={1.6} />
              </ActionIcon>
            </li>
          );
        })}
      </ol>
      <FailureNote failure={move.failure} />
    </>
  );
}

function Saving({ current, caseKey, at }: { readonly current: Case; readonly caseKey: CaseKey; readonly at: string | undefined }) {
  const t = useT();
  const { job, failure, isBusy, save } = useSaving('case.export');
  const name = `${current.network.code} ${current.network.name} ${current.year.name}`;
  return (
    <div className="case-save">
      <Menu position="top-start" width="target">
        <Menu.Target>
          <Button fullWidth variant="filled" loading={isBusy} leftSection={<IconFileExport size={17} stroke={1.6} />}>
            {t(($) => $.caseScreen.save)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {caseFormats.map((format) => (
            <Menu.Item key={format} onClick={() => void save(format, `${name}.${format}`, { ...caseKey, ...(at === undefined ? {} : { at }) })}>
              {t(($) => $.caseScreen.formats[format])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ProgressLine job={job} label={t(($) => $.caseScreen.saving)} />
      <FailureNote failure={failure} />
      {job.state === 'ended' && job.value && (
        <p className="case-saved" role="status">
          {t(($) => $.caseScreen.saved, { name: job.value?.name ?? '' })}
        </p>
      )}
    </div>
  );
}

function Choices({ current, caseKey, ownDay, setOwnDay }: { current: Case; caseKey: CaseKey; ownDay: boolean; setOwnDay(own: boolean): void }) {
  const t = useT();
  const format = useFormat();
  const day = useView((view) => view.day);
  const update = useCommand('case.update');
  return (
    <div className="case-choices">
      <Select
        size="xs"
        label={t(($) => $.caseScreen.asOf)}
        allowDeselect={false}
        value={ownDay ? 'day' : 'year'}
        data={[
          { value: 'year', label: t(($) => $.caseScreen.endOfYear) },
          { value: 'day', label: t(($) => $.caseScreen.thisDay, { date: format.day(day) }) },
        ]}
        onChange={(value) => setOwnDay(value === 'day')}
      />
      <Select
        size="xs"
        label={t(($) => $.caseScreen.names)}
        allowDeselect={false}
        value={current.names}
        data={caseNames.map((names) => ({ value: names, label: t(($) => $.case.names[names]) }))}
        onChange={(names) => void update.run({ ...caseKey, names: names as (typeof caseNames)[number] })}
      />
      <FailureNote failure={update.failure} />
    </div>
  );
}

function OpenCase({ caseKey }: { readonly caseKey: CaseKey }) {
  const day = useView((view) => view.day);
  const [ownDay, setOwnDay] = useState(false);
  const [chosen, setChosen] = useState<PartName>('introduction');
  const at = ownDay ? day : undefined;
  const answer = useOperation('case.get', { ...caseKey, ...(at === undefined ? {} : { at }) }, { keep: true });
  if (answer.error) return <FailureNote failure={answer.error.failure} />;
  const current = answer.data;
  const index = current?.parts.findIndex(({ part }) => part === chosen) ?? -1;
  const part = current?.parts[index];
  if (!current || !part) return null;
  return (
    <CaseContext value={current}>
      <div className="case-side-rest">
        <Parts current={current} chosen={chosen} caseKey={caseKey} choose={setChosen} />
        <Choices current={current} caseKey={caseKey} ownDay={ownDay} setOwnDay={setOwnDay} />
        <Saving current={current} caseKey={caseKey} at={at} />
      </div>
      <PartEditor key={`${caseKey.researchYearId} ${chosen}`} part={part} number={index + 1} caseKey={caseKey} />
    </CaseContext>
  );
}

export function CaseScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const studies = useOperation('study.list', {});
  const panels = useView((view) => view.panels);
  const setPanel = useView((view) => view.setPanel);
  const years = studies.data?.studies.flatMap((study) => study.years) ?? [];
  const year = years.find(({ id }) => id === panels['case.year']) ?? years[0];
  if (!studies.data) return null;
  if (!year) return <EmptyState title={t(($) => $.caseScreen.noYearTitle)} text={t(($) => $.caseScreen.noYearText)} />;
  return (
    <div className="case">
      <div className="case-side-head">
        <h1>{t(($) => $.app.rooms.case)}</h1>
        <Select
          size="xs"
          aria-label={t(($) => $.caseScreen.year)}
          allowDeselect={false}
          value={year.id}
          data={years.map(({ id, name }) => ({ value: id, label: t(($) => $.case.year, { year: name }) }))}
          onChange={(id) => setPanel('case.year', id ?? '')}
        />
      </div>
      <OpenCase key={year.id} caseKey={{ networkId, researchYearId: year.id }} />
    </div>
  );
}
