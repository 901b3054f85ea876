// Starts the formula engine once: in a browser it fetches its own binary, in Node the file is read from the package.
import type * as IronCalc from "@ironcalc/wasm";

interface NodeModules {
  getBuiltinModule?(name: "module"): { createRequire(from: string): { resolve(path: string): string } };
  getBuiltinModule?(name: "fs"): { readFileSync(path: string): Uint8Array<ArrayBuffer> };
}

let started: Promise<typeof IronCalc> | null = null;

async function start(): Promise<typeof IronCalc> {
  const engine = await import("@ironcalc/wasm");
  const { process } = globalThis as { process?: NodeModules };
  const modules = process?.getBuiltinModule?.("module");
  const files = process?.getBuiltinModule?.("fs");
  // Node's fetch does not read files; asking the running process keeps Node's modules out of the browser's bundle.
  const binary =
    modules && files
      ? files.readFileSync(modules.createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm"))
      : undefined;
  await (binary ? engine.default({ module_or_path: binary }) : engine.default());
  return engine;
}

/** Fetched and compiled at the first call only: most workbooks need no calculation. */
export function loadEngine(): Promise<typeof IronCalc> {
  started ??= start();
  return started;
}
