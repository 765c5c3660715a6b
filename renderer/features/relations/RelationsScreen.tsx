export function RelationsScreen() {
  return null;
}
