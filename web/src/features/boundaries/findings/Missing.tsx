import { Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Capacity } from './finding';

/** How much is missing: in a year, or at once. */
export function Missing({ of: { demanded, committed, actual, neededAtOnce, committedAtOnce } }: { of: Capacity }) {
  if (neededAtOnce !== null) {
    return (
      <Text size="sm">
        <Trans>
          {neededAtOnce} cases at once are needed to take them up as soon as demanded; {committedAtOnce ?? 0} are committed.
        </Trans>
      </Text>
    );
  }
  return (
    <Text size="sm">
      {demanded === null ? (
        <Trans>More cases came than the {committed} in 52 weeks that are committed; how many is concealed from companies that do not see all cases.</Trans>
      ) : actual ? (
        <Trans>
          {demanded} cases came in 52 weeks; {committed} are committed.
        </Trans>
      ) : (
        <Trans>
          {demanded} cases are expected in 52 weeks; {committed} are committed.
        </Trans>
      )}
    </Text>
  );
}
