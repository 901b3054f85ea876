// After something was settled: the verification that counts it, then the next one to do, its cell selected and the keyboard on it.
import { vueDe } from "../../../core/domain/a-qui";
import type { Session } from "../../session-store";
import { neighbour, NO_FILTER, remarks, workItems, type WorkItem, type WorkState } from "./work-list";
import { workStore } from "./work-store";

/** The heading that says the state, which takes the keyboard where no card is left for it. */
export const STATE_HEADING = "etat";

/** In the view where it stands, whatever was filtered. */
export function showFinding(session: Session, id: string): void {
  const store = workStore(session);
  const { outcome, qui } = session.getState();
  const finding = outcome?.verification.findings.find((one) => one.id === id);
  if (!finding) return;
  const { grouping } = store.getState().filter;
  const filter = { ...NO_FILTER, grouping, view: vueDe(finding, qui.party) };
  store.set({ ...store.getState(), filter, current: id, isOpen: true, focus: id });
}

/** Its line opens, its cell is selected, and both come into view. */
export function goTo(session: Session, { finding: { id, cells } }: Pick<WorkItem, "finding">): void {
  const store = workStore(session);
  store.set({ ...store.getState(), current: id, isOpen: true, focus: id });
  if (cells[0]) void session.selectCell(cells[0]);
}

/** One further in the list that is shown; past either end, to the line that says what is left. */
export function step(session: Session, shown: readonly WorkItem[], by: 1 | -1): void {
  const store = workStore(session);
  const next = neighbour(shown, store.getState().current, by);
  if (next) goTo(session, next);
  else store.set({ ...store.getState(), current: null, focus: STATE_HEADING });
}

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
  const id = next?.finding.id ?? null;
  store.set({ ...store.getState(), current: id, isOpen: true, focus: id ?? STATE_HEADING });
  const [cell] = next?.finding.cells ?? [];
  if (cell) await session.selectCell(cell);
}
