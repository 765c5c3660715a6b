/**
 * The desk at which lines are worked on: the records that there are, those that the file adds, and the questions.
 * A line that turns out not to be possible is taken back as a whole, so that nothing of it is half done.
 */
import { fields, type RecordKind } from '../contract/fields.ts';
import { endsBeforeStart } from '../domain/edtf.ts';
import type { Translate } from '../i18n/index.ts';
import { cellOf } from './cells.ts';
import { displayable } from './describe.ts';
import { defaultOf, fieldTypes } from './field-types.ts';
import type { Values } from './keys.ts';
import { nameKey } from './names.ts';
import type { Act, Answers, Change, Extra, LineState, PlanLine, Question, Stock, StoredRecord } from './plan.ts';
import { Shelf } from './shelf.ts';

export interface DeskOptions {
  readonly answers: Answers;
  readonly t: Translate;
  /** The network that names of teams are looked up in, and that people and organisations come to; null is none. */
  readonly networkId: string | null;
  /** Lines that the portfolio itself would not take, with why, by `table:line`. */
  readonly refused: ReadonlyMap<string, string>;
  /** `YYYY-MM-DD`: what is made on the way is there by then, since when is not known. */
  readonly today: string;
  newId(): string;
}

/** Ends the work on a line: it cannot be so. The message is in words. */
export class LineRefused extends Error {}

export class Desk extends Shelf {
  readonly options: DeskOptions;
  /** Which line said a field of a record first. */
  readonly #claims = new Map<string, { line: number; value: string }>();
  readonly #created = new Set<string>();
  readonly #acts: Act[] = [];
  readonly #lines: PlanLine[] = [];
  readonly #questions = new Map<string, Question>();
  #undo: (() => void)[] = [];
  #changes: Change[] = [];
  #remarks: string[] = [];
  #doubt = false;
  #skip = false;
  #at = { table: 0, line: 0 };

  constructor(stock: Stock, options: DeskOptions) {
    super(stock, options.t);
    this.options = options;
  }

  isNew(id: string): boolean {
    return this.#created.has(id);
  }

  /**
   * What was answered to a question; without an answer the line is in doubt, and goes on with a guess to find its other questions.
   * @returns the id of a record, or null to make a new one
   */
  ask(question: Omit<Question, 'lines' | 'id'>): string | null {
    const id = `${question.kind}:${question.question === 'missing' ? '' : `${question.question}:`}${nameKey(question.name)}`;
    const answer = this.options.answers[id];
    const known = this.#questions.get(id) ?? { ...question, id, lines: [] };
    this.#questions.set(id, known);
    if (known.lines.at(-1) !== this.#at.line) known.lines.push(this.#at.line);
    if (answer === 'skip') this.#skip = true;
    else if (answer === 'new') return null;
    else if (answer !== undefined && this.kindOf(answer) === question.kind) return answer;
    else this.#doubt = true;
    return null;
  }

  remark(text: string): void {
    this.#remarks.push(text);
  }

  /** @throws LineRefused when a new record cannot be as the line says */
  create(kind: RecordKind, given: Values, extra: Extra = {}, id: string = this.options.newId()): string {
    const shape = fields[kind].shape as unknown as Readonly<Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>>;
    const values: Record<string, unknown> = {};
    for (const [field, schema] of Object.entries(shape)) {
      const fallback = defaultOf(kind, field);
      if (given[field] === undefined && fallback === undefined)
        throw new LineRefused(this.t(($) => $.exchange.reasons.empty, { field: this.fieldName(kind, field) }));
      values[field] = given[field] === undefined ? fallback : schema.safeParse(given[field]).data;
    }
    this.refuseImpossible(kind, values);
    const record = { ...values, id } as StoredRecord;
    const { personId } = values as { personId?: string };
    const before = kind === 'membership' ? this.networks.get(personId as string) : undefined;
    this.add(kind, record);
    this.claim(id, given);
    this.#created.add(id);
    this.#acts.push({ type: 'create', kind, id, values, ...this.#at, ...extra });
    this.#changes.push({ kind, name: this.nameOf(id), field: null, from: null, to: null });
    this.#undo.push(() => {
      this.remove(kind, record);
      this.#created.delete(id);
      this.#acts.pop();
      if (kind === 'membership') this.networks.set(personId as string, before ?? new Set());
    });
    return id;
  }

  /**
   * Writes what differs, unless an earlier line said something else of the same field.
   * @param exact the line has an id: a list is as the line says; else what the line has is added to it
   */
  update(kind: RecordKind, id: string, all: Values, exact: boolean, extra: Extra = {}): void {
    const record = this.record(kind, id) as StoredRecord;
    const patch: Record<string, unknown> = {};
    const given: Record<string, unknown> = { ...all };
    if (!exact)
      for (const [field, value] of Object.entries(given))
        if (Array.isArray(value) && kind !== 'relation') {
          delete given[field];
          const more = [...new Set([...(record[field] as unknown[]), ...value])];
          if (more.length > (record[field] as unknown[]).length) patch[field] = more;
        }
    for (const [field, value] of Object.entries(given)) {
      const text = JSON.stringify(value);
      const claim = this.#claims.get(`${id}.${field}`);
      if (claim && claim.value !== text) {
        const column = this.fieldName(kind, field);
        this.remark(this.t(($) => $.exchange.saidBefore, { field: column, line: claim.line, value: this.#words(kind, field, value) ?? '' }));
        continue;
      }
      this.claim(id, { [field]: value });
      if (text !== JSON.stringify(record[field])) patch[field] = value;
    }
    const moved = extra.slot !== undefined && this.stock.slots.get(id) !== extra.slot && !this.#created.has(id);
    if (Object.keys(patch).length === 0 && !moved) return;
    const after = { ...record, ...patch } as StoredRecord;
    this.refuseImpossible(kind, after);
    this.remove(kind, record);
    this.add(kind, after);
    this.#acts.push({ type: 'update', kind, id, values: patch, ...this.#at, ...(moved ? { slot: extra.slot as number } : {}) });
    if (moved) this.#changes.push({ kind, name: this.nameOf(id), field: 'slot', from: null, to: String(extra.slot) });
    for (const [field, value] of Object.entries(patch))
      this.#changes.push({
        kind,
        name: displayable(kind, after, this),
        field,
        from: this.#words(kind, field, record[field]),
        to: this.#words(kind, field, value),
      });
    this.#undo.push(() => {
      this.remove(kind, after);
      this.add(kind, record);
      this.#acts.pop();
    });
  }

  /** Remembers that this line says these fields of a record. */
  claim(id: string, values: Values): void {
    for (const [field, value] of Object.entries(values)) {
      const key = `${id}.${field}`;
      if (this.#claims.has(key)) continue;
      this.#claims.set(key, { line: this.#at.line, value: JSON.stringify(value) });
      this.#undo.push(() => void this.#claims.delete(key));
    }
  }

  /** @throws LineRefused for what the portfolio would refuse */
  refuseImpossible(kind: RecordKind, values: Values): void {
    const { reasons } = this.t.words.exchange;
    if (
      'start' in values &&
      'end' in values &&
      kind !== 'researchYear' &&
      endsBeforeStart(values.start as string | null, values.end as string | null)
    )
      throw new LineRefused(reasons.endBeforeStart);
    for (const [low, high] of [
      ['min', 'max'],
      ['timesMin', 'timesMax'],
      ['low', 'high'],
      ['countMin', 'countMax'],
    ] as const)
      if (typeof values[low] === 'number' && typeof values[high] === 'number' && (values[high] as number) < (values[low] as number))
        throw new LineRefused(reasons.lowAboveHigh);
    if ((kind === 'networkLink' || kind === 'organisationLink') && values.fromId === values.toId) throw new LineRefused(reasons.toItself);
  }

  fieldName(kind: RecordKind, field: string): string {
    const { own, name } = this.t.words.fields as { own: Record<string, string>; name: Record<string, string> };
    return own[`${kind}.${field}`] ?? name[field] ?? field;
  }

  #words(kind: RecordKind, field: string, value: unknown): string | null {
    const type = fieldTypes(kind).get(field);
    if (type === undefined || value === null || value === undefined) return null;
    if (type.type === 'reference')
      return (
        [value]
          .flat()
          .map((id) => this.nameOf(id as string))
          .join('; ') || null
      );
    if (type.type === 'ends') return (value as { entityId: string }[]).map((end) => this.nameOf(end.entityId)).join('; ');
    return String(cellOf(value, type, this.t, this.stock.ownWords, null) ?? '') || null;
  }

  /** Works on one line; whatever stops it, the line is in the list and nothing else is left of it. */
  work(at: { table: number; line: number }, what: { kind: RecordKind; name: string }, work: () => void): void {
    this.#at = at;
    [this.#undo, this.#changes, this.#remarks, this.#doubt, this.#skip] = [[], [], [], false, false];
    let state: LineState | null = null;
    const refused = this.options.refused.get(`${at.table}:${at.line}`);
    try {
      if (refused !== undefined) throw new LineRefused(refused);
      work();
      state = this.#skip ? 'skipped' : this.#doubt ? 'doubt' : null;
    } catch (error) {
      if (!(error instanceof LineRefused)) throw error;
      this.#remarks = [error.message];
      state = 'refused';
    }
    if (state !== null) for (const undo of this.#undo.reverse()) undo();
    const changes = state === null || state === 'doubt' ? this.#changes : [];
    const isNew = changes.some((change) => change.field === null && change.kind === what.kind);
    this.#lines.push({ ...at, ...what, changes, remarks: this.#remarks, state: state ?? (isNew ? 'new' : changes.length > 0 ? 'changed' : 'same') });
  }

  result(): { acts: readonly Act[]; lines: readonly PlanLine[]; questions: readonly Question[] } {
    return { acts: this.#acts, lines: this.#lines, questions: [...this.#questions.values()] };
  }
}
