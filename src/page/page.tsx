// The whole autonomous page: the open workbooks, or how to open one.
import { useCallback, useEffect, useRef, useSyncExternalStore, type ReactElement } from "react";
import { Alert } from "../grid/alert";
import { useDroppedFiles } from "../grid/workbook/use-dropped-files";
import { firstReached, useKeptFocus } from "../taskpane/kept-focus";
import { openNouveau } from "../taskpane/contrat/nouveau/nouveau-store";
import { useThemeName } from "../taskpane/theme";
import { Downloaded } from "./downloaded";
import { FileButton } from "./file-button";
import { exampleFile, newFile } from "./given-files";
import type { OpenFile, OpenFiles } from "./open-files";
import { OpenWorkbook } from "./open-workbook";
import { saveCopy } from "./save-copy";
import { StartScreen } from "./start-screen";
import { texts } from "./texts";
import { WorkbookList } from "./workbook-list";

export function Page({ store }: { readonly store: OpenFiles }): ReactElement {
  const { files, active, notices } = useSyncExternalStore(store.subscribe, store.snapshot);
  const theme = useThemeName(null);
  const onOpen = useCallback((chosen: readonly File[]) => void store.open(chosen), [store]);
  const isDropping = useDroppedFiles(onOpen);
  useWarningBeforeLeaving(files);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root, () => firstReached(root.current));
  const close = (file: OpenFile): void => {
    const { unsaved } = file.desk;
    const warning = unsaved === "downloaded" ? texts.reallyCloseDownloaded : texts.reallyClose;
    if (unsaved === "nothing" || window.confirm(warning(file.name))) store.close(file);
  };
  const save = async ({ desk, name }: OpenFile): Promise<void> => {
    const saved = await saveCopy(desk);
    if (saved.kind === "kept") store.say([texts.kept(saved.under)]);
    if (saved.kind === "failed") store.say([texts.notKept(name)]);
  };
  const contracts = files.filter(({ name }) => name !== texts.tableauName);
  const showTableau = async (): Promise<void> => {
    const { makeTableau } = await import(/* webpackChunkName: "tableau" */ "./make-tableau");
    const [first] = contracts;
    if (!first) return;
    const { asOf } = first.pane.getState();
    const today = first.pane.today();
    const tableau = await makeTableau(contracts, asOf === "" ? today : asOf, today);
    // It takes the place of the one before.
    for (const file of files) if (!contracts.includes(file)) store.close(file);
    await store.open([tableau]);
  };
  const beginContract = async (): Promise<void> => {
    await store.open([newFile()]);
    const begun = store.snapshot().active;
    if (begun) openNouveau(begun.pane);
  };
  return (
    <div ref={root} className={isDropping ? "page dropping" : "page"} data-theme={theme === "light" ? "light" : "dark"}>
      {active && (
        <header className="file-bar">
          <a className="skip" href="#volet">
            {texts.toPane}
          </a>
          <WorkbookList
            files={files}
            active={active}
            onActivate={(file) => {
              store.activate(file);
            }}
            onClose={close}
          />
          <FileButton label={texts.open} onOpen={onOpen} />
          {contracts.length > 1 && (
            <button type="button" onClick={() => void showTableau()}>
              {texts.tableau}
            </button>
          )}
          <button
            type="button"
            onClick={() => {
              void save(active);
            }}
          >
            {texts.save}
          </button>
        </header>
      )}
      <Alert
        text={notices.length > 0 ? notices.join(" ") : null}
        onDismiss={() => {
          store.say([]);
        }}
      />
      {active && <Downloaded file={active} onAgain={() => void save(active)} />}
      {active ? (
        <OpenWorkbook key={active.id} file={active} />
      ) : (
        <StartScreen
          now={store.now}
          onResume={(copy) => void store.recover(copy)}
          onOpen={onOpen}
          onExample={() => void exampleFile().then((file) => store.open([file]))}
          onCreate={() => void store.open([newFile()])}
          onNewContract={() => void beginContract()}
        />
      )}
    </div>
  );
}

function useWarningBeforeLeaving(files: readonly OpenFile[]): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (files.some(({ desk }) => desk.unsaved !== "nothing")) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
    };
  }, [files]);
}
