/** Mantine in our look: ink instead of colour, our tokens instead of its own. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';

const shades = ['#f3f4f5', '#e3e6e8', '#c6cbd0', '#a6aeb6', '#8a949e', '#727d87', '#5f6973', '#434f5b', '#2b3641', '#16202b'] as const;
const ink: MantineColorsTuple = [...shades];

const variants: Readonly<Record<string, ReturnType<VariantColorsResolver>>> = {
  filled: { background: 'var(--ink)', hover: 'var(--ink-2)', color: 'var(--on-ink)', hoverColor: 'var(--on-ink)', border: '1px solid transparent' },
  default: { background: 'var(--card)', hover: 'var(--paper)', color: 'var(--ink)', hoverColor: 'var(--ink)', border: '1px solid var(--control)' },
  subtle: { background: 'transparent', hover: 'var(--paper-2)', color: 'var(--ink)', hoverColor: 'var(--ink)', border: '1px solid transparent' },
};

export const theme = createTheme({
  primaryColor: 'ink',
  colors: { ink },
  primaryShade: 9,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  defaultRadius: 6,
  respectReducedMotion: true,
  focusRing: 'never',
  cursorType: 'pointer',
  fontSizes: { xs: 'var(--t-12)', sm: 'var(--t-13)', md: 'var(--t-14)', lg: 'var(--t-16)', xl: 'var(--t-20)' },
  variantColorResolver: ({ variant }) => variants[variant] ?? (variants.default as ReturnType<VariantColorsResolver>),
  components: {
    Button: { defaultProps: { variant: 'default', size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 32 } },
    Tooltip: { defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false }, withinPortal: true } },
    // the focus begins at the first item; a placeholder for it would be a stranger among the items of a menu
    Menu: { defaultProps: { shadow: 'none', position: 'bottom-start', withinPortal: true, radius: 6, withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 10,
        withCloseButton: false,
        overlayProps: { backgroundOpacity: 0.35 },
        // its head is a <header>, which would be a second banner of the page
        attributes: { header: { role: 'none' } },
      },
    },
  },
});

const surface = {
  '--mantine-color-body': 'var(--table)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--paper)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control)',
  '--mantine-color-disabled': 'var(--paper)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line-2)',
  '--mantine-color-error': 'var(--alert)',
  '--mantine-color-anchor': 'var(--ink)',
  '--mantine-primary-color-filled': 'var(--ink)',
  '--mantine-primary-color-filled-hover': 'var(--ink-2)',
  '--mantine-primary-color-light': 'var(--mark-wash)',
  '--mantine-primary-color-light-hover': 'var(--mark-wash)',
  '--mantine-primary-color-light-color': 'var(--ink)',
  '--mantine-primary-color-contrast': 'var(--on-ink)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: surface, dark: surface });
