/** Per kind of record: how the keyboard makes one, changes a field of it, and what the button says that removes it. */
import { exampleId } from '../../db/example/example.ts';
import type { RecordKind } from '../../shared/contract/fields.ts';
import type { Hands } from './keyboard-hands.ts';

export interface Round {
  readonly kind: RecordKind;
  /** The operation whose answer has the new one. */
  readonly list: readonly [string, object];
  make(hands: Hands): Promise<void>;
  /** Where making it does not bring it into the drawer. */
  open?(hands: Hands): Promise<void>;
  /** The drawer has the focus. */
  change(hands: Hands): Promise<void>;
  /** The field that `change` changed, and its value then. */
  readonly changed: readonly [string, unknown];
  readonly remove: string;
}

const networkId = exampleId('02/network');
const at = new Date().toISOString().slice(0, 10);
const rvko = exampleId('02/rvko');

/** To a room of the network in view, with its own keys. */
async function room(hands: Hands, key: string, path: string): Promise<void> {
  await goHome(hands);
  await hands.press(`Alt+${key}`);
  await hands.page.waitForURL((url) => url.hash.endsWith(`/${path}`));
  await hands.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

/** Network 02 is in view, whatever the last test left. */
async function goHome(hands: Hands): Promise<void> {
  if (new URL(hands.page.url()).hash.includes(networkId)) return;
  await hands.find('STAAL-werk', /Netwerk/);
  await hands.page.waitForURL((url) => url.hash.includes(networkId));
}

/** The form in the drawer is there and has the focus. */
async function form(hands: Hands, button: string | RegExp): Promise<void> {
  await hands.hit(button);
  await hands.page.locator('aside form').waitFor();
}

async function relationTab(hands: Hands, tab: string): Promise<void> {
  await room(hands, '7', 'relations');
  await hands.turnTo(tab);
}

async function meetingTab(hands: Hands, tab: string): Promise<void> {
  await room(hands, '8', 'meetings');
  await hands.turnTo(tab);
}

async function drawerOf(hands: Hands, name: string, kind: RegExp): Promise<void> {
  await goHome(hands);
  await hands.find(name, kind);
  await hands.page.getByRole('complementary').getByRole('heading', { name, level: 2 }).waitFor();
  await hands.toPane('drawer');
}

/** The drawer of network 02. */
async function networkDrawer(hands: Hands): Promise<void> {
  await room(hands, '1', 'overview');
  await hands.hit('Netwerk bewerken');
  await hands.page.getByRole('complementary').getByRole('button', { name: 'Netwerk verwijderen' }).waitFor();
  await hands.toPane('drawer');
}

/** Writes in a field of the drawer and goes on, which saves it. */
const rewrite = (label: string, text: string) => async (hands: Hands) => {
  await hands.write(label, text);
  await hands.press('Tab');
};
const rechoose = (label: string, word: string) => (hands: Hands) => hands.choose(label, word);

export const rounds: readonly Round[] = [
  {
    kind: 'network',
    list: ['network.list', {}],
    async make(hands) {
      await hands.find('Portfolio');
      await hands.hit('Netwerk toevoegen');
      await hands.write('Code', '20');
      await hands.write('Naam van het netwerk', 'Rekenen samen');
      await hands.press('Enter');
    },
    async open(hands) {
      await hands.page.getByRole('heading', { name: 'Rekenen samen in een paar minuten' }).waitFor();
      await hands.hit('Nu niet');
      await hands.page.getByRole('button', { name: 'Netwerk bewerken' }).waitFor();
      await hands.hit('Netwerk bewerken');
    },
    change: rewrite('Regio', 'Twente'),
    changed: ['region', 'Twente'],
    remove: 'Netwerk verwijderen',
  },
  {
    kind: 'networkLink',
    list: ['networkLink.list', { networkId, at }],
    async make(hands) {
      await relationTab(hands, 'Andere netwerken');
      await form(hands, 'Relatie met netwerk toevoegen');
      await hands.pick('Naar', 'Kracht uit dialoog');
      await hands.hit('Relatie met ander netwerk toevoegen');
    },
    change: rechoose('Soort', 'voedt'),
    changed: ['kind', 'feeds'],
    remove: 'Relatie met ander netwerk verwijderen',
  },
  {
    kind: 'principle',
    list: ['principle.list', { networkId, at }],
    async make(hands) {
      await room(hands, '1', 'overview');
      await form(hands, 'Uitgangspunt toevoegen');
      await hands.type('Iedere stem telt');
      await hands.hit('Uitgangspunt toevoegen');
    },
    change: rechoose('Soort', 'kernbegrip'),
    changed: ['kind', 'concept'],
    remove: 'Uitgangspunt verwijderen',
  },
  {
    kind: 'layer',
    list: ['unit.list', { networkId, at }],
    async make(hands) {
      await room(hands, '3', 'teams');
      await hands.hit('Toevoegen');
      await hands.page.getByRole('menuitem', { name: 'Laag toevoegen' }).waitFor();
      await hands.until('ArrowDown', ({ name }) => name === 'Laag toevoegen', 'the item of the menu', 4);
      await hands.press('Enter');
      await hands.page.locator('aside form').waitFor();
      await hands.write('Naam', 'Laag 3');
      await hands.press('Enter');
    },
    change: rechoose('Niveau', 'macro'),
    changed: ['level', 'macro'],
    remove: 'Laag verwijderen',
  },
  {
    kind: 'unit',
    list: ['unit.list', { networkId, at }],
    async make(hands) {
      await room(hands, '3', 'teams');
      await hands.until('Tab', ({ role }) => role === 'treeitem', 'the tree');
      await hands.press('n');
      await hands.page.locator('aside form').waitFor();
      await hands.write('Naam', 'Leesclub');
      await hands.pick('Soort', 'leerteam');
      await hands.hit('Team toevoegen');
    },
    change: rewrite('Sinds', 'najaar 2025'),
    changed: ['start', '2025-23'],
    remove: 'Team verwijderen',
  },
  {
    kind: 'rhythm',
    list: ['rhythm.list', { networkId, at }],
    async make(hands) {
      await relationTab(hands, 'Ritmes');
      await form(hands, 'Ritme toevoegen');
      await hands.write('Naam', 'Leesuur');
      await hands.pick('Teams', 'PLG 1');
      await hands.hit('Ritme toevoegen');
    },
    change: rewrite('Elke … weken', '3'),
    changed: ['everyWeeks', 3],
    remove: 'Ritme verwijderen',
  },
  {
    kind: 'phase',
    list: ['phase.list', { networkId, at }],
    async make(hands) {
      await relationTab(hands, 'Fasen');
      await form(hands, 'Fase toevoegen');
      await hands.write('Naam van de fase', 'Verkennen');
      await hands.pick('Cyclus', '5D');
      await hands.hit('Fase toevoegen');
    },
    change: rewrite('Begin', 'okt 2026'),
    changed: ['start', '2026-10'],
    remove: 'Fase verwijderen',
  },
  {
    kind: 'relation',
    list: ['relation.list', { networkId, at, ended: true }],
    async make(hands) {
      await relationTab(hands, 'Relaties');
      await form(hands, 'Relatie toevoegen');
      await hands.pick('Toevoegen aan deze kant', 'Kerngroep');
      await hands.pick('Soort', 'adviseert');
      await hands.pick('Toevoegen aan deze kant', 'Schoolteam 1');
      await hands.hit('Relatie toevoegen');
    },
    async change(hands) {
      await hands.tabTo('Over en weer');
      await hands.press('Space');
    },
    changed: ['mutual', true],
    remove: 'Relatie verwijderen',
  },
  {
    kind: 'seat',
    list: ['seat.list', { networkId, at }],
    async make(hands) {
      await relationTab(hands, 'Zetels');
      await form(hands, 'Zetel toevoegen');
      await hands.pick('Voor rol', 'Student');
      await hands.write('Minstens', '2');
      await hands.hit('Zetel toevoegen');
    },
    change: rewrite('Hoogstens', '4'),
    changed: ['max', 4],
    remove: 'Zetel verwijderen',
  },
  {
    kind: 'person',
    list: ['person.list', { at }],
    async make(hands) {
      await room(hands, '4', 'people');
      await form(hands, 'Persoon toevoegen');
      await hands.write('Naam', 'Student 7');
      await hands.hit('Persoon toevoegen');
    },
    change: rewrite('Pseudoniem', 'S7'),
    changed: ['pseudonym', 'S7'],
    remove: 'Persoon verwijderen',
  },
  {
    kind: 'employment',
    list: ['employment.list', { organisationId: rvko, at }],
    async make(hands) {
      await drawerOf(hands, 'RVKO', /Organisatie/);
      await form(hands, 'Werkgever toevoegen');
      await hands.pick('Persoon', 'Promotor');
      await hands.hit('Werkgever toevoegen');
    },
    change: rewrite('Functie', 'bestuurder'),
    changed: ['function', 'bestuurder'],
    remove: 'Werkgever verwijderen',
  },
  {
    kind: 'organisation',
    list: ['organisation.list', { at }],
    async make(hands) {
      await room(hands, '5', 'organisations');
      await form(hands, 'Organisatie toevoegen');
      await hands.write('Naam', 'Bibliotheek Zuid');
      await hands.pick('Soort', 'media');
      await hands.hit('Organisatie toevoegen');
    },
    change: rewrite('Plaats', 'Rotterdam'),
    changed: ['place', 'Rotterdam'],
    remove: 'Organisatie verwijderen',
  },
  {
    kind: 'organisationLink',
    list: ['organisationLink.list', { organisationId: rvko }],
    async make(hands) {
      await drawerOf(hands, 'RVKO', /Organisatie/);
      await form(hands, 'Band tussen organisaties toevoegen');
      await hands.pick('Naar', 'Thomas More');
      await hands.hit('Band tussen organisaties toevoegen');
    },
    change: rechoose('Soort', 'is lid van'),
    changed: ['kind', 'memberOf'],
    remove: 'Band tussen organisaties verwijderen',
  },
  {
    kind: 'participation',
    list: ['participation.list', { containerId: networkId, at, ended: true }],
    async make(hands) {
      await room(hands, '5', 'organisations');
      await form(hands, 'Organisatie laten deelnemen');
      await hands.pick('Organisatie', 'Oberon');
      await hands.write('Als wat', 'wetenschap');
      await hands.press('Enter');
      await hands.hit('Deelnemende organisatie toevoegen');
    },
    change: rewrite('Waarom doet ze mee', 'Ze onderzoekt mee.'),
    changed: ['why', 'Ze onderzoekt mee.'],
    remove: 'Deelnemende organisatie verwijderen',
  },
  {
    kind: 'role',
    list: ['role.list', { at }],
    async make(hands) {
      await room(hands, '6', 'roles');
      await form(hands, 'Rol toevoegen');
      await hands.write('Naam', 'Leescoach');
      await hands.hit('Rol toevoegen');
    },
    change: rechoose('Soort rol', 'praktijk'),
    changed: ['family', 'practice'],
    remove: 'Rol verwijderen',
  },
  {
    kind: 'roleProfile',
    list: ['roleProfile.list', { networkId }],
    async make(hands) {
      await drawerOf(hands, 'Practor', /Rol/);
      await form(hands, 'Rolprofiel toevoegen');
      await hands.write('Taken', 'Haalt kennis op.');
      await hands.hit('Rolprofiel toevoegen');
    },
    change: rewrite('Verantwoordelijkheden', 'De kennisagenda'),
    changed: ['responsibilities', 'De kennisagenda'],
    remove: 'Rolprofiel verwijderen',
  },
  {
    kind: 'membership',
    list: ['membership.list', { containerId: exampleId('02/stuurgroep'), at, ended: true }],
    async make(hands) {
      await drawerOf(hands, 'Stuurgroep', /STAAL-werk/);
      await form(hands, 'Deelname toevoegen');
      await hands.pick('Persoon', 'Promovendus 2');
      await hands.pick('Rol', 'Adviseur');
      await hands.hit('Deelname toevoegen');
    },
    change: rechoose('Hoe vast', 'wisselend'),
    changed: ['intensity', 'varying'],
    remove: 'Deelname verwijderen',
  },
  {
    kind: 'meeting',
    list: ['meeting.list', { networkId }],
    async make(hands) {
      await meetingTab(hands, 'Bijeenkomsten');
      await hands.press('n');
      await hands.page.locator('#new-meeting-team:focus').waitFor();
      await hands.pick('Team', 'PLG 2');
      await hands.page.locator('.there-mark:focus').waitFor();
    },
    async open(hands) {
      await hands.hit('Alle gegevens');
      await hands.page.getByRole('complementary').getByRole('button', { name: 'Bijeenkomst verwijderen' }).waitFor();
    },
    change: rechoose('Op locatie of online', 'gemengd'),
    changed: ['mode', 'mixed'],
    remove: 'Bijeenkomst verwijderen',
  },
  {
    kind: 'action',
    list: ['action.list', { networkId, at }],
    async make(hands) {
      await meetingTab(hands, 'Acties');
      await form(hands, 'Actie toevoegen');
      await hands.write('Actie', 'De map bijwerken');
      await hands.hit('Actie toevoegen');
    },
    change: rewrite('Voor wanneer', 'jan 2030'),
    changed: ['due', '2030-01'],
    remove: 'Actie verwijderen',
  },
  {
    kind: 'channel',
    list: ['channel.list', { networkId, at }],
    async make(hands) {
      await meetingTab(hands, 'Kanalen');
      await form(hands, 'Kanaal toevoegen');
      await hands.write('Naam van het kanaal', 'Nieuwsbrief');
      await hands.hit('Kanaal toevoegen');
    },
    change: rewrite('Waarvoor', 'Elke maand een bericht'),
    changed: ['usedFor', 'Elke maand een bericht'],
    remove: 'Kanaal verwijderen',
  },
  {
    kind: 'otherName',
    list: ['otherName.list', { entityId: networkId }],
    async make(hands) {
      await networkDrawer(hands);
      await form(hands, 'Andere naam toevoegen');
      await hands.write('Naam', 'De stalen');
      await hands.hit('Andere naam toevoegen');
    },
    change: rewrite('Door wie gebruikt', 'leerkrachten'),
    changed: ['usedBy', 'leerkrachten'],
    remove: 'Andere naam verwijderen',
  },
  {
    kind: 'figure',
    list: ['figure.list', { entityId: networkId }],
    async make(hands) {
      await networkDrawer(hands);
      await form(hands, 'Cijfer toevoegen');
      await hands.write('Waarover', 'leerlingen');
      await hands.write('Laagste', '1.200');
      await hands.hit('Cijfer toevoegen');
    },
    change: rewrite('Hoogste', '1300,5'),
    changed: ['high', 1300.5],
    remove: 'Cijfer verwijderen',
  },
  {
    kind: 'statement',
    list: ['statement.list', { entityId: networkId }],
    async make(hands) {
      await networkDrawer(hands);
      await form(hands, 'Uitspraak toevoegen');
      await hands.pick('Over welk gegeven', 'Doel');
      await hands.write('Wat', 'Beter leren lezen');
      await hands.pick('Wie zegt dit', 'Projectleider');
      await hands.hit('Uitspraak toevoegen');
    },
    change: rechoose('Hoe zeker', 'onzeker'),
    changed: ['certainty', 'uncertain'],
    remove: 'Uitspraak verwijderen',
  },
  {
    kind: 'study',
    list: ['study.list', {}],
    async make(hands) {
      await hands.find('Studie');
      await form(hands, 'Studie toevoegen');
      await hands.write('Naam', 'Tweede studie');
      await hands.hit('Studie toevoegen');
    },
    change: rewrite('Vraag', 'Wat blijft er?'),
    changed: ['question', 'Wat blijft er?'],
    remove: 'Studie verwijderen',
  },
  {
    kind: 'researchYear',
    list: ['study.list', {}],
    async make(hands) {
      await hands.find('Studie');
      await form(hands, 'Onderzoeksjaar toevoegen');
      await hands.hit('Onderzoeksjaar toevoegen');
    },
    change: rewrite('Waar het dit jaar om gaat', 'borging'),
    changed: ['focus', 'borging'],
    remove: 'Onderzoeksjaar verwijderen',
  },
  {
    kind: 'collectionItem',
    list: ['collectionItem.list', { researchYearId: exampleId('shared/jaar-4') }],
    async make(hands) {
      await hands.find('Studie');
      await form(hands, /netwerk 02: niet gepland/i);
      await hands.write('Gepland', '5');
      await hands.hit('Regel van het verzamelplan toevoegen');
    },
    change: rewrite('Gedaan', '2'),
    changed: ['done', 2],
    remove: 'Regel van het verzamelplan verwijderen',
  },
];
