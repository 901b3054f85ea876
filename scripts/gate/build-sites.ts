// Builds what the browser tests, the pictures and the benchmark look at, once for all of them, and weighs the pane in it.
import { join } from "node:path";
import { buildSites } from "../../tests/browser/site/build-sites";
import { SITE } from "../../tests/browser/site/places";
import { weigh } from "../size-budget";

const folder = process.env["BROWSER_SITES"];
if (folder === undefined) throw new Error("BROWSER_SITES names the folder to build them in");
await buildSites(folder);
weigh(join(folder, SITE));
