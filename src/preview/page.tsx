// The whole preview page: ribbon, grid and pane around one workbook, and what replaces it.
import { useCallback, useState, useSyncExternalStore, type ReactElement } from "react";
import { FileBar } from "./file-bar";
import { Workbook } from "../grid/workbook-view";
import type { PaneLink, ThemeName } from "./pane/pane-link";
import { Splitter } from "../grid/splitter";
import { TaskPane } from "./pane/task-pane";
import type { Ribbon, RibbonButton } from "./ribbon/read-manifest";
import { RibbonBar } from "./ribbon/ribbon-bar";
import { Alert } from "../grid/alert";
import { useDroppedFiles } from "../grid/workbook/use-dropped-files";
import type { HostSession } from "./host-session";

interface PageProps {
  readonly ribbon: Ribbon;
  readonly link: PaneLink;
  readonly session: HostSession;
  readonly theme: ThemeName;
  /** Tells one loading of the pane from another: it is loaded anew with each workbook and theme. */
  readonly paneKey: string;
  /** Why the last file could not be opened, null when it could. */
  readonly refusal: string | null;
  readonly onOpen: (file: File) => void;
  readonly onDownload: () => void;
  readonly onTheme: (theme: ThemeName) => void;
  readonly onDismiss: () => void;
}

const NOT_LOADED = "Le complément n’est pas encore chargé : recommencez dans un instant.";
const PANE_WIDTH = 350;

export function Page(props: PageProps): ReactElement {
  const { ribbon, link, session, theme, onOpen } = props;
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const { model, alert } = snapshot;
  const [paneWidth, setPaneWidth] = useState(PANE_WIDTH);
  const [isPaneShown, setPaneShown] = useState(true);
  const [commandFailure, setCommandFailure] = useState<string | null>(null);
  const isDropping = useDroppedFiles(
    useCallback(
      ([file]: readonly File[]) => {
        if (file) onOpen(file);
      },
      [onOpen],
    ),
  );
  const run = useCallback(
    async ({ command, id }: RibbonButton) => {
      setCommandFailure(null);
      setPaneShown(true);
      if (command.kind === "function") await link.invoke(command.name, id).catch(() => setCommandFailure(NOT_LOADED));
    },
    [link],
  );
  const dismiss = (): void => {
    session.dismissAlert();
    setCommandFailure(null);
    props.onDismiss();
  };
  return (
    <div className={isDropping ? "page dropping" : "page"} data-theme={theme}>
      <FileBar {...props} workbookName={model.name} />
      <RibbonBar ribbon={ribbon} onButton={(button) => void run(button)} />
      <Alert text={props.refusal ?? alert ?? commandFailure} onDismiss={dismiss} />
      <main className="desk">
        <Workbook viewKey={props.paneKey} session={session} snapshot={snapshot} />
        {isPaneShown && <Splitter width={paneWidth} onResize={setPaneWidth} />}
        <TaskPane
          key={props.paneKey}
          title={ribbon.addInName}
          width={paneWidth}
          isShown={isPaneShown}
          onClose={() => {
            setPaneShown(false);
          }}
        />
      </main>
    </div>
  );
}
