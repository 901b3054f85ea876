// After something was settled: the verification that counts it, then the next one to do, its cell selected and the keyboard on it.
import type { Session } from "../../session-store";
import { workItems } from "./work-list";
import { workStore } from "./work-store";

/** The heading that says the state, which takes the keyboard where no card is left for it. */
export const STATE_HEADING = "etat";

/** `then` are ids in the order in which they are tried. */
export async function verifyAndGoOn(session: Session, then: readonly string[]): Promise<void> {
  const store = workStore(session);
  if (!(await session.verify())) return;
  const { outcome } = session.getState();
  const items = workItems(outcome?.verification.findings ?? []);
  const toDo = new Map(items.flatMap((item) => (item.state === "to-do" ? [[item.finding.id, item] as const] : [])));
  const next = then.map((id) => toDo.get(id)).find((item) => item !== undefined);
  store.set({ ...store.getState(), current: next?.finding.id ?? null, focus: next?.finding.id ?? STATE_HEADING });
  const [cell] = next?.finding.cells ?? [];
  if (cell) await session.selectCell(cell);
}
