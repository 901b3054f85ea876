// The whole preview page: ribbon, grid and pane around one workbook, and what replaces it.
import { useCallback, useState, useSyncExternalStore, type ReactElement } from "react";
import { FileBar } from "./file-bar";
import { FormulaBar } from "./grid/formula-bar";
import { Grid } from "./grid/grid";
import { SheetTabs } from "./grid/sheet-tabs";
import type { PaneLink, ThemeName } from "./pane/pane-link";
import { Splitter } from "./pane/splitter";
import { TaskPane } from "./pane/task-pane";
import type { Ribbon, RibbonButton } from "./ribbon/read-manifest";
import { RibbonBar } from "./ribbon/ribbon-bar";
import { useDroppedFile } from "./workbook/use-dropped-file";
import type { WorkbookSession } from "./workbook/session";

interface PageProps {
  readonly ribbon: Ribbon;
  readonly link: PaneLink;
  readonly session: WorkbookSession;
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
  const { model, sheets, view, alert } = useSyncExternalStore(session.subscribe, session.snapshot);
  const [paneWidth, setPaneWidth] = useState(PANE_WIDTH);
  const [isPaneShown, setPaneShown] = useState(true);
  const [commandFailure, setCommandFailure] = useState<string | null>(null);
  const isDropping = useDroppedFile(onOpen);
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
        <section className="workbook" aria-label="Classeur">
          <FormulaBar view={view} actions={session} />
          <Grid key={`${props.paneKey}/${view.sheet.id}`} view={view} actions={session} />
          <SheetTabs
            sheets={sheets}
            active={view.sheet}
            onActivate={(sheet) => {
              session.activate(sheet);
            }}
          />
        </section>
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

function Alert({ text, onDismiss }: { readonly text: string | null; readonly onDismiss: () => void }): ReactElement {
  return (
    <div role="alert" className="alert">
      {text !== null && (
        <>
          <p>{text}</p>
          <button type="button" onClick={onDismiss}>
            Fermer
          </button>
        </>
      )}
    </div>
  );
}
