// The package as a stranger has it, in a folder with nothing else: its README's programs run, in modules, in CommonJS and in vitest, and its types hold.
// Source: packages/simulated-excel/README.md
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openXlsx } from "xlsx-model/open-xlsx";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const own = join(root, "packages/simulated-excel");
const folder = mkdtempSync(join(tmpdir(), "stranger-"));
const modules = join(folder, "node_modules");

/** The program of the README under that heading. */
function program(heading: string): string {
  const readme = readFileSync(join(own, "README.md"), "utf8");
  const found = new RegExp(`## ${heading}\\n[\\s\\S]*?\`\`\`(?:js|ts)\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  if (!found) throw new Error(`no program under ${heading}`);
  return found;
}

/** What npm would install, without the network. */
function install(name: string): void {
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  symlinkSync(join(root, "node_modules", name), join(modules, name));
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: "utf8", timeout: 240_000, stdio: "pipe" });
}

beforeAll(() => {
  const packed = execFileSync("node", [join(own, "pack.mjs")], { encoding: "utf8" }).trim();
  mkdirSync(join(modules, "simulated-excel"), { recursive: true });
  run("tar", "-xzf", packed, "-C", join(modules, "simulated-excel"), "--strip-components=1");
  const { dependencies } = JSON.parse(readFileSync(join(modules, "simulated-excel/package.json"), "utf8")) as {
    readonly dependencies: Record<string, string>;
  };
  for (const name of [
    ...Object.keys(dependencies),
    "@microsoft/office-js",
    "@types/office-js",
    "@types/node",
    "vitest",
  ])
    install(name);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("runs the program of the quick start", () => {
  writeFileSync(join(folder, "first.mjs"), program("Quick start"));
  expect(run("node", "first.mjs")).toContain("5");
  const written = openXlsx(readFileSync(join(folder, "result.xlsx")), "result.xlsx");
  expect(written.activeSheet.content(2, 0)).toEqual({ value: 5, formula: "=SUM(A1:A2)" });
});

it("refuses a second start with a sentence, from CommonJS", () => {
  writeFileSync(
    join(folder, "second.cjs"),
    `const { startExcel } = require("simulated-excel");
     startExcel().then(() => startExcel()).catch((error) => { console.log(error.message); });`,
  );
  expect(run("node", "second.cjs")).toContain("A simulated Excel runs in this process already");
});

it("runs the tests of the README in Node's own runner and in vitest", () => {
  writeFileSync(join(folder, "add-in.test.cjs"), program("Any other runner"));
  expect(run("node", "--test", "add-in.test.cjs")).toMatch(/# pass 1\n# fail 0/);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "sum.test.ts"), program("vitest"));
  expect(run("node", join(root, "node_modules/vitest/vitest.mjs"), "run", "sum.test.ts")).toMatch(/1 passed/);
});

it("has types that hold without those of the project", () => {
  writeFileSync(join(folder, "types.mts"), program("Quick start"));
  const options = ["--noEmit", "--strict", "--target", "es2022", "--types", "node,office-js"];
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  expect(run("node", tsc, ...options, "--module", "nodenext", "--moduleResolution", "nodenext", "types.mts")).toBe("");
});
