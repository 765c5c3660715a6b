/** 'Afspelen': by half year, school year or change; step, pause, and back to where one was. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipBack, IconPlayerSkipForward, IconPlayerStop } from '@tabler/icons-react';
import { playSteps } from '../../../../shared/diagram/play-days.ts';
import { useFormat, useT } from '../../../ui/words.tsx';
import type { Play } from './use-play.ts';

const icon = { size: 16, stroke: 1.6 } as const;

function Playing({ play, playing }: { readonly play: Play; readonly playing: NonNullable<Play['playing']> }) {
  const t = useT();
  const format = useFormat();
  const { days, at, running } = playing;
  const button = (label: string, sign: React.ReactNode, act: () => void, focus = false) => (
    <Tooltip label={label}>
      <ActionIcon size={30} aria-label={label} autoFocus={focus} onClick={act}>
        {sign}
      </ActionIcon>
    </Tooltip>
  );
  const words = { step: at + 1, steps: days.length, day: format.day(days[at] as string) };
  return (
    <div className="diagram-play" role="group" aria-label={t(($) => $.compare.play.group)}>
      {button(
        t(($) => $.compare.play.earlier),
        <IconPlayerSkipBack {...icon} />,
        () => play.step(-1),
      )}
      {button(
        t(running ? ($) => $.compare.play.pause : ($) => $.compare.play.resume),
        running ? <IconPlayerPause {...icon} /> : <IconPlayerPlay {...icon} />,
        () => play.pause(!running),
        true,
      )}
      {button(
        t(($) => $.compare.play.later),
        <IconPlayerSkipForward {...icon} />,
        () => play.step(1),
      )}
      <span role="status">{t(($) => $.compare.play.at, words)}</span>
      {button(`${t(($) => $.compare.play.stop)} (Esc)`, <IconPlayerStop {...icon} />, play.stop)}
    </div>
  );
}

export function PlayControl({ play }: { readonly play: Play }) {
  const t = useT();
  if (play.playing) return <Playing play={play} playing={play.playing} />;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" leftSection={<IconPlayerPlay {...icon} />}>
          {t(($) => $.compare.play.start)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {playSteps.map((by) => (
          <Menu.Item key={by} onClick={() => void play.start(by)}>
            {t(($) => $.compare.play.steps[by])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
