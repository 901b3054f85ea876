// Makes the package that a stranger installs, in dist/: bundles with the workbook model in them, types, README. Prints the path of its .tgz.
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const MODEL = fileURLToPath(new URL("../xlsx-model/", import.meta.url));
const DIST = join(HERE, "dist");

const read = async (path) => JSON.parse(await readFile(path, "utf8"));
const own = await read(join(HERE, "package.json"));
const model = await read(join(MODEL, "package.json"));
const office = own.devDependencies["@microsoft/office-js"];
const bundled = ["xlsx-model", "@microsoft/office-js"];
const others = Object.entries(own.devDependencies).filter(([name]) => !bundled.includes(name));
const dependencies = { ...Object.fromEntries(others), ...model.dependencies };
const external = [...Object.keys(dependencies), "@microsoft/office-js", "vitest"];
const COMMON = { bundle: true, platform: "node", target: "node20", absWorkingDir: HERE, logLevel: "warning" };

/** The formula engine in a worker of a page, its WebAssembly in it. */
const engineWorker = {
  name: "engine-worker",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^engine-worker-source$/ }, () => ({ path: "engine", namespace: "engine-worker" }));
    onLoad({ filter: /.*/, namespace: "engine-worker" }, async () => {
      const { outputFiles } = await build({
        ...COMMON,
        entryPoints: [join(MODEL, "src/formulas/page-worker.ts")],
        platform: "browser",
        target: "es2022",
        minify: true,
        write: false,
        loader: { ".wasm": "dataurl" },
        logOverride: { "empty-import-meta": "silent" },
      });
      return { contents: outputFiles[0].text, loader: "text" };
    });
  },
};

async function bundles() {
  const modules = { ...COMMON, external, outdir: DIST, outExtension: { ".js": ".mjs" } };
  await build({ ...modules, entryPoints: ["src/index.ts", "src/vitest.ts"], format: "esm", splitting: true });
  await build({ ...modules, entryPoints: [join(MODEL, "src/formulas/engine-worker.mjs")], format: "esm" });
  await build({
    ...COMMON,
    // The library of number formats names a file for CommonJS that it does not have.
    external: external.filter((name) => name !== "numfmt"),
    entryPoints: ["src/index.ts"],
    outfile: join(DIST, "index.cjs"),
    format: "cjs",
    define: { "import.meta.url": "fileUrl" },
    banner: { js: 'const fileUrl = require("node:url").pathToFileURL(__filename).href;' },
  });
  await build({
    ...COMMON,
    entryPoints: ["src/browser.ts"],
    outfile: join(DIST, "browser.js"),
    platform: "browser",
    target: "es2022",
    format: "esm",
    minify: true,
    plugins: [engineWorker],
  });
}

/** One declaration a source, each import with its extension, as every resolution of modules wants it. */
async function types() {
  const entries = ["index.ts", "vitest.ts", "browser.ts"].map((name) => join(HERE, "src", name));
  const config = ts.readConfigFile(join(HERE, "../../tsconfig.json"), ts.sys.readFile).config;
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, HERE);
  const packages = dirname(dirname(join(HERE, "x")));
  const program = ts.createProgram([...entries, join(MODEL, "src/formulas/assets.d.ts")], {
    ...options,
    noEmit: false,
    // By its sources: what stands in node_modules is not written.
    paths: { "xlsx-model/*": [join(MODEL, "src/*")] },
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: packages,
    outDir: join(DIST, "types"),
  });
  const { diagnostics } = program.emit();
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost(options)));
  const folder = join(DIST, "types");
  const written = "xlsx-model/src/formulas/run-task.d.mts";
  await copyFile(join(HERE, "..", written), join(folder, written));
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith(".d.ts")) continue;
    const path = join(folder, file);
    const text = (await readFile(path, "utf8"))
      .replace(/"xlsx-model\/([^"]+)"/g, (_all, inner) => {
        const place = relative(dirname(path), join(folder, "xlsx-model/src", inner));
        return `"${place.startsWith(".") ? place : `./${place}`}"`;
      })
      .replace(/((?:from |import\()"\.[^"]*?)(\.m?js)?"/g, (_all, start, extension = ".js") => `${start}${extension}"`);
    await writeFile(path, text);
  }
}

await rm(DIST, { recursive: true, force: true });
await mkdir(DIST, { recursive: true });
await bundles();
await types();
const readme = await readFile(join(HERE, "README.md"), "utf8");
await writeFile(join(DIST, "README.md"), readme.replace("(../../docs/HOST-LIST.md)", "(HOST-LIST.md)"));
await copyFile(join(HERE, "../../docs/HOST-LIST.md"), join(DIST, "HOST-LIST.md"));
await copyFile(join(HERE, "../../LICENSE"), join(DIST, "LICENSE"));
await copyFile(join(HERE, "../../node_modules/numfmt/LICENSE"), join(DIST, "LICENSE-numfmt"));
const at = (name) => `./types/simulated-excel/src/${name}.d.ts`;
const packed = {
  name: own.name,
  version: own.version,
  description: own.description,
  license: own.license,
  type: "module",
  engines: { node: ">=20.19" },
  exports: {
    ".": { types: at("index"), import: "./index.mjs", require: "./index.cjs" },
    "./vitest": { types: at("vitest"), default: "./vitest.mjs" },
    "./browser": { types: at("browser"), default: "./browser.js" },
  },
  dependencies,
  peerDependencies: { "@microsoft/office-js": `>=${office}`, vitest: ">=3" },
  peerDependenciesMeta: { vitest: { optional: true } },
};
await writeFile(join(DIST, "package.json"), `${JSON.stringify(packed, null, 2)}\n`);
const name = execFileSync("npm", ["pack", "--silent"], { cwd: DIST, encoding: "utf8" }).trim();
process.stdout.write(`${join(DIST, name)}\n`);
