// The workbook that shows: its grid, and the pane beside it.
import { lazy, Suspense, useState, useSyncExternalStore, type ReactElement } from "react";
import { Alert } from "../grid/alert";
import { Splitter } from "../grid/splitter";
import { Workbook } from "../grid/workbook-view";
import { App } from "../taskpane/app";
import { nouveauStore } from "../taskpane/contrat/nouveau/nouveau-store";
import type { Session } from "../taskpane/session-store";
import type { OpenFile } from "./open-files";
import { useSheetNotes } from "./use-sheet-notes";

const PANE_WIDTH = 380;

const SignedDocument = lazy(async () => {
  const { SignedDocument } = await import(/* webpackChunkName: "signed-document" */ "./signed-document");
  return { default: SignedDocument };
});

/** Where the pane stands below the sheet, the questions show their sentences themselves. */
const WIDE = "(min-width: 761px)";

function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(WIDE).matches,
  );
}

/** Null unless the contract that was read is being read again. */
function useWork(session: Session) {
  const store = nouveauStore(session);
  const { step, work } = useSyncExternalStore(store.subscribe, store.getState);
  return step === "contrat" && work?.document ? { work, document: work.document } : null;
}

export function OpenWorkbook({ file }: { readonly file: OpenFile }): ReactElement {
  const { grid, pane } = file;
  const snapshot = useSyncExternalStore(grid.subscribe, grid.snapshot);
  const notes = useSheetNotes(pane, snapshot.view);
  const [paneWidth, setPaneWidth] = useState(PANE_WIDTH);
  const isWide = useIsWide();
  const reading = useWork(pane);
  const splitter = <Splitter width={paneWidth} onResize={setPaneWidth} />;
  return (
    <>
      <Alert
        text={snapshot.alert}
        onDismiss={() => {
          grid.dismissAlert();
        }}
      />
      <div className="desk">
        {reading && isWide ? (
          <Suspense fallback={<section className="workbook" />}>
            <SignedDocument session={pane} {...reading}>
              {splitter}
            </SignedDocument>
          </Suspense>
        ) : (
          <Workbook viewKey={String(file.id)} session={grid} snapshot={snapshot} notes={notes}>
            {splitter}
          </Workbook>
        )}
        <div id="volet" className="pane" style={{ width: paneWidth }} tabIndex={-1}>
          <App key={file.id} session={pane} officeBackground={null} today={pane.today} />
        </div>
      </div>
    </>
  );
}
