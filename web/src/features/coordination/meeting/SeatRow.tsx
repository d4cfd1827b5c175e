import { Group, SegmentedControl, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { groupRoles } from '~/features/agreements/words';
import { Mark, type Tone } from '~/ui/Mark';
import css from './meeting.module.css';
import type { Presence } from './presence';
import type { Member } from './query';

interface SeatRowProps {
  member: Member;
  presence: Presence | undefined;
  /** Records who is there; nothing for whoever only reads. */
  onPresence: ((presence: Presence) => void) | undefined;
  /** Whether it is known by now who was there. */
  known: boolean;
}

const tones: Record<Presence, Tone> = { PRESENT: 'good', DEPUTY: 'good', EXCUSED: 'quiet', ABSENT: 'bad' };

/** A seat of the group, and who is in it. */
export function SeatRow({ member: { person, company, role, deputy }, presence, onPresence, known }: SeatRowProps) {
  const { t, i18n } = useLingui();
  const words: Record<Presence, string> = { PRESENT: t`Here`, DEPUTY: deputy ? t`Deputy ${deputy.name}` : t`Deputy`, EXCUSED: t`Excused`, ABSENT: t`Absent` };
  const choices: Presence[] = deputy ? ['PRESENT', 'DEPUTY', 'EXCUSED', 'ABSENT'] : ['PRESENT', 'EXCUSED', 'ABSENT'];
  const name = person?.name ?? company.name;
  return (
    <div className={css['seat']}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" component="div">
          <b>{name}</b> {company.name}{' '}
          {(person?.isViewer || deputy?.isViewer) && <Mark tone="busy">{person?.isViewer ? t`you` : t`you stand in`}</Mark>}
          {role !== 'MEMBER' && (
            <Text span size="xs" c="dimmed">
              {' '}
              {i18n._(groupRoles[role])}
            </Text>
          )}
        </Text>
        {presence && <Mark tone={tones[presence]}>{words[presence]}</Mark>}
        {!presence && known && !onPresence && <Mark tone="quiet">{t`Not recorded`}</Mark>}
        {!known && deputy && (
          <Text size="xs" c="dimmed">
            {t`deputy: ${deputy.name}`}
          </Text>
        )}
      </Group>
      {onPresence && (
        <SegmentedControl
          size="xs"
          fullWidth
          mt={4}
          className="no-print"
          aria-label={t`Attendance of ${name}`}
          value={presence ?? ''}
          onChange={(value) => onPresence(value as Presence)}
          data={choices.map((value) => ({ value, label: value === 'DEPUTY' ? t`Deputy` : words[value] }))}
        />
      )}
    </div>
  );
}
