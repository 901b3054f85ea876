// After something was settled: the verification that counts it, then the next one to do, its cell selected and the keyboard on it.
import type { Session } from "../../session-store";
import { remarks, workItems, type WorkState } from "./work-list";
import { workStore } from "./work-store";

/** The heading that says the state, which takes the keyboard where no card is left for it. */
export const STATE_HEADING = "etat";

/** `then` are ids in the order in which they are tried, those of one state before those to do. */
export async function verifyAndGoOn(
  session: Session,
  then: readonly string[],
  state: WorkState = "to-do",
): Promise<void> {
  const store = workStore(session);
  if (!(await session.verify())) return;
  const { outcome } = session.getState();
  const findings = outcome?.verification.findings ?? [];
  // A remark is gone to from the one before it.
  const listed = [
    ...workItems(findings),
    ...remarks(findings).map((finding) => ({ finding, state: "to-do" as const })),
  ];
  const byId = new Map(listed.map((item) => [item.finding.id, item]));
  const following = then.flatMap((id) => byId.get(id) ?? []);
  const next = [state, "to-do"].map((one) => following.find((item) => item.state === one)).find(Boolean);
  store.set({ ...store.getState(), current: next?.finding.id ?? null, focus: next?.finding.id ?? STATE_HEADING });
  const [cell] = next?.finding.cells ?? [];
  if (cell) await session.selectCell(cell);
}
