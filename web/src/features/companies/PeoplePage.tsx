import { Button, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { choicesById } from '~/lib/choices';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { Pager } from '~/ui/Pager';
import { Refusals } from '~/ui/Refusals';
import { Secret } from '~/ui/Secret';
import { Instance } from './Instance';
import { NewPerson } from './NewPerson';
import { People } from './People';

const InstancePeople = graphql(`
  query InstancePeople($first: First!, $after: Cursor, $company: ID) {
    companies(first: 100) {
      nodes {
        id
        code
        name
      }
    }
    people(first: $first, after: $after, company: $company) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        operator
        active
        hasPassword
        person {
          id
          name
          email
          company {
            id
            name
          }
        }
      }
    }
  }
`);

const InvitePerson = graphql(
  `
    mutation InvitePerson($input: InvitePersonInput!) {
      invitePerson(input: $input) {
        invitation {
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

export type Account = ResultOf<typeof InstancePeople>['people']['nodes'][number];

/** Everybody who can be let in, and their invitations. */
export function Component() {
  const { t } = useLingui();
  const { operator } = useMe();
  const [after] = useParam('after');
  const [company] = useParam('company');
  const [asked, again] = useQuery({ query: InstancePeople, variables: { first: 50, after: after || null, company: company || null }, pause: !operator });
  const [adding, setAdding] = useState(false);
  const [link, setLink] = useState<{ told: string | null; email: string }>();
  const invite = useAct(InvitePerson);
  const onInvite = async (email: string) => {
    const { done, data } = await invite.run({ input: { email } });
    const secret = data?.invitePerson.invitation?.secret ?? null;
    if (done) setLink({ email, told: secret && `${location.origin}/invitation#${secret}` });
  };
  const companies = asked.data?.companies.nodes ?? [];
  return (
    <Instance
      open="people"
      actions={
        <Button onClick={() => setAdding(true)}>
          <Trans>Add a person</Trans>
        </Button>
      }
    >
      <Stack>
        <Filter name="company" label={t`Company`} options={choicesById(companies)} />
        <Refusals of={invite.refusals} />
        <Gate asked={asked} pick={(data) => data.people} again={again}>
          {({ nodes, pageInfo }) =>
            nodes.length === 0 ? (
              <Empty title={t`Nobody here`}>
                <Trans>Add a person, or apply an agreement file: whoever it names is added.</Trans>
              </Empty>
            ) : (
              <Stack>
                <People of={nodes} busy={invite.busy} onInvite={(email) => void onInvite(email)} />
                <Pager pageInfo={pageInfo} />
              </Stack>
            )
          }
        </Gate>
      </Stack>
      {adding && (
        <NewPerson
          companies={companies}
          onMade={(email) => {
            setAdding(false);
            void onInvite(email);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {link && (
        <Secret title={t`Invitation of ${link.email}`} label={t`Link`} hint={t`Send it to them yourself. Whoever opens it sets the password; it works once, for seven days.`} secret={link.told} onClose={() => setLink(undefined)} />
      )}
    </Instance>
  );
}
