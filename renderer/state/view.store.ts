/** What is only on the screen: the day it is shown as of, what is selected, what stands in the drawer. */
import { create } from 'zustand';
import type { RecordKind } from '../../shared/contract/fields.ts';
import { addDays, daysInMonth, isDay } from '../../shared/domain/edtf.ts';

/** A record to show (with the cursor in one of its fields), or one to be made with what is known of it already. */
export type Shown =
  | { readonly type: 'record'; readonly kind: RecordKind; readonly id: string; readonly field?: string }
  | { readonly type: 'new'; readonly kind: RecordKind; readonly preset: Readonly<Record<string, unknown>> };

/** Said at the foot for ten seconds, with the way back where there is one. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly undo: boolean;
}

interface View {
  /** `YYYY-MM-DD`: everything on the screen is as of this day. */
  readonly day: string;
  readonly portfolio: string | null;
  /** The drawer: the last one is shown, Esc goes one back. */
  readonly trail: readonly Shown[];
  readonly help: string | null;
  readonly notice: Notice | null;
  /** Filters, folded parts and chosen tabs of screens, by a name of their own. */
  readonly panels: Readonly<Record<string, string>>;
  /** Prints the screen in view, where it has a print view of its own. */
  readonly printer: (() => void) | null;
  setDay(day: string): void;
  usePortfolio(id: string | null): void;
  show(shown: Shown, options?: { readonly within?: boolean }): void;
  back(): void;
  close(): void;
  showHelp(topic: string | null): void;
  say(text: string, undo?: boolean): void;
  hush(): void;
  setPanel(name: string, value: string): void;
  setPrinter(printer: (() => void) | null): void;
}

export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The same day some months on; the 31st becomes the last day of a shorter month. @example addMonths('2024-01-31', 1) // '2024-02-29' */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const last = daysInMonth(toYear, toMonth);
  return addDays(`${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-01`, Math.min(date, last) - 1);
}

const dayKey = (portfolio: string): string => `schakel.day.${portfolio}`;

function keptDay(portfolio: string): string {
  const kept = sessionStorage.getItem(dayKey(portfolio));
  return kept !== null && isDay(kept) ? kept : today();
}

const same = (a: Shown | undefined, b: Shown): boolean => a?.type === 'record' && b.type === 'record' && a.id === b.id;

let notices = 0;

export const useView = create<View>()((set, get) => ({
  day: today(),
  portfolio: null,
  trail: [],
  help: null,
  notice: null,
  panels: {},
  printer: null,
  setDay: (day) => {
    const { portfolio } = get();
    if (portfolio !== null) sessionStorage.setItem(dayKey(portfolio), day);
    set({ day });
  },
  usePortfolio: (id) => {
    if (id === get().portfolio) return;
    set({ portfolio: id, day: id === null ? today() : keptDay(id), trail: [], notice: null, panels: {} });
  },
  show: (shown, options) =>
    set(({ trail }) => {
      if (!same(trail.at(-1), shown)) return { help: null, trail: options?.within ? [...trail, shown] : [shown] };
      return { help: null, trail: 'field' in shown ? [...trail.slice(0, -1), shown] : trail };
    }),
  back: () => set(({ trail }) => ({ trail: trail.slice(0, -1) })),
  close: () => set({ trail: [] }),
  showHelp: (help) => set({ help }),
  say: (text, undo = false) => {
    notices += 1;
    set({ notice: { id: notices, text, undo } });
  },
  hush: () => set({ notice: null }),
  setPanel: (name, value) => set(({ panels }) => ({ panels: { ...panels, [name]: value } })),
  setPrinter: (printer) => set({ printer }),
}));

/** What stands in the drawer now. */
export const useShown = (): Shown | null => useView((view) => view.trail.at(-1) ?? null);
/** Ids of everything on the way to what stands in the drawer: the person behind a membership is selected too. */
export const useTrailIds = (): ReadonlySet<string> => {
  const trail = useView((view) => view.trail);
  return new Set(trail.flatMap((shown) => (shown.type === 'record' ? [shown.id] : [])));
};

/** The id of the record that is selected: the one in the drawer, in every view. */
export const useSelected = (): string | null =>
  useView((view) => {
    const last = view.trail.findLast((shown) => shown.type === 'record');
    return last?.type === 'record' ? last.id : null;
  });
