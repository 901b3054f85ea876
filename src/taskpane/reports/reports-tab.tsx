// The tab « Reports ».
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { texts } from "../texts";

interface ReportsTabProps {
  readonly session: Session;
  readonly state: SessionState;
  /** ISO date. */
  readonly today: () => string;
}

export function ReportsTab({ state }: ReportsTabProps) {
  return <p>{state.running ? texts.loadingTab : texts.tab.reports}</p>;
}
