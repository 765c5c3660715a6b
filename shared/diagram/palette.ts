/** Which colour, letter and shape belong to which value, bound for good; and what the tokens look like in light and dark. */
import type { Process, RoleFamily, Sector } from '../domain/lists.ts';
import type { ColourMode } from './model.ts';
import { type CategoryToken, type ColourToken, categoryTokens } from './scene.ts';

export type Theme = 'light' | 'dark';
export type SignShape = 'circle' | 'square' | 'diamond';

/** How a value is shown. */
export interface Category {
  readonly token: CategoryToken;
  readonly letter: string;
  readonly shape: SignShape;
}

const category = (token: CategoryToken, letter: string, shape: SignShape = 'circle'): Category => ({ token, letter, shape });

/** Kinds that share a colour differ in letter. */
const organisationCategories: Readonly<Record<string, Category>> = {
  school: category('k-school', 'S'),
  location: category('k-school', 'V'),
  schoolBoard: category('k-bestuur', 'B'),
  teacherEducation: category('k-hogeschool', 'L'),
  universityOfAppliedSciences: category('k-hogeschool', 'H'),
  researchGroup: category('k-hogeschool', 'K'),
  university: category('k-universiteit', 'U'),
  researchInstitute: category('k-universiteit', 'O'),
  mboInstitution: category('k-mbo', 'M'),
  trainingTeam: category('k-mbo', 'T'),
  municipality: category('k-overheid', 'G'),
  ministry: category('k-overheid', 'R'),
  sectorCouncil: category('k-overheid', 'A'),
  union: category('k-overheid', 'F'),
  funder: category('k-overheid', '€'),
  company: category('k-bedrijf', 'W'),
  careInstitution: category('k-bedrijf', 'Z'),
  networkOrganisation: category('k-netwerk', 'N'),
  trainingSchool: category('k-netwerk', 'P'),
  media: category('k-overig', 'I'),
  other: category('k-overig', '•'),
};
const sectorCategories: Readonly<Record<Sector, Category>> = {
  vve: category('k-bedrijf', 'E'),
  po: category('k-school', 'P'),
  vo: category('k-hogeschool', 'V'),
  go: category('k-bestuur', 'G'),
  mbo: category('k-mbo', 'M'),
  hbo: category('k-netwerk', 'H'),
  wo: category('k-universiteit', 'W'),
  culture: category('k-overheid', 'C'),
  outside: category('k-overig', '•'),
};
const processCategories: Readonly<Record<Process, Category>> = {
  coordination: category('k-bestuur', 'C', 'square'),
  research: category('k-universiteit', 'O', 'diamond'),
  practice: category('k-school', 'P', 'circle'),
};
const roleCategories: Readonly<Record<RoleFamily, Category>> = {
  practice: category('k-school', 'P'),
  research: category('k-universiteit', 'O'),
  coordination: category('k-bestuur', 'C'),
  education: category('k-hogeschool', 'L'),
  governance: category('k-overheid', 'B'),
  student: category('k-netwerk', 'S'),
  external: category('k-bedrijf', 'E'),
};
/** For a value that is not known, or that the user added. */
export const otherCategory: Category = category('k-overig', '•');

const tables: Readonly<Record<ColourMode, Readonly<Record<string, Category>>>> = {
  organisation: organisationCategories,
  sector: sectorCategories,
  process: processCategories,
  role: roleCategories,
};

/** The values of a colour mode, in the order of the legend. */
export function categoriesOf(mode: ColourMode): Readonly<Record<string, Category>> {
  return tables[mode];
}

/** How a value is shown in a colour mode; what is unknown or added by the user is a grey dot. */
export function categoryOf(mode: ColourMode, value: string | null): Category {
  const table = tables[mode];
  return value !== null && Object.hasOwn(table, value) ? (table[value] as Category) : otherCategory;
}

type Grounds = readonly [string, string];
const grounds: Readonly<Record<string, Grounds>> = {
  table: ['#faf9f6', '#151b22'],
  card: ['#ffffff', '#1a2027'],
  band: ['#f0eee7', '#1f262e'],
  ink: ['#16202b', '#eceff2'],
  'ink-2': ['#434f5b', '#bcc5ce'],
  'ink-3': ['#5f6973', '#98a3ae'],
  line: ['#dfdbd1', '#2d363f'],
  'line-2': ['#c4bfb2', '#44505c'],
  control: ['#858177', '#74808c'],
  'on-ink': ['#ffffff', '#10161d'],
  mark: ['#ffd84d', '#f5fd67'],
  'mark-ink': ['#16202b', '#10161d'],
  'mark-wash': ['#fff5cc', '#32341a'],
};
/** Light: colour, letter on it, wash; dark: colour, wash (its letter is always #10161d). */
const hues: Readonly<Record<CategoryToken, readonly [string, string, string, string, string]>> = {
  'k-school': ['#146f51', '#ffffff', '#e1f0e9', '#45a16f', '#1c3027'],
  'k-bestuur': ['#501a82', '#ffffff', '#ede5f4', '#8372e5', '#282640'],
  'k-hogeschool': ['#a45300', '#ffffff', '#f8ebdc', '#fa9f1d', '#392b18'],
  'k-universiteit': ['#3c68d8', '#ffffff', '#e5ecfb', '#8fadfe', '#232d42'],
  'k-mbo': ['#079799', '#10161d', '#dcf1f1', '#74e8f3', '#1d3539'],
  'k-overheid': ['#71150b', '#ffffff', '#f5e3e0', '#df521c', '#38231b'],
  'k-bedrijf': ['#8c8c54', '#10161d', '#f0f0e3', '#e1d49a', '#33301f'],
  'k-netwerk': ['#e2498c', '#10161d', '#fbe4ee', '#be6698', '#332431'],
  'k-overig': ['#464e58', '#ffffff', '#e8eaec', '#b2b2b2', '#2b3036'],
};

function tableOf(theme: Theme): Readonly<Record<ColourToken, string>> {
  const dark = theme === 'dark';
  const table: Record<string, string> = {};
  for (const [name, values] of Object.entries(grounds)) table[name] = values[dark ? 1 : 0];
  for (const token of categoryTokens) {
    const [colour, on, wash, darkColour, darkWash] = hues[token];
    table[token] = dark ? darkColour : colour;
    table[`${token}-on`] = dark ? '#10161d' : on;
    table[`${token}-wash`] = dark ? darkWash : wash;
  }
  return table as Record<ColourToken, string>;
}

/** Every colour token as `#rrggbb`, for light and for dark; the same values as `tokens.css`. */
export const themes: Readonly<Record<Theme, Readonly<Record<ColourToken, string>>>> = { light: tableOf('light'), dark: tableOf('dark') };
