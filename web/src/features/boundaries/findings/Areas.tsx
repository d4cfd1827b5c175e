import { Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';

interface Names {
  others: boolean;
  names: readonly string[];
}

/** Where a finding holds. */
type Area = Record<'regions' | 'languages' | 'products' | 'skills', Names>;

const everything = ({ others, names }: Names) => others && names.length === 0;

/** Tells where a finding holds, a line for each area; nothing where it holds everywhere. */
export function useAreaLines(): (areas: readonly Area[]) => string[] {
  const { t } = useLingui();
  const tell = ({ others, names }: Names) => (others ? t`all but ${names.join(', ')}` : names.join(', '));
  return (areas) =>
    areas.flatMap(({ regions, languages, products, skills }) => {
      const parts = [
        { label: t`Regions`, names: regions },
        { label: t`Languages`, names: languages },
        { label: t`Products`, names: products },
        { label: t`Skills`, names: skills },
      ].filter(({ names }) => !everything(names));
      return parts.length > 0 ? [parts.map(({ label, names }) => `${label}: ${tell(names)}`).join('; ')] : [];
    });
}

/** Where a finding holds: regions, languages, products and skills, as far as they matter. */
export function Areas({ of }: { of: readonly Area[] }) {
  const lines = useAreaLines()(of);
  if (lines.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="where">
      <Title order={2} id="where">
        <Trans>Where</Trans>
      </Title>
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Stack>
  );
}
