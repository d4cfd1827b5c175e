import { Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { tiers } from '~/features/agreements/words';
import { spellDuration } from '~/lib/time';
import { Mark } from '~/ui/Mark';
import { Left, Moment } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import type { Escalation, Path } from './escalation';
import css from './ladder.module.css';
import { type Rung, rungsOf } from './rungs';
import { climbReasons } from './words';

/** The ladder of a matter: each level with who stood there, until when, what was said, and why it climbed. */
export function Ladder({ escalation, path }: { escalation: Escalation; path: Path | undefined }) {
  return (
    <ol className={css['ladder']}>
      {rungsOf(escalation, path).map((rung) => (
        <RungShown key={rung.level} rung={rung} escalation={escalation} />
      ))}
    </ol>
  );
}

function RungShown({ rung: { level, name, within, climbs, answers }, escalation }: { rung: Rung; escalation: Escalation }) {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const over = escalation.deadline === null;
  const here = level === escalation.level && !over;
  const length = within && spellDuration(within.answerWithin);
  return (
    <li className={css['rung']} data-reached={climbs.length > 0 || undefined} data-here={here || undefined} aria-current={here ? 'step' : undefined}>
      <span className={css['number']}>{level}</span>
      <Group gap="xs">
        <Text fw={600}>{name ?? t`Level ${level}`}</Text>
        {within && (
          <Text size="xs" c="dimmed">
            {i18n._(tiers[within.tier])} · <Trans>{length} to answer</Trans>
          </Text>
        )}
        {here && <Mark tone="busy">{t`stands here`}</Mark>}
      </Group>
      {climbs.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Not reached</Trans>
        </Text>
      )}
      {climbs.map(({ at, dueAt, reason, holders, acknowledged }) => (
        <div key={at} className={css['deed']}>
          <Text size="sm" component="div">
            <Moment at={at} zone={agreement.zone} /> · {i18n._(climbReasons[reason])}
            {dueAt && (
              <>
                {' '}
                <Trans>
                  (due <Moment at={dueAt} zone={agreement.zone} />)
                </Trans>
              </>
            )}
          </Text>
          <Text size="xs" c="dimmed">
            {holders.length > 0 ? t`stood here: ${holders.map((one) => one.name).join(', ')}` : t`who stood here is not shown to you`}
          </Text>
          <Text size="sm" component="div">
            {acknowledged ? (
              <Trans>
                Seen by {acknowledged.person?.name}, <Moment at={acknowledged.at} zone={agreement.zone} />
              </Trans>
            ) : (
              <Trans>Nobody said that they had seen it</Trans>
            )}
          </Text>
        </div>
      ))}
      {answers.map((answer) => (
        <AnswerShown key={answer.by.at} answer={answer} />
      ))}
      {here && escalation.deadline && (
        <Text size="sm" mt={6} component="div">
          <Trans>
            Deadline: <Moment at={escalation.deadline} zone={agreement.zone} />
          </Trans>
          {' · '}
          <Left to={escalation.deadline} zone={agreement.zone} />
        </Text>
      )}
    </li>
  );
}

function AnswerShown({ answer: { by, text, accepted, rejected, reason } }: { answer: Rung['answers'][number] }) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  return (
    <div className={css['deed']}>
      <Group gap="xs">
        <Text size="sm" component="div">
          <Trans>
            Answer of {by.person?.name ?? by.company?.name}, <Moment at={by.at} zone={agreement.zone} />
          </Trans>
        </Text>
        {accepted && <Mark tone="good">{t`accepted`}</Mark>}
        {rejected && <Mark tone="bad">{t`rejected`}</Mark>}
      </Group>
      <Prose>{text}</Prose>
      {reason && (
        <Text size="sm" component="div" mt={4}>
          <Trans>Why it was rejected:</Trans> <Prose>{reason}</Prose>
        </Text>
      )}
    </div>
  );
}
