// The themes that most panes never show: dark, and that of contrast settings.
import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

export const dark: Theme = webDarkTheme;

/** Its own fonts are those of Teams. */
export const contrast: Theme = { ...teamsHighContrastTheme, fontFamilyBase: webLightTheme.fontFamilyBase };
