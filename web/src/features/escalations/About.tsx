import { Anchor, Paper, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { triggers } from '~/features/agreements/words';
import { Facts } from '~/ui/Facts';
import { Moment } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import type { Escalation } from './escalation';
import { factOf } from './facts';
import { facts as names, subjects } from './words';

/** What a matter is about, who raised it, and the facts that were handed over as they were then. */
export function About({ escalation }: { escalation: Escalation }) {
  const { t, i18n } = useLingui();
  const { agreement, to } = useSeat();
  const { trigger, about, note, raised, raisedAt, company, customer, case: its, correctiveAction, facts, ended, reason, version, state } = escalation;
  const link = (path: string, label: string) => (
    <Anchor component={Link} to={to(path)} size="sm">
      {label}
    </Anchor>
  );
  return (
    <>
      <Paper withBorder p="md">
        <Title order={2} mb="xs">
          <Trans>What it is about</Trans>
        </Title>
        {note && <Prose mb="sm">{note}</Prose>}
        <Facts
          label={t`About the escalation`}
          of={[
            [t`Began with`, i18n._(triggers[trigger])],
            [t`About`, its ? link(`cases/${its.id}`, `${its.reference} ${its.title}`) : correctiveAction ? link(`actions/${correctiveAction.id}`, correctiveAction.title) : i18n._(subjects[about])],
            [t`To answer`, company?.name],
            [t`Customer`, customer?.name],
            [
              t`Raised`,
              <>
                {raised ? [raised.person?.name, raised.company?.name].filter(Boolean).join(', ') : t`by itself`}, <Moment at={raisedAt} zone={agreement.zone} />
              </>,
            ],
            [t`By version`, t`${version} of the agreement`],
            [state === 'WITHDRAWN' ? t`Taken back` : t`Closed`, ended && <>{ended.person?.name} <Moment at={ended.at} zone={agreement.zone} /></>],
            [t`Why`, reason && <Prose>{reason}</Prose>],
          ]}
        />
      </Paper>
      {facts.length > 0 && (
        <Paper withBorder p="md">
          <Title order={2} mb="xs">
            <Trans>Handed over with it</Trans>
          </Title>
          <Facts
            label={t`Facts as they were when it was raised`}
            of={facts.map(({ name, value }) => {
              const label = names[name];
              return [label ? i18n._(label) : name.replaceAll('_', ' '), factOf(value, agreement.zone)];
            })}
          />
        </Paper>
      )}
    </>
  );
}
