import { Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Finding } from './FindingPage';

type Area = Finding['areas'][number];
type Names = Area['regions'];

const everything = ({ others, names }: Names) => others && names.length === 0;

/** Where a finding holds: regions, languages, products and skills, as far as they matter. */
export function Areas({ of }: { of: Finding['areas'] }) {
  const { t } = useLingui();
  const tell = ({ others, names }: Names) => (others ? t`all but ${names.join(', ')}` : names.join(', '));
  const parts = ({ regions, languages, products, skills }: Area) =>
    [
      { label: t`Regions`, names: regions },
      { label: t`Languages`, names: languages },
      { label: t`Products`, names: products },
      { label: t`Skills`, names: skills },
    ].filter(({ names }) => !everything(names));
  const told = of.map(parts).filter((area) => area.length > 0);
  if (told.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="where">
      <Title order={2} id="where">
        <Trans>Where</Trans>
      </Title>
      {told.map((area) => {
        const line = area.map(({ label, names }) => `${label}: ${tell(names)}`).join('; ');
        return (
          <Text key={line} size="sm">
            {line}
          </Text>
        );
      })}
    </Stack>
  );
}
