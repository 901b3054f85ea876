// The command line as a process, as it is built.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Builds itself where the sources are newer. */
export const CLS = fileURLToPath(new URL("../../scripts/cli/cls.mjs", import.meta.url));

export function runCls(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLS, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1e9,
    env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "" },
  });
  return { status, stdout, stderr };
}
