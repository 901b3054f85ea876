// The tab « Totals ».
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { texts } from "../texts";

interface TotalsTabProps {
  readonly session: Session;
  readonly state: SessionState;
  /** ISO date. */
  readonly today: () => string;
}

export function TotalsTab({ state }: TotalsTabProps) {
  return <p>{state.running ? texts.loadingTab : texts.tab.totals}</p>;
}
