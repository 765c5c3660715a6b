export function buildAll(options?: { force?: boolean; only?: readonly string[] }): Promise<string[]>;
