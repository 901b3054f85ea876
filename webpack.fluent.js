// What stands for parts of Fluent and React in what is shipped: less to load before the pane shows, and no text that steers what shows it.
import { existsSync } from "node:fs";

const at = (path) => new URL(path, import.meta.url).pathname;

// Not a path that the package exports: asked for by its place on the disk.
const TOKENS = at("./node_modules/@fluentui/tokens/lib/tokens.js");
if (!existsSync(TOKENS)) throw new Error(`${TOKENS} has moved: without it the pane loads 7 kB more`);

export const fluentAliases = {
  [TOKENS]: at("./src/taskpane/fluent-tokens.ts"),
  "react/jsx-runtime$": at("./src/taskpane/shown-text.ts"),
  "rtl-css-js/core$": at("./src/taskpane/left-to-right.ts"),
};
