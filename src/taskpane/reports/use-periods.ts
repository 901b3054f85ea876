// The periods to choose from, read again whenever the tab is shown: the agent may have changed his contract.
import { useEffect, useState } from "react";
import type { BilanPeriods } from "../../usecases/bilan-periods";
import type { SessionState } from "../session";
import type { Session } from "../session-store";

/** Null while they are not known; the mid-term report can be asked for all the same. */
export function usePeriods(session: Session, { tab, running }: SessionState, asOf: string): BilanPeriods | null {
  const [periods, setPeriods] = useState<BilanPeriods | null>(null);
  const isIdle = tab === "reports" && running === null;
  useEffect(() => {
    if (!isIdle) return;
    let isCurrent = true;
    session.workbook.reports
      .periods(asOf)
      .then((found) => {
        if (isCurrent) setPeriods(found);
      })
      // What is wrong is said when a report is asked for.
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [session, isIdle, asOf]);
  return periods;
}
