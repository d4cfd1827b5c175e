import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useMe } from '~/features/identity/session';
import { useDecision } from '~/lib/decide';
import { useDraft } from '~/lib/draft';
import { FormDialog } from '~/ui/FormDialog';
import { useChoices } from '../choices';
import { CriterionFields } from './CriterionFields';
import type { Against } from './PlanPanel';
import type { Plan } from './plan';
import { blank, changed, draftOf, type PlanDraft, planned } from './planForm';
import { TaskFields } from './TaskFields';
import { useErrors } from './errors';
import { ChangeAction, PlanAction } from './verbs';

interface PlanDialogProps {
  /** The deviation that it answers. */
  for: Against;
  /** The plan that is changed; without one, a new one is drafted. */
  plan?: Plan;
  onClose(): void;
}

/** Reads what was being written when the page was left; nothing where there is none. */
function kept(text: string): PlanDraft | undefined {
  return text ? (JSON.parse(text) as PlanDraft) : undefined;
}

/** Drafts a plan or changes it: what it is called, how it will be proved, and who does what until when. */
export function PlanDialog({ for: deviation, plan, onClose }: PlanDialogProps) {
  const { t } = useLingui();
  const me = useMe();
  const choices = useChoices();
  const [text, write, drop] = useDraft(`plan ${plan?.id ?? deviation.id}`, me.id);
  const drafting = useDecision(PlanAction, deviation);
  const changing = useDecision(ChangeAction, plan ?? deviation);
  const { dialog } = plan ? changing : drafting;
  const errors = useErrors(dialog.refusals);
  const form = useForm<PlanDraft>({
    mode: 'controlled',
    initialValues: kept(text) ?? (plan ? draftOf(plan) : blank(deviation)),
    onValuesChange: (values) => write(JSON.stringify(values)),
  });
  const kpi = choices?.kpis.find(({ id }) => id === form.values.criterion.kpi);
  const submit = async () => {
    const done = plan
      ? await changing.run({ input: { correctiveAction: plan.id, revision: changing.revision, ...changed(form.values, plan, kpi?.unit) } })
      : await drafting.run({ input: { deviation: deviation.id, revision: drafting.revision, ...planned(form.values, kpi?.unit) } });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog
      title={plan ? t`Change the plan` : t`Plan a corrective action`}
      hint={plan ? t`Consents fall when tasks or criterion become others; a task that asks for something else is to be accepted again.` : t`It is a draft until it is proposed. Later periods alone decide whether it worked.`}
      label={plan ? t`Change it` : t`Draft it`}
      size="xl"
      {...dialog}
      shown={errors.shown(form.values)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack gap="lg">
        <TextInput label={t`Title`} required maxLength={200} {...form.getInputProps('title')} error={errors.of('title')} data-autofocus />
        <TaskFields form={form} choices={choices} errors={errors} />
        <CriterionFields form={form} choices={choices} errors={errors} deviation={deviation.period} unit={kpi?.unit} />
      </Stack>
    </FormDialog>
  );
}
