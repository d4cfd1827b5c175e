import { Alert, Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { knock } from './door';
import { useMe, useSession } from './session';

/** Asks for the password when a session has ended, above the page: nothing that was being written is lost. */
export function SignInAgain() {
  const { t } = useLingui();
  const { standing, look, signOut } = useSession();
  const me = useMe();
  const [why, setWhy] = useState<string>();
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    const refused = await knock('sign-in', { email: me.email ?? '', password });
    setWhy(refused);
    if (refused === undefined) await look();
  };
  return (
    <Modal opened={standing === 'expired'} onClose={() => undefined} withCloseButton={false} title={t`Sign in again`} closeOnEscape={false} closeOnClickOutside={false}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text>
            <Trans>Your session has ended. What you have written is still here.</Trans>
          </Text>
          {why && (
            <Alert color="red" role="alert">
              {why}
            </Alert>
          )}
          <input type="text" name="email" value={me.email ?? ''} autoComplete="username" readOnly hidden />
          <PasswordInput name="password" label={t`Password of ${me.email ?? me.name}`} autoComplete="current-password" required data-autofocus visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }} />
          <Button type="submit">
            <Trans>Sign in</Trans>
          </Button>
          <Button variant="subtle" onClick={() => void signOut()}>
            <Trans>Sign in as somebody else</Trans>
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
