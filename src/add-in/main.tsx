// Entry of the add-in: puts together the pane, the ribbon's commands and the Excel adapter.
import { associateCommands } from "../commands/commands";
import { App } from "../taskpane/app";
import { keep, recall } from "../taskpane/kept";
import { createSession, isoDate } from "../taskpane/session-store";
import { texts } from "../taskpane/texts";
import { firstTheme, loadTheme } from "../taskpane/theme";
import { loadResults } from "../taskpane/verify/verify-tab";
import { computeInWorker } from "../pane-workbook/compute-in-worker";
import { paneWorkbook } from "../pane-workbook/pane-workbook";
import { drawnPane } from "./drawn-pane";
import { excelHost } from "./excel-host";

/** As long as the page itself waits before it says that the pane does not start. */
const LATE_MS = 8000;

function whenIdle(work: () => void): void {
  // WKWebView, which Excel for Mac uses, has no requestIdleCallback.
  if ("requestIdleCallback" in window) window.requestIdleCallback(work);
  else setTimeout(work, 200);
}

const startThread = () => new Worker(new URL("../pane-workbook/computation-worker.ts", import.meta.url));

const today = () => isoDate(new Date());

/** Excel's library runs after this script, which need not wait for it. */
const libraryHasRun = new Promise<void>((resolve) => {
  if (document.readyState === "complete") resolve();
  else document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
});

/** Why the pane cannot work in what opened it, once Office knows; null in an Excel that suits it. */
async function obstacle(): Promise<string | null> {
  await libraryHasRun;
  if (typeof Office === "undefined") return texts.officeMissing;
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return texts.notInExcel;
  return Office.context.requirements.isSetSupported("ExcelApi", "1.14") ? null : texts.excelTooOld;
}

/** The pane is drawn while Excel gets ready: what is clicked meanwhile waits for it. */
async function main(element: HTMLElement): Promise<void> {
  const pane = drawnPane(element);
  const found = obstacle();
  const ready = new Promise<void>((resolve) => {
    void found.then((text) => {
      if (text === null) resolve();
    });
  });
  const session = createSession(paneWorkbook(excelHost(ready), today, computeInWorker(startThread)), () => new Date());
  const draw = (background: string | null) => {
    pane.draw(<App session={session} officeBackground={background} today={today} />);
  };
  const late = setTimeout(pane.takeAway, LATE_MS);
  await drawInItsTheme(draw, recall("background") || null);
  const text = await found;
  clearTimeout(late);
  if (text !== null) return pane.say(text);
  associateCommands(session, () => Office.addin.showAsTaskpane());
  const background = Office.context.officeTheme?.bodyBackgroundColor ?? null;
  keep("background", background ?? "");
  await drawInItsTheme(draw, background);
  whenIdle(() => {
    void session.watch();
    // A failure here is met again, and shown, when the results are needed.
    loadResults().catch(() => {});
  });
}

/** A pane that turns dark once it is drawn dazzles; where the script of its colours does not come it is light. */
async function drawInItsTheme(draw: (background: string | null) => void, background: string | null): Promise<void> {
  await loadTheme(firstTheme(background)).catch(() => {});
  draw(background);
}

const element = document.getElementById("pane");
if (element) void main(element);
