import { Alert, Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { knock } from './door';

interface DoorProps {
  title: string;
  hint?: string;
  door: Parameters<typeof knock>[0];
  /** What the button says. */
  label: string;
  /** What is known beforehand, such as the link that led here. */
  known?: Record<string, string>;
  /** Why another way in ended here. */
  refused?: string | undefined;
  onOpen(): void | Promise<void>;
  children: ReactNode;
  below?: ReactNode;
}

/** A form that lets somebody in: every field is sent by its name. */
export function Door({ title, hint, door, label, known = {}, refused: before, onOpen, children, below }: DoorProps) {
  const [why, setWhy] = useState(before);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
    setBusy(true);
    const refused = await knock(door, { ...known, ...fields });
    setWhy(refused);
    if (refused === undefined) await onOpen();
    setBusy(false);
  };
  return (
    <Center mih="100dvh" p="md" component="main">
      <title>{`${title} · Concordat`}</title>
      <Paper withBorder p="xl" w="100%" maw={420}>
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            <img src="/mark.svg" width={40} height={40} alt="" />
            <Title order={1}>{title}</Title>
            {hint && <Text c="dimmed">{hint}</Text>}
            {why && (
              <Alert color="red" role="alert">
                {why}
              </Alert>
            )}
            {children}
            <Button type="submit" loading={busy} fullWidth>
              {label}
            </Button>
            {below}
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
