import { SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

/** What a case needs of whoever works on it, as it is typed. */
interface Needs {
  region: string;
  language: string;
  product: string;
  skills: string[];
}

/** What is known of a case's needs, to be typed on. */
export const typed = (known?: { region: string | null; language: string | null; product: string | null; skills: readonly string[] }): Needs => ({
  region: known?.region ?? '',
  language: known?.language ?? '',
  product: known?.product ?? '',
  skills: [...(known?.skills ?? [])],
});

/** What was typed, as the API takes it: what is empty is not known. */
export const needsOf = ({ region, language, product, skills }: Needs) => ({ region: region.trim() || null, language: language.trim() || null, product: product.trim() || null, skills });

interface NeedsFieldsProps {
  needs: Needs;
  skills: readonly string[];
  error?: (field: string) => string | undefined;
  onChange(needs: Needs): void;
}

/** Fields for what a case needs; boundaries and routing go by them. */
export function NeedsFields({ needs, skills, error, onChange }: NeedsFieldsProps) {
  const { t } = useLingui();
  const field = (name: 'region' | 'language' | 'product') => ({ value: needs[name], error: error?.(name), maxLength: 200, onChange: (event: { currentTarget: { value: string } }) => onChange({ ...needs, [name]: event.currentTarget.value }) });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput label={t`Region of the customer`} {...field('region')} />
      <TextInput label={t`Language of the customer`} {...field('language')} />
      <TextInput label={t`Product`} {...field('product')} />
      <TagsInput label={t`Skills`} data={[...skills]} value={needs.skills} error={error?.('skills')} onChange={(next) => onChange({ ...needs, skills: next })} clearButtonProps={{ 'aria-label': t`Clear the skills` }} />
    </SimpleGrid>
  );
}
