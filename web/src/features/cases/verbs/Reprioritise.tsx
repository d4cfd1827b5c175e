import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { choicesByCode } from '~/lib/choices';
import { against } from '~/lib/refusals';
import { FormDialog } from '~/ui/FormDialog';
import { type DialogProps, useChange } from './dialog';
import { ReprioritiseCase } from './documents';

/** Another priority, and with it other targets. */
export function Reprioritise({ story, agreed, onClose }: DialogProps) {
  const { t } = useLingui();
  const [priority, setPriority] = useState(story.priority);
  const [pack, setPack] = useState(story.package ?? '');
  const { tell, dialog } = useChange(ReprioritiseCase, story);
  return (
    <FormDialog
      title={t`Another priority for ${story.reference}`}
      hint={t`Targets that no longer apply are cancelled; time that is used up stays used up.`}
      label={t`Change it`}
      shown={['priority', 'package']}
      {...dialog}
      onSubmit={() => tell({ priority, package: pack && pack !== story.package ? pack : null })}
      onClose={onClose}
    >
      <NativeSelect label={t`Priority`} value={priority} onChange={(event) => setPriority(event.currentTarget.value)} error={against(dialog.refusals, 'priority')} data={choicesByCode(agreed.caseHandling?.priorities ?? [])} data-autofocus />
      <NativeSelect label={t`Service package`} value={pack} onChange={(event) => setPack(event.currentTarget.value)} error={against(dialog.refusals, 'package')} data={[...(story.package ? [] : [{ value: '', label: t`None` }]), ...choicesByCode(agreed.caseHandling?.packages ?? [])]} />
    </FormDialog>
  );
}
