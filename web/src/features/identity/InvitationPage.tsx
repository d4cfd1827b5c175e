import { PasswordInput, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { Door } from './Door';

/** Whoever was invited sets a password; the link stands behind the `#`, so that no server's log keeps it. */
export function Component() {
  const { t } = useLingui();
  const go = useNavigate();
  return (
    <Door
      door="invitation"
      title={t`Accept your invitation`}
      hint={t`Choose a password. The link works once, for seven days.`}
      label={t`Set the password`}
      onOpen={async () => void (await go('/sign-in', { replace: true }))}
    >
      <TextInput name="link" label={t`Invitation`} defaultValue={location.hash.slice(1)} autoComplete="off" required />
      <PasswordInput name="password" label={t`Password`} autoComplete="new-password" minLength={12} required autoFocus visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }} />
    </Door>
  );
}
