import { NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useAct } from '~/lib/act';
import { choicesByCode } from '~/lib/choices';
import { graphql } from '~/lib/graphql';
import { byField } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { FormDialog } from '~/ui/FormDialog';

const CreatePerson = graphql(
  `
    mutation CreatePerson($input: CreatePersonInput!) {
      createPerson(input: $input) {
        person {
          id
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

interface NewPersonProps {
  companies: readonly { id: string; code: string; name: string }[];
  onMade(email: string): void;
  onClose(): void;
}

/** Adds a person; their invitation is made at once. */
export function NewPerson({ companies, onMade, onClose }: NewPersonProps) {
  const { t } = useLingui();
  const { run, refusals, busy } = useAct(CreatePerson);
  const form = useForm({ initialValues: { name: '', email: '', company: companies[0]?.code ?? '' } });
  const make = async () => {
    const { done, refusals: told } = await run({ input: form.values });
    form.setErrors(byField(told));
    if (done) onMade(form.values.email);
    return done;
  };
  return (
    <FormDialog title={t`Add a person`} hint={t`What they may do is for the agreements to say: name them in the agreement file, under people.`} label={t`Add and invite`} refusals={refusals} shown={['name', 'email', 'company']} busy={busy} onSubmit={make} onClose={onClose}>
      <TextInput {...form.getInputProps('name')} label={t`Name`} required data-autofocus autoComplete="off" />
      <TextInput {...form.getInputProps('email')} type="email" label={t`E-mail address`} required autoComplete="off" />
      <NativeSelect {...form.getInputProps('company')} label={t`Works for`} data={choicesByCode(companies)} required />
    </FormDialog>
  );
}
