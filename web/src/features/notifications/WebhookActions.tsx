import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { Agree } from '~/ui/Agree';
import { Secret } from '~/ui/Secret';
import { WebhookForm } from './WebhookForm';
import type { Webhook } from './WebhookPage';

const ChangeWebhook = graphql(
  `
    mutation ChangeWebhook($input: ChangeWebhookInput!) {
      changeWebhook(input: $input) {
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

const RotateWebhookSecret = graphql(
  `
    mutation RotateWebhookSecret($input: WebhookInput!) {
      rotateWebhookSecret(input: $input) {
        created {
          secret
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

const RemoveWebhook = graphql(
  `
    mutation RemoveWebhook($input: WebhookInput!) {
      removeWebhook(input: $input) {
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

/** What a coordinator does with a webhook: change it, give it another secret, remove it. */
export function WebhookActions({ webhook: { id, url, kinds, state, revision } }: { webhook: Webhook }) {
  const { t } = useLingui();
  const { to } = useSeat();
  const go = useNavigate();
  const [asking, setAsking] = useState<'change' | 'rotate' | 'remove'>();
  const [secret, setSecret] = useState<{ told: string | null }>();
  const change = useAct(ChangeWebhook);
  const rotate = useAct(RotateWebhookSecret);
  const remove = useAct(RemoveWebhook);
  const close = () => setAsking(undefined);
  const input = { webhook: id, revision };
  return (
    <>
      <Button onClick={() => setAsking('change')}>
        <Trans>Change</Trans>
      </Button>
      <Button variant="default" onClick={() => setAsking('rotate')}>
        <Trans>New secret</Trans>
      </Button>
      <Button variant="default" onClick={() => setAsking('remove')}>
        <Trans>Remove</Trans>
      </Button>
      {asking === 'change' && (
        <WebhookForm
          title={t`Change the webhook`}
          label={t`Keep it`}
          url={url}
          kinds={[...kinds]}
          enabled={state === 'ACTIVE'}
          act={change}
          onRead={change.clear}
          onWish={async (wish, enabled) => (await change.run({ input: { ...input, ...wish, enabled } })).done}
          onClose={close}
        />
      )}
      {asking === 'rotate' && (
        <Agree
          title={t`Give it a new secret`}
          hint={t`For 24 hours messages are signed with both secrets, so that your system can change over without losing any.`}
          label={t`Make a new one`}
          about={id}
          refusals={rotate.refusals}
          busy={rotate.busy}
          onAgree={async () => {
            const { done, data } = await rotate.run({ input });
            if (done) setSecret({ told: data?.rotateWebhookSecret.created?.secret ?? null });
            return done;
          }}
          onClose={close}
        />
      )}
      {asking === 'remove' && (
        <Agree
          title={t`Remove the webhook`}
          hint={t`Its system is told nothing from now on, and what was sent to it is forgotten.`}
          label={t`Remove`}
          about={id}
          refusals={remove.refusals}
          busy={remove.busy}
          danger
          onAgree={async () => {
            const { done } = await remove.run({ input });
            if (done) void go(to('notifications'));
            return done;
          }}
          onClose={close}
        />
      )}
      {secret && (
        <Secret title={t`The webhook's new secret`} label={t`Secret`} hint={t`Your system verifies with it that messages come from here. The old one counts for 24 hours more.`} secret={secret.told} onClose={() => setSecret(undefined)} />
      )}
    </>
  );
}
