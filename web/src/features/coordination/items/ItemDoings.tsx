import { Button, Group, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { useDraft } from '~/lib/draft';
import { against } from '~/lib/refusals';
import { Agree } from '~/ui/Agree';
import { FormDialog } from '~/ui/FormDialog';
import type { Item } from './card';
import { CompleteActionItem, DropActionItem } from './verbs';

/** What may be done with an open action item: its company reports it as done, whoever assigns takes it back. */
export function ItemDoings({ item }: { item: Item }) {
  const { company, holds } = useSeat();
  const [open, setOpen] = useState<'complete' | 'drop'>();
  if (item.state !== 'OPEN') return null;
  const close = () => setOpen(undefined);
  return (
    <Group gap={4} className="no-print" wrap="nowrap">
      {item.company?.id === company.id && holds('STEWARD', 'SIGNATORY', 'COORDINATOR', 'SME', 'CONTACT_AGENT', 'ENGINEER') && (
        <Button size="compact-xs" onClick={() => setOpen('complete')}>
          <Trans>Done…</Trans>
        </Button>
      )}
      {holds('STEWARD', 'COORDINATOR') && (
        <Button size="compact-xs" variant="default" onClick={() => setOpen('drop')}>
          <Trans>Take back…</Trans>
        </Button>
      )}
      {open === 'complete' && <CompleteItem item={item} onClose={close} />}
      {open === 'drop' && <DropItem item={item} onClose={close} />}
    </Group>
  );
}

function CompleteItem({ item: { id, title, revision }, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useLingui();
  const me = useMe();
  const { run, busy, refusals } = useAct(CompleteActionItem);
  const [evidence, setEvidence, drop] = useDraft(`item ${id}`, me.id);
  const submit = async () => {
    const { done } = await run({ input: { actionItem: id, revision, evidence: evidence.trim() } });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog title={t`“${title}” is done`} label={t`Report it as done`} refusals={refusals} shown={['evidence']} busy={busy} onSubmit={submit} onClose={onClose}>
      <Textarea
        label={t`What shows it`}
        description={t`A link, a number, who confirmed it.`}
        required
        autosize
        minRows={3}
        maxLength={4000}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        error={against(refusals, 'evidence')}
        data-autofocus
      />
    </FormDialog>
  );
}

function DropItem({ item: { id, title, revision }, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useLingui();
  const { run, busy, refusals } = useAct(DropActionItem);
  return (
    <Agree
      title={t`Take “${title}” back`}
      label={t`Take it back`}
      reason="needed"
      about={id}
      refusals={refusals}
      busy={busy}
      danger
      onAgree={async (reason) => (await run({ input: { actionItem: id, revision, reason } })).done}
      onClose={onClose}
    />
  );
}
