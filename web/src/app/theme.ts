import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The console's own colour: a deep green-blue, the colour of its mark. */
const pine: MantineColorsTuple = ['#e9f6f6', '#d5eaeb', '#a9d5d7', '#79bfc3', '#53adb2', '#3aa1a8', '#1f8a92', '#14707a', '#0f5f69', '#0a4a53'];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 7 },
  colors: { pine },
  defaultRadius: 'sm',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", monospace',
  headings: { fontWeight: '620', sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.15rem' }, h3: { fontSize: '1rem' } } },
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  luminanceThreshold: 0.42,
  components: {
    // the heading of a dialog is no banner of the page
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
  },
});

/** Quiet text keeps 4.5:1 on every ground of the console, light and dark (WCAG 2.2, 1.4.3). */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#56606b', '--mantine-color-body': '#fbfcfc', '--mantine-color-error': '#b42318' },
  dark: { '--mantine-color-dimmed': '#a9b1ba', '--mantine-color-error': '#ff9a8f' },
});
