// Asks, after a download, whether the copy is there: the browser does not tell the page.
import { useSyncExternalStore, type ReactElement } from "react";
import { copyOf } from "../grid/workbook/download-workbook";
import type { OpenFile } from "./open-files";
import { texts } from "./texts";

interface DownloadedProps {
  readonly file: OpenFile;
  readonly onAgain: () => void;
}

export function Downloaded({ file: { desk, name, grid }, onAgain }: DownloadedProps): ReactElement {
  useSyncExternalStore(grid.subscribe, grid.snapshot);
  return (
    <div role="status" className="alert">
      {desk.unsaved === "downloaded" && (
        <>
          <p>{texts.downloaded(copyOf(name).name)}</p>
          <button
            type="button"
            onClick={() => {
              desk.settle(desk, "kept");
            }}
          >
            {texts.isThere}
          </button>
          <button type="button" onClick={onAgain}>
            {texts.downloadAgain}
          </button>
        </>
      )}
    </div>
  );
}
