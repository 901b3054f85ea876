// The workbooks that are open: one click shows one, another closes it.
import { useSyncExternalStore, type ReactElement } from "react";
import type { OpenFile } from "./open-files";
import { texts } from "./texts";

interface WorkbookListProps {
  readonly files: readonly OpenFile[];
  readonly active: OpenFile | null;
  readonly onActivate: (file: OpenFile) => void;
  readonly onClose: (file: OpenFile) => void;
}

export function WorkbookList({ files, ...props }: WorkbookListProps): ReactElement {
  return (
    <nav aria-label={texts.workbooks} className="workbook-list">
      <ul>
        {files.map((file) => (
          <ListedWorkbook key={file.id} file={file} {...props} />
        ))}
      </ul>
    </nav>
  );
}

interface ListedWorkbookProps extends Omit<WorkbookListProps, "files"> {
  readonly file: OpenFile;
}

function ListedWorkbook({ file, active, onActivate, onClose }: ListedWorkbookProps): ReactElement {
  useSyncExternalStore(file.grid.subscribe, file.grid.snapshot);
  const { unsaved } = file.desk;
  const { mark, title } = texts.unsaved[unsaved === "nothing" ? "changes" : unsaved];
  return (
    <li className={file === active ? "current" : ""}>
      <button
        type="button"
        aria-current={file === active}
        onClick={() => {
          onActivate(file);
        }}
      >
        <span className="name">{file.name}</span>
        {unsaved !== "nothing" && (
          <span className="changed" title={title}>
            <span aria-hidden="true"> {mark}</span>
            <span className="unseen"> ({title})</span>
          </span>
        )}
      </button>
      <button
        type="button"
        aria-label={texts.close(file.name)}
        title={texts.close(file.name)}
        onClick={() => {
          onClose(file);
        }}
      >
        ×
      </button>
    </li>
  );
}
