// Where Node finds the engine's thread and its module; in the built command line both stand within the one file.

export interface EngineFiles {
  /** A path, or the code itself. */
  readonly worker: string;
  readonly isCode: boolean;
  binary(): Uint8Array;
}

interface NodeModules {
  getBuiltinModule?(name: "module"): { createRequire(from: string): { resolve(path: string): string } };
  getBuiltinModule?(name: "fs"): { readFileSync(path: string): Uint8Array };
}

/** Null where there is no Node. */
export function engineFiles(): EngineFiles | null {
  const { process } = globalThis as { process?: NodeModules };
  const require = process?.getBuiltinModule?.("module").createRequire(import.meta.url);
  const files = process?.getBuiltinModule?.("fs");
  if (!require || !files) return null;
  return {
    worker: require.resolve("./engine-worker.mjs"),
    isCode: false,
    binary: () => files.readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")),
  };
}
