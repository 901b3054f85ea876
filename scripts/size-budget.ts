// Weighs what was built and fails when the pane's first load is over its budget.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

/** Bytes, gzip: what is loaded before the pane can be clicked. office.js comes from Microsoft and Excel caches it. */
const FIRST_LOAD_BUDGET = 119_000;

export interface Weight {
  readonly files: number;
  readonly minified: number;
  readonly gzip: number;
}

/** First load: the page and the scripts it names. Everything: all pages and scripts. `folder` holds taskpane.html. */
export function measureBundle(folder: string): { readonly firstLoad: Weight; readonly everything: Weight } {
  const page = readFileSync(join(folder, "taskpane.html"), "utf8");
  const scripts = [...page.matchAll(/<script[^>]*\ssrc="?([^">\s]+)"?/g)].map(([, src = ""]) => src);
  const own = scripts.filter((src) => !/^https?:/.test(src));
  if (own.length === 0) throw new Error(`${folder}/taskpane.html names no script of its own`);
  const all = readdirSync(folder).filter((name) => /\.(?:js|html)$/.test(name));
  return { firstLoad: weighFiles(folder, ["taskpane.html", ...own]), everything: weighFiles(folder, all) };
}

function weighFiles(folder: string, files: readonly string[]): Weight {
  const contents = files.map((file) => readFileSync(join(folder, file)));
  return {
    files: files.length,
    minified: contents.reduce((total, content) => total + content.byteLength, 0),
    gzip: contents.reduce((total, content) => total + gzipSync(content, { level: 9 }).byteLength, 0),
  };
}

/** Says the weight, and has the process fail where it is over the budget. */
export function weigh(folder: string): void {
  if (!existsSync(join(folder, "taskpane.html"))) {
    console.error(`${folder} is not built: run npm run build first`);
    process.exitCode = 1;
    return;
  }
  const { firstLoad, everything } = measureBundle(folder);
  console.table({ "first load": firstLoad, everything });
  if (firstLoad.gzip <= FIRST_LOAD_BUDGET) return;
  console.error(`The first load is ${firstLoad.gzip} bytes gzip, over its budget of ${FIRST_LOAD_BUDGET}.`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) weigh(process.argv[2] ?? "dist");
