/** Puts one of a row of neighbours in another place; the others keep their order. @example reorder(['a', 'b', 'c'], 'c', 0) // ['c', 'a', 'b'] */
export function reorder(ids: readonly string[], id: string, position: number): readonly string[] {
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, position), id, ...rest.slice(position)];
}
