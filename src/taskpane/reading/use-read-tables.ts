// What is read of each column and row, asked for once after each verification; the page shows it under the headings of the sheet too.
import { useEffect } from "react";
import type { TableauDeLecture } from "../../core/domain/lecture";
import type { Verification } from "../../core/verification";
import type { Session } from "../session-store";
import { readingStore, type ReadingState } from "./reading-store";

/** Those of an earlier verification stay until the new ones are there; null while there are none. */
export function useReadTables(
  session: Session,
  verification: Verification,
  { tables }: ReadingState,
): readonly TableauDeLecture[] | null {
  const isKnown = tables?.of === verification;
  useEffect(() => {
    if (isKnown) return;
    let isCurrent = true;
    const tell = async (): Promise<void> => {
      const list = await session.workbook
        .questions()
        .then((ready) => ready.list(verification.asOf))
        .catch(() => []);
      const store = readingStore(session);
      if (isCurrent) store.set({ ...store.getState(), tables: { of: verification, list } });
    };
    void tell();
    return () => {
      isCurrent = false;
    };
  }, [session, verification, isKnown]);
  return tables?.list ?? null;
}
