import { Text, Timeline as Line, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { Moment } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import type { Story } from './deviation';
import { type Chapter, storyOf } from './story';
import { closings, verdicts } from './words';

/** What happened to a deviation, the latest first. */
export function Timeline({ of: deviation }: { of: Story }) {
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>What happened</Trans>
      </Title>
      <Line bulletSize={12} lineWidth={2} color="gray">
        {storyOf(deviation)
          .toReversed()
          .map((chapter, at) => (
            <Line.Item key={`${chapter.at} ${at}`}>
              <Told chapter={chapter} closing={deviation.closing} />
            </Line.Item>
          ))}
      </Line>
    </section>
  );
}

function Told({ chapter: { at, what, who }, closing }: { chapter: Chapter; closing: Story['closing'] }) {
  const { agreement } = useSeat();
  const told = useChapter(closing);
  const reason = 'reason' in what ? what.reason : null;
  const by = [who?.person?.name, who?.company?.name].filter(Boolean).join(' · ');
  return (
    <>
      <Text size="sm" fw={550} lh={1.35}>
        {told(what)}
      </Text>
      {reason && <Prose c="dimmed">{reason}</Prose>}
      <Text size="xs" c="dimmed" component="div">
        {by && `${by} · `}
        <Moment at={at} zone={agreement.zone} />
      </Text>
    </>
  );
}

/** Tells a chapter in a sentence. */
function useChapter(closing: Story['closing']) {
  const { t, i18n } = useLingui();
  return (what: Chapter['what']): string => {
    switch (what.kind) {
      case 'raised':
        return t`Raised when the period was assessed`;
      case 'closed':
        return closing ? t`Closed: ${i18n._(closings[closing].label)}` : t`Closed`;
      case 'reviewed':
        return i18n._(verdicts[what.verdict].label);
      case 'drafted':
        return t`Plan drafted: ${what.plan}`;
      case 'started':
        return t`Work started: ${what.plan}`;
      case 'verifying':
        return t`The work is done, later periods have to prove it: ${what.plan}`;
      case 'worked':
        return t`It worked: ${what.plan}`;
      case 'failed':
        return t`It did not work, one level up: ${what.plan}`;
      case 'withdrawn':
        return t`Plan withdrawn: ${what.plan}`;
      case 'consented':
        return t`Consent to: ${what.plan}`;
      case 'objected':
        return t`Objection to: ${what.plan}`;
      case 'accepted':
        return t`Task accepted: ${what.task}`;
      case 'declined':
        return t`Task declined: ${what.task}`;
      case 'done':
        return t`Task done: ${what.task}`;
    }
  };
}
