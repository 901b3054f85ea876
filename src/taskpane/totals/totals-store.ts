// Where the refresh of the totals stands.
import type { RefreshedTotals, TotalsPreview } from "../../usecases/refresh-totals";
import type { Session } from "../session-store";
import { performAsShown } from "../perform-as-shown";
import { tabStores } from "../tab-store";

export type TotalsState =
  | { readonly kind: "idle" }
  | { readonly kind: "preview"; readonly preview: TotalsPreview; readonly edits: number }
  | {
      readonly kind: "done";
      readonly refreshed: RefreshedTotals;
      readonly preview: TotalsPreview;
      /** The session's count of edits of which this knows. */
      readonly edits: number;
    };

export const totalsOf = tabStores<TotalsState>({ kind: "idle" });

/** Shows the tab and what would change. False when there is something else to tell: no table, a protected sheet. */
export function startTotals(session: Session): Promise<boolean> {
  const store = totalsOf(session);
  session.chooseTab("totals");
  return session.perform("totals", async (asOf, onWaitingForCell) => {
    store.set({ kind: "idle" });
    const { edits } = session.getState();
    store.set({ kind: "preview", preview: await session.workbook.totals.preview(asOf, onWaitingForCell), edits });
    return [];
  });
}

/** Writes what the preview shows. */
export function applyTotals(session: Session): Promise<boolean> {
  const store = totalsOf(session);
  return performAsShown(
    session,
    "totals",
    async (asOf, onWaitingForCell) => {
      const state = store.getState();
      if (state.kind !== "preview") return [];
      const { preview } = state;
      const { edits } = session.getState();
      const refreshed = await session.workbook.totals.apply(asOf, preview, onWaitingForCell);
      const isEdit = refreshed.written > 0;
      store.set({ kind: "done", refreshed, preview, edits: isEdit ? edits + 1 : edits });
      if (isEdit) session.noteEdit();
      return [];
    },
    () => startTotals(session),
  );
}
