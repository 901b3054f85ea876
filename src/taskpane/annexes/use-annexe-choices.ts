// The years and actions to choose from, read again whenever the tab is shown: the agent may have changed his contract.
import { useEffect, useState } from "react";
import type { AnnexeChoices } from "../../usecases/annexe-choices";
import { isoDate, type Session } from "../session-store";
import type { SessionState } from "../session";

const NONE: AnnexeChoices = { annees: [], actions: [] };

export function useAnnexeChoices(session: Session, { tab, running, asOf }: SessionState): AnnexeChoices {
  const [choices, setChoices] = useState(NONE);
  const isIdle = tab === "annexes" && running === null;
  useEffect(() => {
    if (!isIdle) return;
    let isCurrent = true;
    session.workbook.annexes
      .choices(asOf || isoDate(new Date()))
      .then((found) => {
        if (isCurrent) setChoices(found);
      })
      // Without them each annexe can still be inserted whole, and the insertion says what is wrong.
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [session, isIdle, asOf]);
  return choices;
}
