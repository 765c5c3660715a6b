import { v7 } from 'uuid';

/** A new id: UUIDv7, so that ids sort by when they were made and laptops can merge. */
export const newId = (): string => v7();
