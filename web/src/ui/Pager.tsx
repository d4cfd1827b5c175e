import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation, useSearchParams } from 'react-router';

interface PagerProps {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Leads to the next page of a list whose place stands in the address as `after`, and back to the first one. */
export function Pager({ pageInfo: { hasNextPage, endCursor } }: PagerProps) {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const at = (after: string | null) => {
    const asked = new URLSearchParams(params);
    if (after === null) asked.delete('after');
    else asked.set('after', after);
    return { pathname, search: asked.toString() };
  };
  const later = params.has('after');
  if (!hasNextPage && !later) return null;
  return (
    <Group component="nav" aria-label={t`Pages of this list`} className="no-print">
      {later && (
        <Button component={Link} to={at(null)} variant="default" size="xs">
          <Trans>First page</Trans>
        </Button>
      )}
      {hasNextPage && endCursor !== null && (
        <Button component={Link} to={at(endCursor)} variant="default" size="xs">
          <Trans>Next page</Trans>
        </Button>
      )}
    </Group>
  );
}
