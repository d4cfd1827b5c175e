import { Anchor, Button, Divider, PasswordInput, TextInput } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { Door } from './Door';
import { type Options, options } from './door';
import { useSession } from './session';

/** The page to which a sign-in leads: one of our own, whatever the address says. */
function destination(asked: string | null): string {
  return asked && /^\/(?![/\\])/.test(asked) ? asked : '/';
}

/** Why a sign-in elsewhere did not end here, by the word in the address. */
const refusals: Record<string, MessageDescriptor> = {
  stale: msg`That sign-in was begun elsewhere, or took more than ten minutes. Begin again.`,
  unverified: msg`The provider has not verified your e-mail address.`,
  unknown: msg`Nobody is known here by the address that the provider told. Ask for an invitation.`,
  provider: msg`The provider did not answer as it should. Try again, or use a password.`,
};

/** Signing in with a password, or elsewhere where the instance is set up for it. */
export function Component() {
  const { t, i18n } = useLingui();
  const go = useNavigate();
  const [params] = useSearchParams();
  const { standing, look } = useSession();
  const [known, setKnown] = useState<Options>();
  const to = destination(params.get('to'));
  useEffect(() => {
    void options().then(setKnown);
  }, []);
  if (standing === 'in') return <Navigate to={to} replace />;
  if (known?.set_up) return <Navigate to="/set-up" replace />;
  const { openid } = known ?? {};
  const refused = refusals[params.get('refused') ?? ''];
  const below = openid && (
    <>
      <Divider label={t`or`} />
      <Button component="a" href={`${openid.start}?to=${encodeURIComponent(to)}`} variant="default" fullWidth>
        <Trans>Sign in with {openid.name}</Trans>
      </Button>
    </>
  );
  return (
    <Door
      door="sign-in"
      title={t`Sign in`}
      label={t`Sign in`}
      refused={refused && i18n._(refused)}
      onOpen={async () => {
        await look();
        await go(to, { replace: true });
      }}
      below={
        <>
          {below}
          <Anchor component={Link} to="/invitation" size="sm">
            <Trans>I have an invitation</Trans>
          </Anchor>
        </>
      }
    >
      <TextInput name="email" type="email" label={t`E-mail address`} autoComplete="username" required autoFocus />
      <PasswordInput name="password" label={t`Password`} autoComplete="current-password" required visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }} />
    </Door>
  );
}
