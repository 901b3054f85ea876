// Entry of the autonomous page: the pane over files, beside a grid, without Excel.
import { createRoot } from "react-dom/client";
import { startThreadsWith } from "xlsx-model/formulas/engine";
import { firstTheme, loadTheme } from "../taskpane/theme";
import { loadResults } from "../taskpane/verify/verify-tab";
import { startEngine } from "../grid/engine/start-engine";
import { OpenFiles } from "./open-files";
import { Page } from "./page";

async function start(page: HTMLElement): Promise<void> {
  // A pane that turns dark once it is drawn dazzles; without that script it stays light.
  await loadTheme(firstTheme(null)).catch(() => {});
  createRoot(page).render(<Page store={new OpenFiles(() => new Date())} />);
  // A failure here is met again, and shown, when the results are needed.
  loadResults().catch(() => {});
}

const page = document.getElementById("page");
startThreadsWith(startEngine);
if (page) void start(page);
