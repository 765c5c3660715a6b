/** The rooms of the house: what stands in the rail, in this order. A room appears when its feature is there. */
import {
  IconBooks,
  IconBuilding,
  IconCalendarEvent,
  IconChecklist,
  IconDroplets,
  IconFileText,
  IconHome,
  IconId,
  IconReportSearch,
  IconRoute,
  IconSettings,
  IconSitemap,
  IconStack2,
  IconTimeline,
  IconTimelineEvent,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, lazy, useState } from 'react';
import type { Words } from '../../shared/i18n/index.ts';

export type RoomKey = Exclude<keyof Words['app']['rooms'], 'help'>;

export interface Room {
  readonly key: RoomKey;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  readonly scope: 'portfolio' | 'network' | 'below';
  readonly screen: ComponentType;
}

type Screens = Record<string, ComponentType>;

const loaders = new Map<string, () => Promise<void>>();

/** A screen of a feature, fetched when it is first opened; one that is there already is drawn at once. */
function later(load: () => Promise<unknown>, name: string): ComponentType {
  let there: ComponentType | null = null;
  const fetched = async () => {
    there = ((await load()) as Screens)[name] as ComponentType;
    return { default: there };
  };
  loaders.set(name.replace('Screen', '').toLowerCase(), async () => void (await fetched()));
  const Fetched = lazy(fetched);
  return function Room() {
    // chosen once: another component in its place would begin the screen anew, and lose what one was doing in it
    const [Screen] = useState(() => there ?? Fetched);
    return <Screen />;
  };
}

/** Fetches the screen that an address names, so that the first drawing does not wait for it: React holds back what came late. */
export const preloadRoom = async (hash: string): Promise<void> => loaders.get(hash.split('/').at(-1) || 'portfolio')?.();

// The system diagram and the case description are features of their own that may not be there yet.
const others = import.meta.glob<Screens>(['../features/diagram/index.ts', '../features/case/index.ts']);

function whenThere(folder: string, name: string, room: Omit<Room, 'screen'>): readonly Room[] {
  const load = others[`../features/${folder}/index.ts`];
  return load ? [{ ...room, screen: later(load, name) }] : [];
}

export const rooms: readonly Room[] = [
  { key: 'portfolio', icon: IconBooks, scope: 'portfolio', screen: later(() => import('../features/portfolio/index.ts'), 'PortfolioScreen') },
  { key: 'overview', icon: IconHome, scope: 'network', screen: later(() => import('../features/overview/index.ts'), 'OverviewScreen') },
  ...whenThere('diagram', 'DiagramScreen', { key: 'diagram', icon: IconSitemap, scope: 'network' }),
  { key: 'teams', icon: IconStack2, scope: 'network', screen: later(() => import('../features/teams/index.ts'), 'TeamsScreen') },
  { key: 'people', icon: IconUsers, scope: 'network', screen: later(() => import('../features/people/index.ts'), 'PeopleScreen') },
  {
    key: 'organisations',
    icon: IconBuilding,
    scope: 'network',
    screen: later(() => import('../features/organisations/index.ts'), 'OrganisationsScreen'),
  },
  { key: 'roles', icon: IconId, scope: 'network', screen: later(() => import('../features/roles/index.ts'), 'RolesScreen') },
  { key: 'relations', icon: IconRoute, scope: 'network', screen: later(() => import('../features/relations/index.ts'), 'RelationsScreen') },
  { key: 'meetings', icon: IconCalendarEvent, scope: 'network', screen: later(() => import('../features/meetings/index.ts'), 'MeetingsScreen') },
  { key: 'yields', icon: IconDroplets, scope: 'network', screen: later(() => import('../features/yields/index.ts'), 'YieldsScreen') },
  {
    key: 'activities',
    icon: IconTimelineEvent,
    scope: 'network',
    screen: later(() => import('../features/activities/index.ts'), 'ActivitiesScreen'),
  },
  { key: 'timeline', icon: IconTimeline, scope: 'network', screen: later(() => import('../features/timeline/index.ts'), 'TimelineScreen') },
  ...whenThere('case', 'CaseScreen', { key: 'case', icon: IconFileText, scope: 'network' }),
  { key: 'update', icon: IconChecklist, scope: 'network', screen: later(() => import('../features/update/index.ts'), 'UpdateScreen') },
  { key: 'study', icon: IconReportSearch, scope: 'below', screen: later(() => import('../features/study/index.ts'), 'StudyScreen') },
  { key: 'settings', icon: IconSettings, scope: 'below', screen: later(() => import('../features/settings/index.ts'), 'SettingsScreen') },
];

/** Which page of the help belongs to a room. */
export const helpTopic = (room: RoomKey | null): string => (room === null || room === 'portfolio' ? 'start' : room);
