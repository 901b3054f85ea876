// What the pane keeps on this machine from one opening to the next: how the agent likes it, how many discrepancies
// a list was begun with, and words begun that the workbook does not have yet; never what a workbook holds.
const PREFIX = "contrat-local-des-solidarites/";

export type Kept = "name" | "capacity" | "party" | "filters" | "background" | "drafts" | "begun";

/** "" where nothing was kept, or where the browser keeps nothing for a pane. */
export function recall(what: Kept): string {
  try {
    return localStorage.getItem(PREFIX + what) ?? "";
  } catch {
    // Refused where the agent or his administrator blocks storage: it is then asked for again.
    return "";
  }
}

export function keep(what: Kept, value: string): void {
  try {
    localStorage.setItem(PREFIX + what, value);
  } catch {
    // As above.
  }
}
