import { PasswordInput, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearchParams } from 'react-router';
import { Door } from './Door';

/** The first run: whoever holds the set-up token becomes the first operator. */
export function Component() {
  const { t } = useLingui();
  const go = useNavigate();
  const [params] = useSearchParams();
  return (
    <Door
      door="set-up"
      title={t`Set up this instance`}
      hint={t`The server printed a token when it started for the first time. It works once, and makes you the first operator.`}
      label={t`Set up`}
      onOpen={async () => void (await go('/sign-in', { replace: true }))}
    >
      <TextInput name="token" label={t`Set-up token`} defaultValue={params.get('token') ?? ''} autoComplete="off" required autoFocus />
      <TextInput name="name" label={t`Your name`} autoComplete="name" required />
      <TextInput name="email" type="email" label={t`E-mail address`} autoComplete="username" required />
      <TextInput name="company" label={t`Your company's name`} autoComplete="organization" required />
      <PasswordInput name="password" label={t`Password`} autoComplete="new-password" minLength={12} required visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }} />
    </Door>
  );
}
