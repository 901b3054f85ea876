// The workbook that shows: its grid, and the pane beside it.
import { useState, useSyncExternalStore, type ReactElement } from "react";
import { Alert } from "../grid/alert";
import { Splitter } from "../grid/splitter";
import { Workbook } from "../grid/workbook-view";
import { App } from "../taskpane/app";
import type { OpenFile } from "./open-files";
import { useSheetNotes } from "./use-sheet-notes";

const PANE_WIDTH = 380;

export function OpenWorkbook({ file }: { readonly file: OpenFile }): ReactElement {
  const { grid, pane } = file;
  const snapshot = useSyncExternalStore(grid.subscribe, grid.snapshot);
  const notes = useSheetNotes(pane, snapshot.view);
  const [paneWidth, setPaneWidth] = useState(PANE_WIDTH);
  return (
    <>
      <Alert
        text={snapshot.alert}
        onDismiss={() => {
          grid.dismissAlert();
        }}
      />
      <div className="desk">
        <Workbook viewKey={String(file.id)} session={grid} snapshot={snapshot} notes={notes}>
          <Splitter width={paneWidth} onResize={setPaneWidth} />
        </Workbook>
        <div id="volet" className="pane" style={{ width: paneWidth }} tabIndex={-1}>
          <App key={file.id} session={pane} officeBackground={null} today={pane.today} />
        </div>
      </div>
    </>
  );
}
