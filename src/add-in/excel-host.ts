// Excel under the pane: its adapter comes with the chunk of the verification, when something is first asked of it.
import type { SessionMemory } from "../excel/session-memory";
import type { PaneHost } from "../pane-workbook/pane-host";

async function loadExcel() {
  const [run, port, memory, select, selected, watch] = await Promise.all([
    import(/* webpackChunkName: "verification" */ "../excel/run-excel"),
    import(/* webpackChunkName: "verification" */ "../excel/excel-workbook"),
    import(/* webpackChunkName: "verification" */ "../excel/session-memory"),
    import(/* webpackChunkName: "verification" */ "../excel/select-cell"),
    import(/* webpackChunkName: "verification" */ "../excel/selected-cell"),
    import(/* webpackChunkName: "verification" */ "../excel/watch-changes"),
  ]);
  return { ...run, ...port, ...memory, ...select, ...selected, ...watch };
}

let memory: SessionMemory | null = null;

/** What is asked of it before Excel is ready waits for that: the pane is drawn meanwhile. */
export const excelHost = (ready: Promise<void>): PaneHost => ({
  async run(work, onWaitingForCell, patienceMs) {
    const [{ runExcel, excelWorkbook, SessionMemory, selectedCell, selectCell }] = await Promise.all([
      loadExcel(),
      ready,
    ]);
    const session = (memory ??= new SessionMemory());
    return runExcel(
      (context) =>
        work({
          port: excelWorkbook(context, { memory: session }),
          selectedCell: () => selectedCell(context),
          selectCell: (cell) => selectCell(context, cell),
        }),
      onWaitingForCell,
      patienceMs,
    );
  },
  async readFile(bytes, name) {
    const { openFileWorkbook } = await import("../files/file-workbook");
    return openFileWorkbook(bytes, name).port.read();
  },
  async watchChanges(onChange) {
    const [{ watchChanges }] = await Promise.all([loadExcel(), ready]);
    return watchChanges(onChange);
  },
  async startReading() {
    return (await import(/* webpackChunkName: "verification" */ "./start-reading")).startReading();
  },
});
