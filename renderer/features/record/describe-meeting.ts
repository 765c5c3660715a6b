/** Meetings with what belongs to them, and the channels between them. */
import { type Description, fieldsOf, half, required } from './describe.ts';

const meeting = fieldsOf('meeting');
const part = fieldsOf('meetingPart');
const attendance = fieldsOf('attendance');
const decision = fieldsOf('decision');
const action = fieldsOf('action');
const object = fieldsOf('meetingObject');
const channel = fieldsOf('channel');

const doers = ['person', 'unit', 'organisation'] as const;

export const meetingDescriptions = {
  meeting: {
    sections: [
      {
        title: null,
        fields: [
          meeting.text('name', required),
          meeting.open('kind', 'meetingKind', { ...half, ...required }),
          meeting.choice('standing', 'standing', { ...half, ...required }),
          meeting.date('start', half),
          meeting.end('end', half),
          meeting.text('time', half),
          meeting.number('minutes', half),
          meeting.reference('units', ['unit'], { many: true }),
          meeting.text('place', half),
          meeting.choice('mode', 'meetingPlace', half),
          meeting.number('headCount'),
        ],
      },
      {
        title: 'purpose',
        fields: [
          meeting.number('useScore', half),
          meeting.number('creationScore', half),
          meeting.number('sharingScore', half),
          meeting.number('coordinationScore', half),
        ],
      },
      {
        title: 'people',
        folded: true,
        fields: [
          meeting.reference('preparedBy', doers, { many: true }),
          meeting.reference('ledBy', doers, { many: true }),
          meeting.reference('agendaBy', doers, { many: true }),
          meeting.reference('carriedOutBy', doers, { many: true, make: ['organisation'] }),
        ],
      },
      {
        title: 'about',
        folded: true,
        fields: [
          meeting.flag('isOpen'),
          meeting.tags('targetGroups'),
          meeting.source('layerId', 'layers'),
          meeting.reference('rhythmId', ['rhythm'], { own: true }),
          meeting.prose('sources'),
          meeting.prose('note'),
          meeting.choice('reader', 'reader', required),
        ],
      },
    ],
    asks: ['name', 'units', 'start', 'kind'],
    related: ['meetingParts', 'decisions', 'actions', 'meetingObjects', 'figures', 'statements'],
  },
  meetingPart: {
    sections: [
      {
        title: null,
        fields: [
          part.text('name', required),
          part.reference('units', ['unit'], { many: true }),
          part.text('time', half),
          part.number('minutes', half),
          part.prose('note'),
        ],
      },
    ],
    asks: ['name', 'units', 'time'],
    related: [],
  },
  attendance: {
    sections: [
      {
        title: null,
        fields: [
          attendance.reference('meetingId', ['meeting'], required),
          attendance.reference('personId', ['person'], { required: true, make: ['person'] }),
          attendance.choice('state', 'attendanceState', required),
        ],
      },
    ],
    asks: ['meetingId', 'personId', 'state'],
    related: [],
  },
  decision: {
    sections: [{ title: null, fields: [decision.text('text', required), decision.prose('note')] }],
    asks: ['text'],
    related: ['statements'],
  },
  action: {
    sections: [
      {
        title: null,
        fields: [
          action.text('text', required),
          action.reference('personId', ['person'], { make: ['person'] }),
          action.date('due', half),
          action.date('done', half),
          action.choice('standing', 'standing', required),
          action.reference('meetingId', ['meeting'], { own: true }),
          action.prose('note'),
        ],
      },
    ],
    asks: ['text', 'personId', 'due'],
    related: ['statements'],
  },
  meetingObject: {
    sections: [
      {
        title: null,
        fields: [
          object.reference('meetingId', ['meeting'], required),
          object.reference('yieldId', ['yield'], required),
          object.choice('use', 'meetingObjectUse', required),
        ],
      },
    ],
    asks: ['meetingId', 'yieldId', 'use'],
    related: [],
  },
  channel: {
    sections: [
      {
        title: null,
        fields: [
          channel.text('name', required),
          channel.open('kind', 'channelKind', required),
          channel.reference('keptById', doers, { make: ['person'] }),
          channel.prose('usedFor'),
          channel.prose('valued'),
          channel.date('start', half),
          channel.end('end', half),
          channel.prose('note'),
        ],
      },
    ],
    asks: ['name', 'kind', 'keptById', 'usedFor'],
    related: ['figures', 'statements'],
    thereNow: true,
  },
} satisfies Record<string, Description>;
