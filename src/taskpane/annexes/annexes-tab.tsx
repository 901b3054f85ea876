// The tab « Annexes ».
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { texts } from "../texts";

interface AnnexesTabProps {
  readonly session: Session;
  readonly state: SessionState;
  /** ISO date. */
  readonly today: () => string;
}

export function AnnexesTab({ state }: AnnexesTabProps) {
  return <p>{state.running ? texts.loadingTab : texts.tab.annexes}</p>;
}
