// Entry of the add-in: waits for Office, and puts together the pane, the ribbon's commands and the Excel adapter.
import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands/commands";
import { App } from "../taskpane/app";
import { createSession, isoDate } from "../taskpane/session-store";
import { texts } from "../taskpane/texts";
import { firstTheme, loadTheme } from "../taskpane/theme";
import { loadResults } from "../taskpane/verify/verify-tab";
import { computeInWorker } from "../pane-workbook/compute-in-worker";
import { paneWorkbook } from "../pane-workbook/pane-workbook";
import { excelHost } from "./excel-host";

/** The bundler says it. */
declare const WITH_EXCEL_CHECK: boolean;

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

const startThread = () => new Worker(new URL("../pane-workbook/computation-worker.ts", import.meta.url));

function start(pane: HTMLElement, officeBackground: string | null): void {
  const now = () => new Date();
  const session = createSession(paneWorkbook(excelHost, computeInWorker(startThread)), now);
  associateCommands(session, () => Office.addin.showAsTaskpane());
  createRoot(pane).render(<App session={session} officeBackground={officeBackground} today={() => isoDate(now())} />);
  // Only where `npm run dev -- --env essai` asks for it: the build leaves it out everywhere else.
  if (WITH_EXCEL_CHECK)
    void import("../excel-check/add-button").then(({ addCheckButton }) => {
      addCheckButton();
    });
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
  const officeBackground = Office.context.officeTheme?.bodyBackgroundColor ?? null;
  // A pane that turns dark once it is drawn dazzles; without that script it stays light.
  await loadTheme(firstTheme(officeBackground)).catch(() => {});
  start(pane, officeBackground);
}

void main();
