// Runs in the pane's page before office.js: puts the simulated Excel of the surrounding page under it.
import type { PaneConnector } from "./pane-connector";

const { connectPane } = window.parent as Window & Partial<PaneConnector>;
connectPane?.(window);
