import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

/** What may be wider than the screen, such as a table: it scrolls by itself, by hand and by keyboard, and the page does not. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box role="region" aria-label={label} tabIndex={0} pos="relative" style={{ overflowX: 'auto' }}>
      {children}
    </Box>
  );
}
