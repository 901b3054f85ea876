// Entry of the pane: waits for Office, chooses the Excel adapter and draws the pane over it.
import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands/commands";
import { parseCellRef } from "../core/domain/cell-ref";
import { App } from "./app";
import { createSession, isoDate, type PaneWorkbook } from "./session-store";
import { texts } from "./texts";
import { loadResults } from "./verify/verify-tab";

/** One chunk, which drawing the pane does not need: it loads when the pane is idle, or at the first click. */
async function loadExcel() {
  const [run, port, select, watch, verify, choose, clear, contract] = await Promise.all([
    import(/* webpackChunkName: "verification" */ "../excel/run-excel"),
    import(/* webpackChunkName: "verification" */ "../excel/excel-workbook"),
    import(/* webpackChunkName: "verification" */ "../excel/select-cell"),
    import(/* webpackChunkName: "verification" */ "../excel/watch-changes"),
    import(/* webpackChunkName: "verification" */ "../usecases/verify-workbook"),
    import(/* webpackChunkName: "verification" */ "../usecases/choose-table"),
    import(/* webpackChunkName: "verification" */ "../usecases/clear-highlights"),
    import(/* webpackChunkName: "verification" */ "../contracts/built-in"),
  ]);
  return { ...run, ...port, ...select, ...watch, ...verify, ...choose, ...clear, ...contract };
}

async function loadAnnexes() {
  const [insert, choices, selected] = await Promise.all([
    import(/* webpackChunkName: "annexes-work" */ "../usecases/insert-annexe"),
    import(/* webpackChunkName: "annexes-work" */ "../usecases/annexe-choices"),
    import(/* webpackChunkName: "annexes-work" */ "../excel/selected-cell"),
  ]);
  return { ...insert, ...choices, ...selected };
}

const loadTotals = () => import(/* webpackChunkName: "totals-work" */ "../usecases/refresh-totals");

async function loadReports() {
  const [write, periods, establish, check] = await Promise.all([
    import(/* webpackChunkName: "reports-work" */ "../usecases/write-bilan"),
    import(/* webpackChunkName: "reports-work" */ "../usecases/bilan-periods"),
    import(/* webpackChunkName: "reports-work" */ "../usecases/establish-proces-verbal"),
    import(/* webpackChunkName: "reports-work" */ "../usecases/check-proces-verbal"),
  ]);
  return { ...write, ...periods, ...establish, ...check };
}

const workbook: PaneWorkbook = {
  async verify(asOf, onStep, onWaitingForCell) {
    const { runExcel, excelWorkbook, verifyWorkbook, contratIntegre } = await loadExcel();
    return runExcel(
      (context) => verifyWorkbook(excelWorkbook(context), contratIntegre, asOf, onStep),
      onWaitingForCell,
    );
  },
  async chooseTable(choice, heading, onWaitingForCell) {
    const { runExcel, excelWorkbook, chooseTable } = await loadExcel();
    return runExcel((context) => chooseTable(excelWorkbook(context), choice, heading), onWaitingForCell);
  },
  async clearHighlights(onWaitingForCell) {
    const { runExcel, excelWorkbook, clearHighlights } = await loadExcel();
    return runExcel((context) => clearHighlights(excelWorkbook(context)), onWaitingForCell);
  },
  async selectCell(cell, onWaitingForCell) {
    const { runExcel, selectCell } = await loadExcel();
    const ref = parseCellRef(cell);
    if (!ref) throw new Error(`not a cell: ${cell}`);
    return runExcel((context) => selectCell(context, ref), onWaitingForCell);
  },
  async watchChanges(onChange) {
    const { watchChanges } = await loadExcel();
    return watchChanges(onChange);
  },
  annexes: {
    async choices(asOf) {
      const [excel, { annexeChoices }] = await Promise.all([loadExcel(), loadAnnexes()]);
      return excel.runExcel((context) => annexeChoices(excel.excelWorkbook(context), excel.contratIntegre, asOf));
    },
    async insert(requests, place, asOf, onWaitingForCell) {
      const [excel, { insertAnnexe, selectedCell }] = await Promise.all([loadExcel(), loadAnnexes()]);
      return excel.runExcel(async (context) => {
        const cell = place === "selected-cell" ? await selectedCell(context) : null;
        return insertAnnexe(excel.excelWorkbook(context), excel.contratIntegre, asOf, requests, "built-in", cell);
      }, onWaitingForCell);
    },
  },
  totals: {
    async preview(asOf, onWaitingForCell) {
      const [excel, { previewTotals }] = await Promise.all([loadExcel(), loadTotals()]);
      return excel.runExcel(
        (context) => previewTotals(excel.excelWorkbook(context), excel.contratIntegre, asOf),
        onWaitingForCell,
      );
    },
    async apply(asOf, accepted, onWaitingForCell) {
      const [excel, { applyTotals }] = await Promise.all([loadExcel(), loadTotals()]);
      return excel.runExcel(
        (context) => applyTotals(excel.excelWorkbook(context), excel.contratIntegre, asOf, accepted),
        onWaitingForCell,
      );
    },
  },
  reports: {
    async periods(asOf) {
      const [excel, { bilanPeriods }] = await Promise.all([loadExcel(), loadReports()]);
      return excel.runExcel((context) => bilanPeriods(excel.excelWorkbook(context), excel.contratIntegre, asOf));
    },
    async writeBilan(periode, asOf, onWaitingForCell) {
      const [excel, { writeBilan }] = await Promise.all([loadExcel(), loadReports()]);
      return excel.runExcel(
        (context) => writeBilan(excel.excelWorkbook(context), excel.contratIntegre, { periode, asOf }),
        onWaitingForCell,
      );
    },
    async wordBilan(periode, asOf, onWaitingForCell) {
      const [excel, { computeWorkbookBilan }, { bilanDocx }] = await Promise.all([
        loadExcel(),
        loadReports(),
        import(/* webpackChunkName: "word" */ "../word/bilan-docx"),
      ]);
      const bilan = await excel.runExcel(
        (context) => computeWorkbookBilan(excel.excelWorkbook(context), excel.contratIntegre, { periode, asOf }),
        onWaitingForCell,
      );
      return { bilan, bytes: await bilanDocx(bilan) };
    },
    async establish(asOf, replace, onWaitingForCell) {
      const [excel, { establishProcesVerbal }] = await Promise.all([loadExcel(), loadReports()]);
      return excel.runExcel(
        (context) => establishProcesVerbal(excel.excelWorkbook(context), excel.contratIntegre, asOf, replace),
        onWaitingForCell,
      );
    },
    async check(onWaitingForCell) {
      const [excel, { checkProcesVerbal }] = await Promise.all([loadExcel(), loadReports()]);
      return excel.runExcel(
        (context) => checkProcesVerbal(excel.excelWorkbook(context), excel.contratIntegre),
        onWaitingForCell,
      );
    },
  },
};

/** Takes the place of the page's own message; its heading stays. */
function showMessage(text: string): void {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = text;
  document.querySelector(".sans-demarrage")?.replaceWith(message);
}

function whenIdle(work: () => void): void {
  // WKWebView, which Excel for Mac uses, has no requestIdleCallback.
  if ("requestIdleCallback" in window) window.requestIdleCallback(work);
  else setTimeout(work, 200);
}

function start(pane: HTMLElement): void {
  const now = () => new Date();
  const session = createSession(workbook, now);
  associateCommands(session, () => Office.addin.showAsTaskpane());
  createRoot(pane).render(
    <App
      session={session}
      officeBackground={Office.context.officeTheme?.bodyBackgroundColor ?? null}
      today={() => isoDate(now())}
    />,
  );
  whenIdle(() => {
    void session.watch();
    // A failure here is met again, and shown, when the results are needed.
    loadResults().catch(() => {});
  });
}

async function main(): Promise<void> {
  const pane = document.getElementById("pane");
  if (!pane) return;
  if (typeof Office === "undefined") return showMessage(texts.officeMissing);
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return showMessage(texts.notInExcel);
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.14")) return showMessage(texts.excelTooOld);
  start(pane);
}

void main();
