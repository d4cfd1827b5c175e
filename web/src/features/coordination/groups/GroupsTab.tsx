export function GroupsTab() {
  return null;
}
