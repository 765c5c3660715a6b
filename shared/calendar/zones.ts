/** Which time it is in the Netherlands when a calendar elsewhere says so. Times on a clock are milliseconds as if that clock were UTC. */

/** Where every meeting of Schakel is held, as far as its clock goes. */
export const HOME = 'Europe/Amsterdam';

/** What Outlook and Exchange call the zones that a Dutch calendar may have in it. */
const windowsZones: Readonly<Record<string, string>> = {
  'w. europe standard time': 'Europe/Berlin',
  'w. europe daylight time': 'Europe/Berlin',
  'romance standard time': 'Europe/Paris',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'e. europe standard time': 'Europe/Chisinau',
  'fle standard time': 'Europe/Kiev',
  'gtb standard time': 'Europe/Bucharest',
  'turkey standard time': 'Europe/Istanbul',
  'russian standard time': 'Europe/Moscow',
  'israel standard time': 'Asia/Jerusalem',
  'south africa standard time': 'Africa/Johannesburg',
  'sa western standard time': 'America/La_Paz',
  'sa eastern standard time': 'America/Cayenne',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'pacific standard time': 'America/Los_Angeles',
  'india standard time': 'Asia/Kolkata',
  'china standard time': 'Asia/Shanghai',
  'tokyo standard time': 'Asia/Tokyo',
  'aus eastern standard time': 'Australia/Sydney',
};

const clocks = new Map<string, Intl.DateTimeFormat | null>();

function clockOf(zone: string): Intl.DateTimeFormat | null {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    try {
      clock = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
        era: 'short',
      });
    } catch {
      clock = null;
    }
    // a file can name as many zones as it likes
    if (clocks.size < 500) clocks.set(zone, clock);
  }
  return clock;
}

/**
 * The zone of the world that a name stands for; null where nobody knows it.
 * @example worldZone('W. Europe Standard Time') // 'Europe/Berlin'
 */
export function worldZone(name: string): string | null {
  const plain = name.trim().replace(/^["']|["']$/g, '');
  if (plain.length > 200) return null;
  const known = windowsZones[plain.toLowerCase()];
  if (known !== undefined) return known;
  // older programs put a path before it: '/freeassociation.sourceforge.net/Europe/Amsterdam'
  const tail = plain.startsWith('/') ? plain.split('/').slice(-2).join('/') : plain;
  // 'CET' and '+01:00' are no places: whether they have summer time differs from program to program
  return /^[A-Za-z_]+\/[A-Za-z_+\-/0-9]+$/.test(tail) && clockOf(tail) !== null ? tail : null;
}

/** What the clock of a zone says at a moment. */
export function clockAt(zone: string, moment: number): number {
  const parts = Object.fromEntries((clockOf(zone) as Intl.DateTimeFormat).formatToParts(moment).map(({ type, value }) => [type, value]));
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  return new Date(0).setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day)) + clockTime(parts);
}

const clockTime = ({ hour, minute, second }: Readonly<Record<string, string>>): number =>
  Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000;

/** The moment at which the clock of a zone says this; an hour that is there twice is the first one. */
export function momentOf(zone: string, clock: number): number {
  const offset = (moment: number): number => clockAt(zone, moment) - Math.floor(moment / 1000) * 1000;
  const before = clock - offset(clock - 86_400_000);
  if (clockAt(zone, before) === clock) return before;
  const near = clock - offset(clock);
  return clock - offset(near);
}
