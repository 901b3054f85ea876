// Builds the command line into one file that needs nothing beside Node; plain JavaScript, so that it runs without a build of its own.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const ROOT = new URL("../../", import.meta.url);
const at = (path) => new URL(path, ROOT).pathname;

const FOLDER = at("dist/cli");
export const BUILT = join(FOLDER, "cls.mjs");

const COMMON = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  minify: true,
  write: false,
  absWorkingDir: at("."),
};

/** The thread of the formula engine, as code that a thread is started from: a script, in which nothing waits. */
async function engineThread() {
  const { outputFiles } = await build({
    ...COMMON,
    stdin: {
      contents: `
        import { parentPort, workerData } from "node:worker_threads";
        import start, * as engine from "@ironcalc/wasm";
        import { runTask } from "./run-task.mjs";
        const ready = start({ module_or_path: workerData });
        parentPort.on("message", (task) => ready.then(() => parentPort.postMessage(runTask(engine, task))));`,
      resolveDir: at("packages/xlsx-model/src/formulas"),
    },
    logOverride: { "empty-import-meta": "silent" },
  });
  return outputFiles[0].text;
}

/** The WebAssembly of the engine, packed to a third of its size, as a text. */
async function engineModule() {
  const module = await readFile(at("node_modules/@ironcalc/wasm/wasm_bg.wasm"));
  return brotliCompressSync(module, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).toString("base64");
}

/** What Node finds beside its code in the sources stands within the one file. */
const inlineEngine = {
  name: "inline-engine",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]formulas[\\/]engine-files\.ts$/ }, async () => ({
      contents: `
        import { brotliDecompressSync } from "node:zlib";
        export const engineFiles = () => ({
          worker: ${JSON.stringify(await engineThread())},
          isCode: true,
          binary: () => brotliDecompressSync(Buffer.from("${await engineModule()}", "base64")),
        });`,
      loader: "js",
    }));
  },
};

/** The library that opens PDFs, packed to a quarter: it is unpacked and compiled only when a PDF is read. */
async function pdfLibrary() {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: [at("src/documents/pdf/pdfjs.ts")],
    define: { "import.meta.url": "fileUrl" },
  });
  return brotliCompressSync(outputFiles[0].contents).toString("base64");
}

const inlinePdf = {
  name: "inline-pdf",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pdf[\\/]pdfjs\.ts$/ }, async () => ({
      contents: `
        import { createRequire } from "node:module";
        import { runInThisContext } from "node:vm";
        import { brotliDecompressSync } from "node:zlib";
        export function loadPdfjs() {
          const code = brotliDecompressSync(Buffer.from("${await pdfLibrary()}", "base64")).toString();
          const library = { exports: {} };
          const run = runInThisContext("(function(require,module,exports,fileUrl){" + code + "\\n})");
          run(createRequire(import.meta.url), library, library.exports, import.meta.url);
          return library.exports.loadPdfjs();
        }`,
      loader: "js",
    }));
  },
};

async function bundle() {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: [at("src/cli/cls.ts")],
    plugins: [inlineEngine, inlinePdf],
    // The one without threads, which a program that waits for its zip has no use for.
    alias: { fflate: at("node_modules/fflate/esm/browser.js") },
    define: { "import.meta.url": "fileUrl" },
  });
  // What esbuild leaves of other characters stands in regular expressions. Of a plain text Node makes half the work.
  return outputFiles[0].text.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Beside the file: what V8 compiled of its code. */
const KEPT = ".cls";

/**
 * The code stands in the file as a text, so that V8 need not compile again what it compiled in an earlier run. The first run keeps
 * that beside the file, where it may, under a name that no other code and no other Node has; in a folder that others may write to
 * nothing is kept, and nothing is taken.
 */
function wrap(code) {
  const digest = createHash("sha256").update(code).digest("hex").slice(0, 16);
  return `#!/usr/bin/env node
// Contrat local des solidarités: the command line, built from the project's sources.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";

const code = ${JSON.stringify(code)};
const own = new URL(import.meta.url);
const folder = new URL("${KEPT}/", own);
const kept = new URL("${digest}-" + process.version + "-" + process.arch, folder);

function isSafe() {
  const status = statSync(folder);
  return process.platform === "win32" || (status.uid === statSync(own).uid && (status.mode & 0o022) === 0);
}

function takeCompiled() {
  try {
    return isSafe() ? readFileSync(kept) : undefined;
  } catch {
    return undefined;
  }
}

function keepCompiled(script) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    if (!isSafe()) return;
    const draft = new URL(kept.href + "." + process.pid);
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, kept);
  } catch {
    // Beside a file that may only be read nothing is kept.
  }
}

const cachedData = takeCompiled();
const script = new Script(code, { filename: import.meta.url, cachedData });
if (!cachedData || script.cachedDataRejected) process.on("exit", (status) => status <= 1 && keepCompiled(script));
script.runInThisContext()(createRequire(import.meta.url), {}, {}, import.meta.url);
`;
}

/** All of the file or nothing of it: two builds at a time do not disturb each other. */
async function write(path, content, mode) {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, content, { mode });
  await rename(temporary, path);
}

/** What most runs do, so that those after the build find it compiled. */
async function runOnce() {
  const folder = await mkdtemp(join(tmpdir(), "cls-"));
  const args = ["verifier", at("exemples/classeur-exemple.xlsx"), "--sortie", join(folder, "annote.xlsx")];
  spawnSync(process.execPath, [BUILT, ...args], { stdio: "ignore" });
  await rm(folder, { recursive: true });
}

export async function buildCli() {
  await mkdir(FOLDER, { recursive: true });
  const code = `(function(require,module,exports,fileUrl){${await bundle()}\n})`;
  await rm(join(FOLDER, KEPT), { recursive: true, force: true });
  await write(BUILT, wrap(code), 0o755);
  await runOnce();
}
