import { Box } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { EnumOf } from '~/lib/graphql';
import classes from './boundaries.module.css';
import { responsibilities } from './words';

/** The letter of a responsibility, as in any responsibility matrix; the word stands beside it or in its title. */
export function Letter({ of }: { of: EnumOf<'BoundaryResponsibility'> }) {
  const { i18n } = useLingui();
  const { letter, label } = responsibilities[of];
  return (
    <Box component="abbr" title={i18n._(label)} className={classes['letter']} data-of={letter}>
      {letter}
    </Box>
  );
}
