// A generated file: written, or with --check only compared, so that the gate fails when a committed one differs.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const isCheck = process.argv.includes("--check");

export function writeOrCheck(path: string, expected: string | Uint8Array): void {
  const bytes = Buffer.from(expected);
  if (!isCheck) {
    writeFileSync(path, bytes);
  } else if (!existsSync(path) || !readFileSync(path).equals(bytes)) {
    console.error(`${path} is not up to date: run npm run generate.`);
    process.exitCode = 1;
  }
}
