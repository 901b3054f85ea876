// Puts the simulated Excel under the pane's page, in the colours of its theme.
import { installWin32Bridge, requirementSets, type OfficeTheme, type Win32Bridge } from "simulated-excel/win32-bridge";
import type { HostSession } from "../host-session";

export type ThemeName = "light" | "dark";

const OFFICE_THEMES: Readonly<Record<ThemeName, OfficeTheme>> = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x262626,
    controlBackgroundColor: 0xffffff,
    controlForegroundColor: 0x262626,
  },
  dark: {
    bodyBackgroundColor: 0x292929,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x292929,
    controlForegroundColor: 0xffffff,
  },
};

/** The link to the pane that is loaded; a reloaded pane takes the place of the one before. */
export class PaneLink {
  #bridge: Win32Bridge | null = null;

  /** With no theme, Excel tells none: the pane follows the system. An older Excel says that it is one. */
  connect(pane: object, session: HostSession, theme: ThemeName | null, excelApi: string | null): void {
    const sets = requirementSets(session.host.profile.excelApi);
    this.#bridge = installWin32Bridge(pane, session.host, {
      theme: () => (theme ? OFFICE_THEMES[theme] : {}),
      requirementSets: excelApi === null ? sets : { ...sets, ExcelApi: excelApi },
    });
  }

  /** Runs a function of the add-in, as a click on its ribbon button does. */
  async invoke(functionName: string, buttonId: string): Promise<void> {
    if (!this.#bridge) throw new Error("no pane is loaded");
    await this.#bridge.invokeCommand(functionName, buttonId);
  }
}
