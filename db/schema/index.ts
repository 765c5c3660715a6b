/** All tables. */
export * from './log.schema.ts';
export * from './meeting.schema.ts';
export * from './network.schema.ts';
export * from './people.schema.ts';
export * from './portfolio.schema.ts';
