// Runs in the pane's page before office.js: puts the simulated Excel of the surrounding page under it.
import type { PreviewWindow } from "../preview-window";

(window.parent as PreviewWindow).connectPane(window);
