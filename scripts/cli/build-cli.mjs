// Builds the command line into one file that needs nothing beside Node; plain JavaScript, so that starting it costs little.
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
      resolveDir: at("src/files/formulas"),
    },
    logOverride: { "empty-import-meta": "silent" },
  });
  return outputFiles[0].text;
}

/** What Node finds beside its code in the sources stands within the one file. */
const inlineEngine = {
  name: "inline-engine",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]formulas[\\/]engine-files\.ts$/ }, async () => ({
      contents: `export const engineFiles = () => ({
        worker: ${JSON.stringify(await engineThread())},
        isCode: true,
        binary: engineModule,
      });`,
      loader: "js",
    }));
  },
};

/** What only some commands, or some files, ask for: it is run where it is first called. Zip is the one without threads for programs that wait. */
const LATE = {
  numfmt: { path: at("node_modules/numfmt/dist/index.js"), names: ["format"] },
  fflate: {
    path: at("node_modules/fflate/esm/browser.js"),
    names: ["deflateSync", "inflateSync", "strFromU8", "strToU8", "unzipSync", "zipSync"],
  },
  "node:child_process": { path: "node:child_process", names: ["fork"] },
};

const loadedLate = {
  name: "loaded-late",
  setup({ onLoad, onResolve }) {
    const filter = new RegExp(`^(?:${Object.keys(LATE).join("|")})$`);
    onResolve({ filter }, ({ path, namespace }) => (namespace === "late" ? undefined : { path, namespace: "late" }));
    onLoad({ filter, namespace: "late" }, ({ path: name }) => {
      const { path, names } = LATE[name];
      const late = names.map(
        (each) => `export const ${each} = (...asked) => require(${JSON.stringify(path)}).${each}(...asked);`,
      );
      return { contents: late.join("\n"), resolveDir: at("src") };
    });
  },
};

async function bundle() {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: [at("src/cli/cls.ts")],
    plugins: [inlineEngine, loadedLate],
    define: { "import.meta.url": "fileUrl" },
  });
  return outputFiles[0].text;
}

/** One byte a character: V8 reads it, and Node hands it over, in half the time. What esbuild leaves stands in regular expressions. */
function toAscii(code) {
  return code.replace(/[\u0001\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

async function engineModule() {
  const module = await readFile(at("node_modules/@ironcalc/wasm/wasm_bg.wasm"));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return brotliCompressSync(module, { params }).toString("base64");
}

/** In the one comment at the end of the file, which Node passes over without reading it as code, line breaks stand as this. */
const BREAK = "\u0001";

/** Beside the file: what V8 compiled of it, one for each kind of command. */
const KEPT = ".cls";

/**
 * One file: the code stands in it as a text, so that V8 need not compile again what it compiled in an earlier run. The first
 * run of a kind keeps that beside the file, where it may, under a name that no other code and no other Node has; in a folder
 * that others may write to nothing is kept, and nothing is taken.
 */
function wrap(code, module) {
  const digest = createHash("sha256").update(code).digest("hex").slice(0, 16);
  const head = `#!/usr/bin/env node
// Contrat local des solidarités: the command line, built from the project's sources.
import { createRequire } from "node:module";
// Imported, a module of Node's is asked for all that it has, which loads as much again.
const require = createRequire(import.meta.url);
const fs = require("node:fs");
const { Script } = require("node:vm");
const { setFlagsFromString } = require("node:v8");
// A command is over before the optimising compiler has earned its cost; loops that run long still are optimised.
// Later versions do not know the word, and would say so to the agent.
if (process.version.startsWith("v20.")) setFlagsFromString("--interrupt-budget=250000");
// Nor does it earn what it takes to write functions into each other, on threads of its own beside: a quarter of their time.
setFlagsFromString("--no-turbo-inlining");
// Nobody waits between two steps of a command: garbage is marked at once, not bit by bit while the program writes beside it.
setFlagsFromString("--no-incremental-marking");
// Nor is a large workbook's garbage looked for twice: the process is over before memory has grown to five times what was in use.
setFlagsFromString("--heap-growing-percent=400");
const own = new URL(import.meta.url);
const bytes = fs.readFileSync(own);
const [codeLength, engineLength] = [${code.length}, ${module.length}];
const engineStart = bytes.length - engineLength;
const code = bytes.latin1Slice(engineStart - codeLength, engineStart).replaceAll("\\x01", "\\n");
const kind = (process.argv[2] ?? "") + (process.argv.includes("--sortie") ? "-sortie" : "");
const folder = new URL("${KEPT}/", own);
const kept = new URL("${digest}-" + process.version + "-" + process.arch + "-" + kind, folder);
function isSafe() {
  const status = fs.statSync(folder);
  return process.platform === "win32" || (status.uid === fs.statSync(own).uid && (status.mode & 0o022) === 0);
}
let cachedData;
try {
  if (isSafe()) cachedData = fs.readFileSync(kept);
} catch {}
const script = new Script(code, { filename: import.meta.url, cachedData });
if ((cachedData === undefined || script.cachedDataRejected) && /^[a-z-]+$/.test(kind)) {
  process.on("exit", (status) => {
    if (status > 1) return;
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
      if (!isSafe()) return;
      const draft = new URL(kept.href + "." + process.pid);
      fs.writeFileSync(draft, script.createCachedData());
      fs.renameSync(draft, kept);
    } catch {}
  });
}
const engineModule = () => require("node:zlib").brotliDecompressSync(Buffer.from(bytes.latin1Slice(engineStart), "base64"));
script.runInThisContext()(require, {}, {}, import.meta.url, engineModule);
`;
  return `${head}//${code.replaceAll("\n", BREAK)}${module}`;
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
  const [bundled, module] = await Promise.all([bundle(), engineModule()]);
  const code = `(function(require,module,exports,fileUrl,engineModule){${toAscii(bundled)}\n})`;
  await rm(join(FOLDER, KEPT), { recursive: true, force: true });
  await write(BUILT, wrap(code, module), 0o755);
  await runOnce();
}
