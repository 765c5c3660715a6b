/** Above the timeline: which school year, what is shown, and all lanes folded or open. */
import { ActionIcon, Button, Menu, Select, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type TimelinePart, timelineParts } from '../../../shared/contract/timeline.ts';
import type { TimelineScene } from '../../../shared/timeline/timeline-scene.ts';
import { useT } from '../../ui/words.tsx';
import type { TimelineView } from './use-timeline.ts';

const icon = { size: 18, stroke: 1.7 } as const;
const ALL = 'all';

function Years({ view }: { readonly view: TimelineView }) {
  const t = useT();
  const { year, years } = view;
  const place = year === null ? null : years.indexOf(year);
  const arrow = (by: 1 | -1) => {
    const label = t(by < 0 ? ($) => $.timelineScreen.before : ($) => $.timelineScreen.after);
    const none = place !== null && years[place + by] === undefined;
    return (
      <Tooltip label={label}>
        <ActionIcon variant="default" size={30} aria-label={label} disabled={none} onClick={() => view.step(by)}>
          {by < 0 ? <IconChevronLeft {...icon} /> : <IconChevronRight {...icon} />}
        </ActionIcon>
      </Tooltip>
    );
  };
  return (
    <div className="timeline-years" role="group" aria-label={t(($) => $.timelineScreen.zoom)}>
      {arrow(-1)}
      <Select
        className="timeline-year"
        size="xs"
        aria-label={t(($) => $.timelineScreen.zoom)}
        data={[
          { value: ALL, label: t(($) => $.timelineScreen.all) },
          ...years.map((value) => ({ value, label: t(($) => $.timelineScreen.year, { year: value }) })),
        ]}
        value={year ?? ALL}
        allowDeselect={false}
        onChange={(value) => view.setYear(value === ALL ? null : value)}
      />
      {arrow(1)}
      <Button size="xs" variant="default" disabled={year === null} onClick={() => view.setYear(null)}>
        {t(($) => $.timelineScreen.showAll)}
      </Button>
    </div>
  );
}

function Kinds({ view }: { readonly view: TimelineView }) {
  const t = useT();
  const { parts } = view.shown;
  const toggle = (part: TimelinePart): void => view.setParts(timelineParts.filter((one) => parts.includes(one) !== (one === part)));
  return (
    <Menu position="bottom-start" closeOnItemClick={false}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconEye size={16} stroke={1.6} />}>
          {t(($) => $.timelineScreen.shown, { n: parts.length, total: timelineParts.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {timelineParts.map((part) => (
          <Menu.CheckboxItem key={part} checked={parts.includes(part)} closeMenuOnClick={false} onChange={() => toggle(part)}>
            {t(($) => $.timelineScreen.parts[part])}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function Toolbar({ view, scene, children }: { readonly view: TimelineView; readonly scene: TimelineScene; readonly children: ReactNode }) {
  const t = useT();
  const ids = scene.lanes.map((lane) => lane.id);
  const people = view.shown.parts.includes('people');
  return (
    <div className="timeline-toolbar no-print" role="toolbar" aria-label={t(($) => $.timelineScreen.toolbar)}>
      <Years view={view} />
      <Kinds view={view} />
      <label className="check">
        <input
          type="checkbox"
          checked={people}
          onChange={() => view.setParts(timelineParts.filter((one) => (one === 'people' ? !people : view.shown.parts.includes(one))))}
        />
        {t(($) => $.timelineScreen.people)}
      </label>
      <Button size="xs" variant="subtle" onClick={() => view.setFolds(ids, [])}>
        {t(($) => $.timelineScreen.foldAll)}
      </Button>
      <Button size="xs" variant="subtle" onClick={() => view.setFolds([], ids)}>
        {t(($) => $.timelineScreen.openAll)}
      </Button>
      <span className="timeline-space" />
      {children}
    </div>
  );
}
