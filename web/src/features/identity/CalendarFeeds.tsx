import { Button, Table } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useAct } from '~/lib/act';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Moment } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import { Keys } from './Keys';
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
  const { run, ...act } = useAct(RevokeFeed);
  return (
    <Keys<Feed>
      hint={<Trans>A calendar program that knows such an address shows your meetings and keeps them up to date. It needs no sign-in, so treat the address as a password.</Trans>}
      label={t`New address`}
      New={NewFeed}
      shown={{
        title: t`Your new calendar address`,
        label: t`Address`,
        hint: t`Give it to your calendar program, as a calendar from the internet. Whoever has it reads your meetings.`,
      }}
      asked={() => ({ title: t`Revoke this address`, hint: t`Programs that read it show nothing new from now on. It never works again.` })}
      act={act}
      onRevoke={async ({ id }) => (await run({ input: { feed: id } })).done}
    >
      {(revoke) => (
        <Gate asked={asked} pick={(data) => data.viewer?.calendarFeeds} again={again}>
          {(feeds) =>
            feeds.length === 0 ? (
              <Empty title={t`No address yet`}>
                <Trans>Make one for each device or program; it can show one group's meetings or all of yours.</Trans>
              </Empty>
            ) : (
              <Sheet label={t`My calendar addresses`} head={[t`Shows`, t`Made`, t`Actions`]}>
                {feeds.map((feed) => (
                  <Row key={feed.id} feed={feed} onRevoke={() => revoke(feed)} />
                ))}
              </Sheet>
            )
          }
        </Gate>
      )}
    </Keys>
  );
}

function Row({ feed: { group, createdAt }, onRevoke }: { feed: Feed; onRevoke: () => void }) {
  const { t } = useLingui();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {group ? t`Meetings of ${group.name}` : t`All of my meetings`}
      </Table.Th>
      <Table.Td>
        <Moment at={createdAt} short />
      </Table.Td>
      <Table.Td>
        <Button size="compact-sm" variant="default" onClick={onRevoke} data-row>
          <Trans>Revoke</Trans>
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
