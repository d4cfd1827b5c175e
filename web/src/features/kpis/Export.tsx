import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useSeat } from '~/app/seat';

/** What a file holds: as the export of the API asks for it. */
interface Wanted {
  period: string;
  periods?: number;
  by: string;
  kpis?: readonly string[] | undefined;
  companies?: readonly string[] | undefined;
  services?: readonly string[] | undefined;
}

const formats = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['ndjson', 'NDJSON'],
] as const;

/** The address of a file with these figures. */
function addressOf(agreement: string, format: string, { period, periods = 1, by, kpis, companies, services }: Wanted): string {
  const asked = new URLSearchParams({ agreement, period, periods: String(periods), by: by.toLowerCase() });
  for (const [name, codes] of Object.entries({ kpi: kpis, company: companies, service: services })) {
    if (codes && codes.length > 0) asked.set(name, codes.join(','));
  }
  return `/export/scorecard.${format}?${asked}`;
}

/** Takes what is shown away as a file: the same figures, and the same ones concealed. */
export function Export({ files }: { files: { label: string; wanted: Wanted }[] }) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          <Trans>Export</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(({ label, wanted }) => (
          <div key={label}>
            <Menu.Label>{label}</Menu.Label>
            {formats.map(([format, name]) => (
              <Menu.Item key={format} component="a" href={addressOf(agreement.code, format, wanted)} download aria-label={t`${label} as ${name}`}>
                {name}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
