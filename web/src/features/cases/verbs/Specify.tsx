import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { against } from '~/lib/refusals';
import { FormDialog } from '~/ui/FormDialog';
import { needsOf, NeedsFields, typed } from '../Needs';
import { type DialogProps, useChange } from './dialog';
import { SpecifyCase } from './documents';

/** Says what a case needs, as it became clear. */
export function Specify({ story, agreed, onClose }: DialogProps) {
  const { t } = useLingui();
  const [needs, setNeeds] = useState(typed(story.needs));
  const { tell, dialog } = useChange(SpecifyCase, story);
  const error = (field: string) => against(dialog.refusals, `needs.${field}`);
  return (
    <FormDialog
      title={t`What ${story.reference} needs`}
      hint={t`Hand-overs are checked against it. What is left empty is not known, and nothing is checked against that.`}
      label={t`Write it down`}
      shown={['needs.region', 'needs.language', 'needs.product', 'needs.skills']}
      {...dialog}
      onSubmit={() => tell({ needs: needsOf(needs) })}
      onClose={onClose}
    >
      <NeedsFields needs={needs} skills={[...new Set(agreed.teams.flatMap((team) => team.skills))]} error={error} onChange={setNeeds} />
    </FormDialog>
  );
}
