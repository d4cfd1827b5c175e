import { Alert, Loader } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigation } from 'react-router';
import { useSession } from '~/features/identity/session';

/** Says that the page may be old while the connection is broken; and that a page is on its way. */
export function LiveState() {
  const { live } = useSession();
  const { state } = useNavigation();
  const { t } = useLingui();
  return (
    <>
      {state === 'loading' && <Loader size="xs" pos="fixed" top={18} right={240} aria-label={t`Loading`} style={{ zIndex: 300 }} />}
      {!live && (
        <Alert color="yellow" mb="md" role="status" className="no-print">
          <Trans>The connection is broken: what you see may be old. What you have written stays here, and it goes on by itself.</Trans>
        </Alert>
      )}
    </>
  );
}
