export function ItemsTab() {
  return null;
}
