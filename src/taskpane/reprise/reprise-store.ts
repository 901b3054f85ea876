// What another copy of the workbook says, as the pane shows it before it is taken.
import type { Dernier } from "../../core/domain/reprise";
import type { RepriseMontree } from "../../usecases/plan-reprise";
import { performAsShown } from "../perform-as-shown";
import type { Session } from "../session-store";
import { tabStores } from "../tab-store";
import { verifyAndGoOn } from "../verify/work/go-on";
import { repriseTexts } from "./texts";

interface Shown {
  readonly bytes: Uint8Array;
  readonly montree: RepriseMontree;
  /** By the id of the discrepancy; the received one where nobody chose. */
  readonly choix: Readonly<Record<string, Dernier>>;
}

/** Null until a copy is chosen. */
export const repriseOf = tabStores<{ readonly shown: Shown | null }>({ shown: null });

function show(session: Session, bytes: Uint8Array, name: string): Promise<boolean> {
  return session.perform("report", async (asOf, onWaitingForCell) => {
    const montree = await session.workbook.contrat.previewReprise(asOf, { bytes, name }, onWaitingForCell);
    repriseOf(session).set({ shown: { bytes, montree, choix: {} } });
    return [];
  });
}

export async function chooseCopy(session: Session, file: File): Promise<void> {
  repriseOf(session).set({ shown: null });
  await show(session, new Uint8Array(await file.arrayBuffer()), file.name);
}

export function chooseLast(session: Session, id: string, dernier: Dernier): void {
  const { shown } = repriseOf(session).getState();
  if (shown) repriseOf(session).set({ shown: { ...shown, choix: { ...shown.choix, [id]: dernier } } });
}

/** Then what was said is counted, and what the other party answered stands before the list. */
export async function takeBack(session: Session): Promise<void> {
  const store = repriseOf(session);
  const { shown } = store.getState();
  if (!shown) return;
  const { bytes, montree, choix } = shown;
  const name = montree.recu;
  const isTaken = await performAsShown(
    session,
    "justify",
    async (asOf, onWaitingForCell) => {
      await session.workbook.contrat.reprendre(asOf, { bytes, name }, montree, choix, onWaitingForCell);
      store.set({ shown: null });
      return [{ kind: "success", text: repriseTexts.taken(montree.prises.length, name) }];
    },
    () => show(session, bytes, name),
  );
  if (isTaken) await verifyAndGoOn(session, []);
}
