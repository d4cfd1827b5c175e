import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useAct } from '~/lib/act';
import { type EnumOf, graphql } from '~/lib/graphql';
import { byField } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { FormDialog } from '~/ui/FormDialog';
import { scopes } from './words';

const CreateToken = graphql(
  `
    mutation CreateToken($input: CreateTokenInput!) {
      createToken(input: $input) {
        created {
          secret
          token {
            id
          }
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

type Scope = EnumOf<'TokenScope'>;

/** Makes a token; its secret is told once. */
export function NewToken({ onMade, onClose }: { onMade(secret: string | null): void; onClose(): void }) {
  const { t, i18n } = useLingui();
  const { run, refusals, busy } = useAct(CreateToken);
  const form = useForm<{ name: string; scopes: Scope[]; days: string }>({ initialValues: { name: '', scopes: ['READ'], days: '90' } });
  const make = async () => {
    const { name, scopes: may, days } = form.values;
    const { done, data, refusals: told } = await run({ input: { name, scopes: may, days: Number(days) } });
    if (done) onMade(data?.createToken.created?.secret ?? null);
    form.setErrors(byField(told));
    return done;
  };
  return (
    <FormDialog title={t`New token`} label={t`Make it`} refusals={refusals} shown={['name', 'scopes', 'days']} busy={busy} onSubmit={make} onClose={onClose}>
      <TextInput {...form.getInputProps('name')} label={t`What it is for`} description={t`Such as the name of the system that uses it.`} required data-autofocus maxLength={200} />
      <Checkbox.Group {...form.getInputProps('scopes')} label={t`What it may do`} required>
        <Stack gap="xs" mt="xs">
          {(Object.keys(scopes) as Scope[]).map((scope) => (
            <Checkbox key={scope} value={scope} label={i18n._(scopes[scope].label)} description={i18n._(scopes[scope].hint)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NativeSelect
        {...form.getInputProps('days')}
        label={t`Ends by itself after`}
        data={[
          { value: '30', label: t`30 days` },
          { value: '90', label: t`90 days` },
          { value: '365', label: t`a year` },
          { value: '730', label: t`two years` },
        ]}
      />
    </FormDialog>
  );
}
