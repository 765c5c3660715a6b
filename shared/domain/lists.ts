/**
 * The lists of the domain. A closed list can only have these values; an open one (`extendable`) can get more from the
 * user, kept as `listValue` records. The words on the screen stand in `i18n/<language>/lists.ts` under the same keys.
 */

export const standings = ['potential', 'planned', 'actual', 'lapsed'] as const;
export type Standing = (typeof standings)[number];

export const entityKinds = [
  'entity',
  'study',
  'researchYear',
  'collectionItem',
  'network',
  'networkLink',
  'principle',
  'layer',
  'unit',
  'rhythm',
  'phase',
  'organisation',
  'organisationLink',
  'relation',
  'seat',
  'channel',
  'perspective',
  'person',
  'employment',
  'role',
  'roleProfile',
  'membership',
  'participation',
  'leadership',
  'statement',
  'figure',
  'otherName',
  'caseDescription',
  'listValue',
  'view',
  'viewNote',
  'meeting',
  'meetingPart',
  'attendance',
  'decision',
  'action',
  'meetingObject',
  'yield',
  'quality',
  'spread',
  'embedding',
] as const;
export type EntityKind = (typeof entityKinds)[number];

export const sectors = ['vve', 'po', 'vo', 'go', 'mbo', 'hbo', 'wo', 'culture', 'outside'] as const;
export type Sector = (typeof sectors)[number];
export const schoolTypes = ['basisschool', 'sbo', 'so', 'vso', 'praktijkonderwijs', 'vmbo', 'mavo', 'havo', 'vwo'] as const;
export const themeKinds = ['content', 'process', 'both'] as const;
export const networkStatuses = ['preparing', 'running', 'ended'] as const;
export const levels = ['micro', 'meso', 'macro'] as const;
export const processes = ['coordination', 'research', 'practice'] as const;
export type Process = (typeof processes)[number];
export const rings = ['core', 'inner', 'outer', 'surroundings'] as const;
export const arms = ['intervention', 'control', 'waitingList', 'forerunner', 'follower'] as const;
export const roleFamilies = ['practice', 'research', 'coordination', 'education', 'governance', 'student', 'external'] as const;
export type RoleFamily = (typeof roleFamilies)[number];
export const intensities = ['fixed', 'varying', 'invited', 'follows'] as const;
export const meetingPlaces = ['onSite', 'online', 'mixed'] as const;
export const networkLinkKinds = ['partOf', 'cutOf', 'overlaps', 'follows', 'feeds'] as const;
export const organisationLinkKinds = ['partOf', 'memberOf', 'mergedInto', 'splitFrom'] as const;
export const otherNameKinds = ['official', 'short', 'earlier', 'local'] as const;
export const certainties = ['certain', 'likely', 'uncertain'] as const;
export const statementKinds = ['says', 'noView', 'confirms', 'notSame'] as const;
export const viewNoteKinds = ['note', 'arrow', 'frame'] as const;
export const figureStates = ['value', 'unknown', 'notApplicable', 'notFilledIn'] as const;
export const readers = ['owner', 'team', 'network', 'everyone'] as const;
export type Reader = (typeof readers)[number];
export const educations = ['mbo', 'hbo', 'university', 'phd', 'other'] as const;
export const relationEndModes = ['each', 'oneOf'] as const;
export const seatKinds = ['seat', 'norm', 'absence'] as const;
export const principleKinds = ['principle', 'concept'] as const;
export const yesNoUnknown = ['yes', 'no', 'unknown'] as const;
export const figureAspects = ['reach', 'mark', 'other'] as const;
export const attendanceStates = ['present', 'excused', 'absent', 'guest'] as const;
export type AttendanceState = (typeof attendanceStates)[number];
export const meetingObjectUses = ['used', 'made', 'adapted', 'shown'] as const;
/** What a meeting can be for, in the order of the study's codebook. */
export const purposes = ['use', 'creation', 'sharing', 'coordination'] as const;
export type Purpose = (typeof purposes)[number];
export const yieldTypes = ['product', 'development'] as const;
export const yieldNatures = ['product', 'process', 'person', 'agreement', 'awareness'] as const;
export const worlds = ['practice', 'research', 'education', 'governance', 'policy', 'society'] as const;
/** How far from where it was made, near to far. */
export const distances = ['ownTeam', 'ownOrganisation', 'network', 'region', 'country'] as const;
export type Distance = (typeof distances)[number];
export const spreadManners = ['takenOver', 'adapted', 'remade', 'inspired'] as const;
export type SpreadManner = (typeof spreadManners)[number];
export const embeddingForms = ['policy', 'curriculum', 'rosteredTime', 'budget', 'jobProfile', 'qualityCycle'] as const;

/** Open lists: what Schakel knows from the start; the user may add. */
export const organisationKinds = [
  'school',
  'location',
  'schoolBoard',
  'teacherEducation',
  'universityOfAppliedSciences',
  'researchGroup',
  'university',
  'researchInstitute',
  'trainingSchool',
  'mboInstitution',
  'trainingTeam',
  'municipality',
  'company',
  'careInstitution',
  'networkOrganisation',
  'sectorCouncil',
  'union',
  'ministry',
  'funder',
  'media',
  'other',
] as const;
export const unitKinds = [
  'steeringGroup',
  'directionGroup',
  'coreGroup',
  'projectGroup',
  'workingGroup',
  'learningCommunity',
  'workshop',
  'metaWorkshop',
  'learningTeam',
  'themeTeam',
  'changeLab',
  'caseGroup',
  'mirrorTeam',
  'knowledgeGroup',
  'workPackage',
  'livingLab',
  'soundingBoard',
  'advisoryBoard',
  'innerCircle',
  'outerCircle',
  'interventionSchool',
  'class',
  'team',
  'other',
] as const;
export const relationKinds = [
  'steers',
  'represents',
  'alignsWith',
  'guides',
  'advises',
  'informs',
  'bringsKnowledgeTo',
  'uses',
  'sparringPartnerOf',
] as const;
export const instruments = ['interview', 'survey', 'observation', 'documents', 'portfolio'] as const;
export const meetingKinds = [
  'teamMeeting',
  'designSession',
  'consultation',
  'intervision',
  'training',
  'masterclass',
  'webinar',
  'conference',
  'dialogue',
  'schoolVisit',
  'studyDay',
  'other',
] as const;
export const yieldForms = [
  'tool',
  'poster',
  'guide',
  'lesson',
  'video',
  'article',
  'report',
  'website',
  'training',
  'instrument',
  'agreement',
  'wayOfWorking',
  'insight',
  'question',
  'other',
] as const;
export const channelKinds = ['teams', 'newsletter', 'website', 'mail', 'researchDrive', 'chat', 'magazine', 'other'] as const;
export const phaseCycles = ['lookThinkAct', 'expansiveLearning', 'planDoStudyAct', 'fiveD', 'own'] as const;

/** The open lists by name. */
export const openLists = {
  organisationKind: organisationKinds,
  unitKind: unitKinds,
  relationKind: relationKinds,
  instrument: instruments,
  phaseCycle: phaseCycles,
  meetingKind: meetingKinds,
  yieldForm: yieldForms,
  channelKind: channelKinds,
} as const;
export type OpenListName = keyof typeof openLists;

/** What a file can be found to be. */
export const fileSorts = [
  'pdf',
  'png',
  'jpeg',
  'gif',
  'webp',
  'svg',
  'html',
  'docx',
  'xlsx',
  'pptx',
  'office',
  'odf',
  'rtf',
  'zip',
  'video',
  'audio',
  'text',
  'unknown',
] as const;
export type FileSort = (typeof fileSorts)[number];
