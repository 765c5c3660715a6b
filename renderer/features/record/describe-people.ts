/** People, organisations, roles, and who takes part in what. */
import { type Description, fieldsOf, half, required } from './describe.ts';

const person = fieldsOf('person');
const employment = fieldsOf('employment');
const role = fieldsOf('role');
const profile = fieldsOf('roleProfile');
const membership = fieldsOf('membership');
const participation = fieldsOf('participation');
const organisation = fieldsOf('organisation');
const link = fieldsOf('organisationLink');

export const peopleDescriptions = {
  person: {
    sections: [
      { title: null, fields: [person.text('name', required), person.text('pseudonym')] },
      { title: 'contact', folded: true, fields: [person.text('mail'), person.text('phone')] },
      {
        title: 'background',
        folded: true,
        fields: [
          person.choice('education', 'education', half),
          person.text('yearsInEducation', half),
          person.prose('expertise'),
          person.prose('strengths'),
          person.prose('note'),
        ],
      },
    ],
    asks: ['name', 'pseudonym'],
    related: ['memberships', 'employments', 'relations', 'otherNames', 'figures', 'statements'],
  },
  employment: {
    sections: [
      {
        title: null,
        fields: [
          employment.reference('personId', ['person'], { required: true, make: ['person'] }),
          employment.reference('organisationId', ['organisation'], { make: ['organisation'] }),
          employment.text('function'),
          employment.date('start', half),
          employment.end('end', half),
        ],
      },
    ],
    asks: ['personId', 'organisationId', 'function', 'start'],
    related: ['statements'],
    thereNow: true,
  },
  role: {
    sections: [{ title: null, fields: [role.text('name', required), role.choice('family', 'roleFamily'), role.flag('bridges'), role.prose('note')] }],
    asks: ['name', 'family', 'bridges'],
    related: ['profiles', 'otherNames', 'statements'],
  },
  roleProfile: {
    sections: [
      {
        title: null,
        fields: [
          profile.reference('roleId', ['role'], { required: true, make: ['role'] }),
          profile.reference('networkId', ['network'], required),
          profile.prose('tasks'),
          profile.prose('responsibilities'),
        ],
      },
    ],
    asks: ['roleId', 'networkId', 'tasks', 'responsibilities'],
    related: ['statements'],
  },
  membership: {
    sections: [
      {
        title: null,
        fields: [
          membership.reference('personId', ['person'], { required: true, make: ['person'] }),
          membership.reference('containerId', ['unit', 'network'], { required: true, make: ['unit'] }),
          membership.reference('roles', ['role'], { many: true, make: ['role'] }),
          membership.reference('organisationId', ['organisation'], { make: ['organisation'], employers: true }),
          membership.date('start', half),
          membership.end('end', half),
          membership.choice('standing', 'standing', { ...half, ...required }),
          membership.choice('intensity', 'intensity', half),
          membership.flag('appointed'),
          membership.date('appointedSince', { when: (values) => values.appointed === true }),
        ],
      },
      {
        title: 'time',
        folded: true,
        fields: [
          membership.decimal('hoursPerWeek', half),
          membership.choice('protectedTime', 'yesNoUnknown', { ...half, ...required }),
          membership.flag('formal'),
          membership.choice('aware', 'yesNoUnknown', required),
          membership.prose('roleView'),
        ],
      },
      {
        title: 'story',
        folded: true,
        fields: [
          membership.prose('motivation'),
          membership.prose('leftReason'),
          membership.prose('note'),
          membership.choice('reader', 'reader', required),
        ],
      },
    ],
    asks: ['personId', 'containerId', 'roles', 'organisationId', 'start', 'appointed'],
    related: ['statements'],
    thereNow: true,
  },
  participation: {
    sections: [
      {
        title: null,
        fields: [
          participation.reference('organisationId', ['organisation'], { required: true, make: ['organisation'] }),
          participation.reference('containerId', ['unit', 'network'], required),
          participation.tags('capacities'),
          participation.date('start', half),
          participation.end('end', half),
          participation.choice('standing', 'standing', required),
          participation.prose('why'),
          participation.prose('note'),
        ],
      },
    ],
    asks: ['organisationId', 'containerId', 'capacities', 'start'],
    related: ['statements'],
    thereNow: true,
  },
  organisation: {
    sections: [
      {
        title: null,
        fields: [
          organisation.text('name', required),
          organisation.open('kind', 'organisationKind', required),
          organisation.choices('sectors', 'sector'),
          organisation.choices('schoolTypes', 'schoolType', { when: (values) => values.kind === 'school' || values.kind === 'location' }),
          organisation.text('place', half),
          organisation.text('brin', half),
        ],
      },
      {
        title: 'about',
        folded: true,
        fields: [
          organisation.number('countMin', half),
          organisation.number('countMax', half),
          organisation.flag('countAbout'),
          organisation.date('start', half),
          organisation.end('end', half),
          organisation.prose('note'),
        ],
      },
    ],
    asks: ['name', 'kind', 'sectors', 'place'],
    related: ['staff', 'takesPart', 'links', 'relations', 'otherNames', 'figures', 'statements'],
  },
  organisationLink: {
    sections: [
      {
        title: null,
        fields: [
          link.reference('fromId', ['organisation'], { required: true, make: ['organisation'] }),
          link.choice('kind', 'organisationLinkKind', required),
          link.reference('toId', ['organisation'], { required: true, make: ['organisation'] }),
          link.date('start', half),
          link.end('end', half),
          link.prose('note'),
        ],
      },
    ],
    asks: ['fromId', 'kind', 'toId'],
    related: ['statements'],
  },
} satisfies Record<string, Description>;
