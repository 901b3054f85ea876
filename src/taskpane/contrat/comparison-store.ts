// Two versions compared, as the pane shows them: it outlives the tab.
import type { ComparaisonMontree } from "../../usecases/compare-workbook";
import type { Session } from "../session-store";
import { tabStores } from "../tab-store";
import { toWarnings } from "../warnings";
import { comparisonTexts } from "./comparison-texts";

export interface ComparisonState {
  readonly compared: (ComparaisonMontree & { readonly edits: number }) | null;
  /** The sheet that says it; null until it is written. */
  readonly sheetName: string | null;
}

export const comparisonOf = tabStores<ComparisonState>({ compared: null, sheetName: null });

/** False when it could not be done, which the pane says. */
export function compareWith(session: Session, file: File): Promise<boolean> {
  return session.perform("report", async (asOf, onWaitingForCell) => {
    comparisonOf(session).set({ compared: null, sheetName: null });
    const { edits } = session.getState();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const compared = await session.workbook.contrat.compare(asOf, { bytes, name: file.name }, onWaitingForCell);
    comparisonOf(session).set({ compared: { ...compared, edits }, sheetName: null });
    return [];
  });
}

export function writeComparison(session: Session): Promise<boolean> {
  return session.perform("report", async (_asOf, onWaitingForCell) => {
    const { compared } = comparisonOf(session).getState();
    if (!compared) return [];
    const { sheetName, refusals, kept } = await session.workbook.contrat.writeComparison(compared, onWaitingForCell);
    comparisonOf(session).set({ compared, sheetName });
    const written = sheetName === null ? [] : [{ kind: "success", text: comparisonTexts.written(sheetName) } as const];
    return [...written, ...toWarnings([...refusals, ...kept])];
  });
}
