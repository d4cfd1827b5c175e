import { Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { nameOf } from '~/lib/choices';
import { css, useHues } from '~/ui/hues';
import { Mark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import { dimensions } from '../../boundaries/words';
import type { Agreed } from '../terms';
import { eventKinds } from '../words';
import type { Event } from './log';
import type { Story } from './story';
import classes from './story.module.css';
import { receiver, type Said, saidIn } from './told';

/** What happened to a case, the latest first. */
export function Timeline({ story: { timeline, custody }, agreed }: { story: Story; agreed: Agreed }) {
  const { t } = useLingui();
  return (
    <div role="log" aria-label={t`What happened`}>
      <ol className={classes['log']} reversed>
        {timeline.toReversed().map((event) => (
          <Happened key={event.number} event={event} custody={custody} agreed={agreed} />
        ))}
      </ol>
    </div>
  );
}

function Happened({ event, custody, agreed }: { event: Event; custody: Story['custody']; agreed: Agreed }) {
  const { i18n } = useLingui();
  const hue = useHues();
  const { kind, at, person, company, source } = event;
  const said = saidIn(event);
  const to = receiver(event, custody);
  const style: CSSProperties & { '--hue': string } = { '--hue': css(hue(company?.id)) };
  const known = eventKinds[kind];
  return (
    <li style={style}>
      <Group gap={6}>
        <Text size="sm" fw={600} component="span">
          {known ? i18n._(known) : kind}
          {to && ` · ${[to.team?.name, to.company?.name].filter(Boolean).join(', ')}`}
        </Text>
        <Tags said={said} agreed={agreed} />
      </Group>
      <Text size="xs" c="dimmed" component="div">
        <Moment at={at} zone={agreed.zone} />
        {[person?.name, company?.name].filter(Boolean).map((name) => ` · ${name}`)}
        {source && (
          <>
            {' · '}
            <Trans>from {source}</Trans>
          </>
        )}
      </Text>
      <Words said={said} agreed={agreed} />
    </li>
  );
}

function Tags({ said, agreed: { caseHandling } }: { said: Said; agreed: Agreed }) {
  const { t } = useLingui();
  const tags = [
    said.priority && nameOf(caseHandling?.priorities ?? [], said.priority),
    said.package && nameOf(caseHandling?.packages ?? [], said.package),
    said.stage && nameOf(caseHandling?.stages ?? [], said.stage),
    said.points !== undefined && t`${said.points} of 5 points`,
    said.boundary && t`boundary ${said.boundary}`,
    said.told && t`the customer was told`,
    said.status,
  ];
  return (
    <>
      {tags.map(
        (tag) =>
          tag && (
            <Mark key={tag} tone="quiet">
              {tag}
            </Mark>
          ),
      )}
    </>
  );
}

const isDimension = (text: string): text is keyof typeof dimensions => text in dimensions;

function Words({ said: { title, reason, note, words, outside, needs, from, until, due }, agreed }: { said: Said; agreed: Agreed }) {
  const { i18n } = useLingui();
  const plain = [title, reason && nameOf(agreed.caseHandling?.pauseReasons ?? [], reason), note, words].filter(Boolean).join('\n');
  const asked = needs && [needs.region, needs.language, needs.product, ...(needs.skills ?? [])].filter(Boolean).join(', ');
  const passed = outside?.dimensions?.map((code) => code.toUpperCase()).map((code) => (isDimension(code) ? i18n._(dimensions[code].label) : code));
  return (
    <>
      {plain && <Prose>{plain}</Prose>}
      {asked && (
        <Text size="sm">
          <Trans>Needs: {asked}</Trans>
        </Text>
      )}
      {outside && (
        <Text size="sm">
          <b>
            <Trans>Outside the boundary</Trans>
            {passed && passed.length > 0 && ` (${passed.join(', ')})`}:
          </b>{' '}
          {outside.reason}
        </Text>
      )}
      {from && until && (
        <Text size="sm" component="div">
          <Moment at={from} zone={agreed.zone} /> – <Moment at={until} zone={agreed.zone} />
        </Text>
      )}
      {due && (
        <Text size="sm" component="div">
          <Trans>due</Trans> <Moment at={due} zone={agreed.zone} />
        </Text>
      )}
    </>
  );
}
