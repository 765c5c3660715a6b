/** What a query put together as JSON; nothing there is an empty list. */
export const json = <T>(text: string | null): T => JSON.parse(text ?? '[]') as T;
