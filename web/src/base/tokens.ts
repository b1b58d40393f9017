/**
 * Colour, type and measure of the whole product, written once: antd takes them as its theme, our
 * own style sheets as CSS variables (`--ink`, `--line` …). ink3 is the lightest colour allowed for
 * text; `accent` is for graphics only.
 */
import type { ThemeConfig } from 'antd';

export const colour = {
  primary: '#1E4E8C',
  primaryBg: '#E8EFF8',
  ink: '#1B2330',
  ink2: '#4A5568',
  ink3: '#5B6675',
  line: '#E4E8EE',
  line2: '#CBD3DE',
  bg: '#F4F6F8',
  card: '#FFFFFF',
  soft: '#F6F8FA',
  hover: '#F8FAFC',
  track: '#E8ECF1',
  ok: '#1E6E52',
  okBg: '#E6F2ED',
  okDot: '#2E8463',
  warn: '#9A5B00',
  warnBg: '#FCF1DD',
  bad: '#B8352B',
  badBg: '#FBE9E7',
  accent: '#C98A12',
  mute: '#8A94A3',
  muteBg: '#EDF0F4',
} as const;

/** Seven steps of the main series; dark ink reads on the first four, white on the others. */
export const ramp = [
  '#EEF3F9',
  '#D3E0EF',
  '#A9C3E0',
  '#7BA3CD',
  '#3D70A6',
  '#2B5F99',
  '#1E4E8C',
] as const;

const sans =
  '"PingFang SC", "Microsoft YaHei", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

export const theme: ThemeConfig = {
  hashed: false,
  cssVar: { key: 'zr' },
  token: {
    colorPrimary: colour.primary,
    colorInfo: colour.primary,
    colorLink: colour.primary,
    // Lighter ones do not stand out enough from a tinted ground.
    colorLinkHover: colour.primary,
    colorLinkActive: colour.primary,
    colorSuccess: colour.ok,
    colorWarning: colour.warn,
    colorError: colour.bad,
    colorText: colour.ink,
    colorTextSecondary: colour.ink2,
    colorTextTertiary: colour.ink3,
    colorTextQuaternary: colour.ink3,
    colorTextPlaceholder: colour.ink3,
    colorTextDescription: colour.ink3,
    colorTextDisabled: '#6B7482',
    colorBorder: colour.line2,
    colorBorderSecondary: colour.line,
    colorSplit: colour.line,
    colorBgLayout: colour.bg,
    colorErrorBg: colour.badBg,
    colorWarningBg: colour.warnBg,
    colorSuccessBg: colour.okBg,
    colorInfoBg: colour.primaryBg,
    colorErrorBorder: '#F2C9C4',
    colorWarningBorder: '#EFDDB8',
    colorSuccessBorder: '#C4DFD3',
    colorInfoBorder: '#C6D6EA',
    fontFamily: sans,
    fontFamilyCode:
      '"JetBrains Mono", "Cascadia Mono", "Noto Sans Mono CJK SC", ui-monospace, monospace',
    fontSize: 13,
    borderRadius: 6,
    borderRadiusLG: 8,
    controlHeight: 32,
    controlHeightSM: 26,
    motionDurationSlow: '0.2s',
    motionDurationMid: '0.15s',
    boxShadowTertiary: 'none',
  },
  components: {
    Table: {
      headerBg: colour.soft,
      headerColor: colour.ink2,
      headerSplitColor: colour.line,
      cellPaddingBlockSM: 7,
      cellPaddingInlineSM: 10,
      cellFontSizeSM: 13,
      rowHoverBg: colour.hover,
    },
    Button: {
      primaryShadow: '0 1px 2px rgba(30, 78, 140, 0.35)',
      defaultShadow: 'none',
      fontWeight: 500,
    },
    Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 28, labelColor: colour.ink2 },
    Modal: { titleFontSize: 16 },
    Tag: { defaultBg: colour.muteBg, defaultColor: colour.ink2 },
    Tabs: { horizontalItemPadding: '10px 0', titleFontSize: 13 },
  },
};

/** Fingers need 44 px where a pointer needs 32. */
export const touchTheme: ThemeConfig = {
  ...theme,
  token: { ...theme.token, controlHeight: 44, controlHeightLG: 48, controlHeightSM: 36 },
};

/** `primaryBg` becomes `--primary-bg`, so that a style sheet never repeats a colour. */
export function applyTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colour)) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, value);
  }
  ramp.forEach((value, step) => {
    root.style.setProperty(`--ramp-${step + 1}`, value);
  });
}
