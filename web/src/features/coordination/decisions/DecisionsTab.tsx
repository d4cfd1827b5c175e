export function DecisionsTab() {
  return null;
}
