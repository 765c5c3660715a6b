/** Calendar files for tests. */

/** The text of a calendar with these events; lines end as calendars do. */
export const calendarOf = (events: readonly (readonly string[])[], more: readonly string[] = []): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//NL',
    ...more,
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Summer time as the Netherlands has it, under any name and with any hours. */
export const zoneOf = (name: string, winter = '+0100', summer = '+0200'): readonly string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  'BEGIN:STANDARD',
  'DTSTART:16011028T030000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  `TZOFFSETFROM:${summer}`,
  `TZOFFSETTO:${winter}`,
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010325T020000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  `TZOFFSETFROM:${winter}`,
  `TZOFFSETTO:${summer}`,
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];
