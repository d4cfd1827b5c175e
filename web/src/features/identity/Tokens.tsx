import { Button, Code, Table } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useAct } from '~/lib/act';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { until } from '~/lib/time';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Mark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import { Keys } from './Keys';
import { NewToken } from './NewToken';
import { scopes } from './words';

const MyTokens = graphql(`
  query MyTokens {
    viewer {
      tokens {
        id
        name
        scopes
        createdAt
        expiresAt
        revokedAt
      }
    }
  }
`);

const RevokeToken = graphql(
  `
    mutation RevokeToken($input: RevokeTokenInput!) {
      revokeToken(input: $input) {
        token {
          id
          revokedAt
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

type Token = NonNullable<ResultOf<typeof MyTokens>['viewer']>['tokens'][number];

/** The tokens with which one's own systems act in one's name. */
export function Tokens() {
  const { t } = useLingui();
  const [asked, again] = useQuery({ query: MyTokens });
  const { run, ...act } = useAct(RevokeToken);
  return (
    <Keys<Token>
      hint={<Trans>A system of yours exchanges its token at <Code>POST /auth/token</Code> for one that lives ten minutes. It may do what its scopes say, and never more than you.</Trans>}
      label={t`New token`}
      New={NewToken}
      shown={{ title: t`Your new token`, label: t`Token`, hint: t`Put it where your system keeps its secrets. Whoever has it acts in your name.` }}
      asked={({ name }) => ({ title: t`Revoke ${name}`, hint: t`What uses it is turned away at once, and it never works again.` })}
      act={act}
      onRevoke={async ({ id }) => (await run({ input: { token: id } })).done}
    >
      {(revoke) => (
        <Gate asked={asked} pick={(data) => data.viewer?.tokens} again={again}>
          {(tokens) =>
            tokens.length === 0 ? (
              <Empty title={t`No token yet`}>
                <Trans>Make one for each system, with no more than it needs: then each can be revoked without the others.</Trans>
              </Empty>
            ) : (
              <Sheet label={t`My API tokens`} head={[t`Token`, t`State`, t`May`, t`Made`, t`Ends`, t`Actions`]}>
                {tokens.toReversed().map((token) => (
                  <Row key={token.id} token={token} onRevoke={() => revoke(token)} />
                ))}
              </Sheet>
            )
          }
        </Gate>
      )}
    </Keys>
  );
}

function Row({ token: { name, scopes: may, createdAt, expiresAt, revokedAt }, onRevoke }: { token: Token; onRevoke: () => void }) {
  const { t, i18n } = useLingui();
  const over = until(expiresAt) <= 0;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
      </Table.Th>
      <Table.Td>{revokedAt ? <Mark tone="quiet">{t`revoked`}</Mark> : over ? <Mark tone="quiet">{t`ended`}</Mark> : <Mark tone="good">{t`works`}</Mark>}</Table.Td>
      <Table.Td>{may.map((scope) => i18n._(scopes[scope].label)).join(', ')}</Table.Td>
      <Table.Td>
        <Moment at={createdAt} short />
      </Table.Td>
      <Table.Td>
        <Moment at={revokedAt ?? expiresAt} short />
      </Table.Td>
      <Table.Td>
        {!revokedAt && !over && (
          <Button size="compact-sm" variant="default" onClick={onRevoke} aria-label={t`Revoke ${name}`} data-row>
            <Trans>Revoke</Trans>
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
