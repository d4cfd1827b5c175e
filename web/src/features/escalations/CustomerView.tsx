import { Paper, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { tiers, triggers } from '~/features/agreements/words';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Left, Moment } from '~/ui/Moment';
import { Page } from '~/ui/Page';
import { Prose } from '~/ui/Prose';
import { type CustomerEscalation, CustomerEscalationRead } from './escalation';
import css from './ladder.module.css';
import { RaiserDoings } from './RaiserDoings';
import { customerStates } from './words';

/** A matter in the customer's words: the level with its deadline, and the answer to what they raised. */
export function CustomerView({ id }: { id: string }) {
  const [asked, again] = useQuery({ query: CustomerEscalationRead, variables: { id } });
  return (
    <Gate asked={asked} pick={({ node }) => (node && 'pathName' in node ? node : null)} again={again}>
      {(escalation) => <Shown escalation={escalation} />}
    </Gate>
  );
}

function Shown({ escalation }: { escalation: CustomerEscalation }) {
  const { t, i18n } = useLingui();
  const { agreement, company: own, to } = useSeat();
  const { title, trigger, pathName, state, level, levels, levelName, tier, deadline, steps, answer, answeredAt, company, raisedAt } = escalation;
  return (
    <Page
      title={title ?? i18n._(triggers[trigger])}
      trail={[{ label: t`Escalations`, to: to('escalations?tab=customer') }]}
      mark={<StateMark of={customerStates[state]} />}
      hint={
        <>
          {pathName} · <Trans>raised</Trans> <Moment at={raisedAt} zone={agreement.zone} />
          {company && ` · ${t`${company.name} is to answer`}`}
        </>
      }
      actions={escalation.own && <RaiserDoings escalation={escalation} raiser={own.id} />}
    >
      <Paper withBorder p="md" maw={640}>
        <Title order={2} mb="sm">
          <Trans>
            Level {level} of {levels}
          </Trans>
        </Title>
        <ol className={css['ladder']}>
          {steps.map(({ at, level: step, name }, place) => {
            const here = place === steps.length - 1 && deadline !== null;
            return (
              <li key={at} className={css['rung']} data-reached data-here={here || undefined} aria-current={here ? 'step' : undefined}>
                <span className={css['number']}>{step}</span>
                <Text fw={600}>{name}</Text>
                <Text size="sm" component="div">
                  <Moment at={at} zone={agreement.zone} />
                </Text>
                {here && (
                  <Text size="sm" component="div">
                    {tier && `${i18n._(tiers[tier])} · `}
                    <Trans>
                      {levelName} goes on with it: <Left to={deadline} zone={agreement.zone} />
                    </Trans>
                  </Text>
                )}
              </li>
            );
          })}
        </ol>
        {answer && answeredAt && (
          <div className={css['deed']}>
            <Text size="sm" component="div">
              <Trans>
                Answer, <Moment at={answeredAt} zone={agreement.zone} />
              </Trans>
            </Text>
            <Prose>{answer}</Prose>
          </div>
        )}
      </Paper>
    </Page>
  );
}
