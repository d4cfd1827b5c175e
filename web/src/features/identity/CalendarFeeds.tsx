import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '~/lib/act';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { Agree } from '~/ui/Agree';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Moment } from '~/ui/Moment';
import { Secret } from '~/ui/Secret';
import { Sheet } from '~/ui/Sheet';
import { NewFeed } from './NewFeed';

const MyFeeds = graphql(`
  query MyFeeds {
    viewer {
      calendarFeeds {
        id
        createdAt
        group {
          id
          name
        }
      }
    }
  }
`);

const RevokeFeed = graphql(
  `
    mutation RevokeFeed($input: RevokeCalendarFeedInput!) {
      revokeCalendarFeed(input: $input) {
        feed {
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

type Feed = NonNullable<ResultOf<typeof MyFeeds>['viewer']>['calendarFeeds'][number];

/** The secret addresses by which one's own calendar reads meetings. */
export function CalendarFeeds() {
  const { t } = useLingui();
  const [asked, again] = useQuery({ query: MyFeeds });
  const [making, setMaking] = useState(false);
  const [address, setAddress] = useState<{ told: string | null }>();
  const [revoking, setRevoking] = useState<Feed>();
  const revoke = useAct(RevokeFeed);
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" maw="72ch">
          <Trans>A calendar program that knows such an address shows your meetings and keeps them up to date. It needs no sign-in, so treat the address as a password.</Trans>
        </Text>
        <Button onClick={() => setMaking(true)}>
          <Trans>New address</Trans>
        </Button>
      </Group>
      <Gate asked={asked} pick={(data) => data.viewer?.calendarFeeds} again={again}>
        {(feeds) =>
          feeds.length === 0 ? (
            <Empty title={t`No address yet`}>
              <Trans>Make one for each device or program; it can show one group's meetings or all of yours.</Trans>
            </Empty>
          ) : (
            <Sheet label={t`My calendar addresses`} head={[t`Shows`, t`Made`, t`Actions`]}>
              {feeds.map((feed) => (
                <Table.Tr key={feed.id}>
                  <Table.Th scope="row" fw={500}>
                    {feed.group ? t`Meetings of ${feed.group.name}` : t`All of my meetings`}
                  </Table.Th>
                  <Table.Td>
                    <Moment at={feed.createdAt} short />
                  </Table.Td>
                  <Table.Td>
                    <Button size="compact-sm" variant="default" onClick={() => setRevoking(feed)} data-row>
                      <Trans>Revoke</Trans>
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Sheet>
          )
        }
      </Gate>
      {making && (
        <NewFeed
          onMade={(path) => {
            setMaking(false);
            setAddress({ told: path && location.origin + path });
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {address && (
        <Secret title={t`Your new calendar address`} label={t`Address`} hint={t`Give it to your calendar program, as a calendar from the internet. Whoever has it reads your meetings.`} secret={address.told} onClose={() => setAddress(undefined)} />
      )}
      {revoking && (
        <Agree
          title={t`Revoke this address`}
          hint={t`Programs that read it show nothing new from now on. It never works again.`}
          label={t`Revoke`}
          about={revoking.id}
          refusals={revoke.refusals}
          busy={revoke.busy}
          danger
          onAgree={async () => (await revoke.run({ input: { feed: revoking.id } })).done}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </Stack>
  );
}
