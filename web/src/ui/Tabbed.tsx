import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParam } from '~/lib/url';

/** A part of a page that has a tab of its own. */
interface Tab {
  value: string;
  label: string;
  content(): ReactNode;
}

/** Parts of a page behind tabs; the one that is open stands in the address. */
export function Tabbed({ label, tabs }: { label: string; tabs: Tab[] }) {
  const [first] = tabs;
  const [asked, setTab] = useParam('tab', first?.value);
  const open = tabs.find(({ value }) => value === asked) ?? first;
  return (
    <Tabs value={open?.value ?? null} onChange={setTab} keepMounted={false}>
      <Tabs.List aria-label={label} className="no-print">
        {tabs.map(({ value, label: name }) => (
          <Tabs.Tab key={value} value={value}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ value, content }) => (
        <Tabs.Panel key={value} value={value} pt="md">
          {value === open?.value && content()}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
