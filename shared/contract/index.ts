/** Every operation of Schakel by its name, and the types that follow from it. */
import type { z } from 'zod';
import { attachment } from './attachment.ts';
import { calendar } from './calendar.ts';
import { caseDescription } from './case.ts';
import { drawing } from './drawing.ts';
import { exchange } from './exchange.ts';
import { meeting } from './meeting.ts';
import { network } from './network.ts';
import { people } from './people.ts';
import { portfolio } from './portfolio.ts';
import { register } from './register.ts';
import { series } from './series.ts';
import { structure } from './structure.ts';
import { study } from './study.ts';
import { timeline } from './timeline.ts';
import { yields } from './yield.ts';

export const contract = {
  ...portfolio,
  ...study,
  ...network,
  ...people,
  ...caseDescription,
  ...drawing,
  ...structure,
  ...exchange,
  ...register,
  ...meeting,
  ...calendar,
  ...series,
  ...yields,
  ...timeline,
  ...attachment,
} as const;

export type Contract = typeof contract;
export type OperationName = keyof Contract;
export type Input<N extends OperationName> = z.input<Contract[N]['input']>;
export type Parsed<N extends OperationName> = z.output<Contract[N]['input']>;
export type Output<N extends OperationName> = z.output<Contract[N]['output']>;
export type NamesOf<K extends 'query' | 'command' | 'job' | 'action'> = {
  [N in OperationName]: Contract[N]['kind'] extends K ? N : never;
}[OperationName];

/** Whether a text is the name of an operation; own properties only, so that `__proto__` is none. */
export const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name);
