import { Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { Agree } from '~/ui/Agree';
import { Mark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import { Refusals } from '~/ui/Refusals';
import type { Meeting } from './query';
import { ApproveMinutes, ObjectToMinutes } from './verbs';

/** What each company that was there says to the proposed minutes; one's own says it here. */
export function MinutesWords({ meeting }: { meeting: Meeting }) {
  const { t } = useLingui();
  const { company, holds } = useSeat();
  const { id, revision, minutes, turnout, title } = meeting;
  const approve = useAct(ApproveMinutes);
  const object = useAct(ObjectToMinutes);
  const [objecting, setObjecting] = useState(false);
  if (!minutes) return null;
  const asked = turnout.filter(({ came }) => came === 'CAME' || came === 'WITHOUT_LEVELS');
  return (
    <Stack gap={6}>
      {asked.map(({ company: its }) => {
        const word = minutes.words.find(({ by }) => by.company?.id === its?.id);
        const own = its?.id === company.id && minutes.state === 'PROPOSED' && holds('COORDINATOR');
        return (
          <Stack key={its?.id} gap={2}>
            <Group gap="xs" justify="space-between">
              <Text size="sm">{its?.name}</Text>
              <Group gap="xs">
                {!word && <Mark tone="quiet">{t`Nothing yet`}</Mark>}
                {word && <Mark tone={word.approves ? 'good' : 'bad'}>{word.approves ? t`Approves` : t`Objects`}</Mark>}
                {own && (
                  <Group gap={4} className="no-print">
                    <Button size="compact-xs" disabled={word?.approves} loading={approve.busy} onClick={() => void approve.run({ input: { meeting: id, revision, company: company.id } })}>
                      <Trans>Approve</Trans>
                    </Button>
                    <Button size="compact-xs" variant="default" onClick={() => setObjecting(true)}>
                      <Trans>Object…</Trans>
                    </Button>
                  </Group>
                )}
              </Group>
            </Group>
            {word && (
              <Text size="xs" c="dimmed" component="div">
                {word.by.person?.name} <Moment at={word.by.at} zone={meeting.zone} />
              </Text>
            )}
            {word?.reason && <Prose>{word.reason}</Prose>}
          </Stack>
        );
      })}
      <Refusals of={approve.refusals} />
      {objecting && (
        <Agree
          title={t`Object to the minutes of “${title}”`}
          hint={<Trans>They are written again, and every word to the old ones falls.</Trans>}
          label={t`Object`}
          reason="needed"
          about={id}
          refusals={object.refusals}
          busy={object.busy}
          danger
          onAgree={async (reason) => (await object.run({ input: { meeting: id, revision, reason, company: company.id } })).done}
          onClose={() => setObjecting(false)}
        />
      )}
    </Stack>
  );
}
