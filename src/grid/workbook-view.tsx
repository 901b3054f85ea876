// One workbook as the page shows it: its formula bar, the active sheet, the tabs of the others, and what is selected.
import type { ReactElement, ReactNode } from "react";
import type { SheetNotes } from "./view/column-notes";
import { FormulaBar } from "./view/formula-bar";
import { Grid } from "./view/grid";
import { SelectionSummary } from "./view/selection-summary";
import { SheetTabs } from "./view/sheet-tabs";
import type { Snapshot, WorkbookSession } from "./workbook/session";

interface WorkbookProps {
  /** Tells one workbook from another: each scrolls by itself. */
  readonly viewKey: string;
  readonly session: WorkbookSession;
  readonly snapshot: Snapshot;
  /** What stands beside it says something of the sheet. */
  readonly notes?: SheetNotes | null;
  /** At its edge. */
  readonly children?: ReactNode;
}

export function Workbook({ viewKey, session, snapshot, notes = null, children }: WorkbookProps): ReactElement {
  const { sheets, view } = snapshot;
  return (
    <section className="workbook" aria-label="Classeur">
      <FormulaBar view={view} actions={session} />
      <Grid key={`${viewKey}/${view.sheet.id}`} view={view} actions={session} notes={notes} />
      <div className="workbook-foot">
        <SheetTabs
          sheets={sheets}
          active={view.sheet}
          onActivate={(sheet) => {
            session.activate(sheet);
          }}
        />
        <SelectionSummary view={view} />
      </div>
      {children}
    </section>
  );
}
