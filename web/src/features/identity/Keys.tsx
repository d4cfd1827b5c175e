import { Button, Group, Stack, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { type ComponentType, type ReactNode, useState } from 'react';
import type { Refusal } from '~/lib/refusals';
import { Agree } from '~/ui/Agree';
import { Secret } from '~/ui/Secret';

interface KeysProps<Key extends { id: string }> {
  /** What they are for. */
  hint: ReactNode;
  /** What the button says that makes one. */
  label: string;
  /** The form that makes one. */
  New: ComponentType<{ onMade(secret: string | null): void; onClose(): void }>;
  /** How a new one is shown. */
  shown: { title: string; label: string; hint: string };
  /** What one is asked before one is revoked. */
  asked(key: Key): { title: string; hint: string };
  act: { refusals: readonly Refusal[]; busy: boolean };
  /** Answers whether it was done. */
  onRevoke(key: Key): Promise<boolean>;
  /** The list of those that there are. */
  children(revoke: (key: Key) => void): ReactNode;
}

/** Secrets of one's own, such as tokens: they are made, shown once, listed, and revoked. */
export function Keys<Key extends { id: string }>({ hint, label, New, shown, asked, act, onRevoke, children }: KeysProps<Key>) {
  const { t } = useLingui();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<{ secret: string | null }>();
  const [revoking, setRevoking] = useState<Key>();
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" maw="72ch">
          {hint}
        </Text>
        <Button onClick={() => setMaking(true)}>{label}</Button>
      </Group>
      {children(setRevoking)}
      {making && <New onMade={(secret) => setMade({ secret })} onClose={() => setMaking(false)} />}
      {made && <Secret {...shown} secret={made.secret} onClose={() => setMade(undefined)} />}
      {revoking && <Agree {...asked(revoking)} {...act} label={t`Revoke`} about={revoking.id} danger onAgree={() => onRevoke(revoking)} onClose={() => setRevoking(undefined)} />}
    </Stack>
  );
}
