// What the preview leaves on its window: its pane's way to Excel, and the open workbook for tests and consoles.
import type { HostSession } from "./host-session";

export interface PreviewAccess {
  /** Called by the pane's page before office.js loads. */
  connectPane: (pane: object) => void;
  session: HostSession;
}

export type PreviewWindow = typeof window & PreviewAccess;
