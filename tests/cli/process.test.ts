// The commands as processes: an output that fails is exit status 2 in one line, and an interruption leaves no file behind.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeWorkbook } from "./workbook-files";
import { CLS } from "./run-cls";

const ARGS = ["--date", "2024-06-30"];

let folder: string;
let good: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "processus-"));
  good = writeWorkbook(join(folder, "bon.xlsx"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function runInto(stdout: number | "pipe", ...args: string[]) {
  const result = spawnSync(process.execPath, [CLS, "verifier", ...args, ...ARGS], {
    stdio: ["ignore", stdout, "pipe"],
    encoding: "utf8",
  });
  return { status: result.status, err: result.stderr };
}

describe("an output that fails", () => {
  it("is status 2 and one sentence, where the same command alone is status 0", () => {
    expect(runInto("pipe", good)).toEqual({ status: 0, err: "" });
    const full = openSync("/dev/full", "w");
    const { status, err } = runInto(full, good);
    closeSync(full);
    expect(err).toBe("Le résultat n’a pas pu être écrit : il n’y a plus de place sur le disque.\n");
    expect(status).toBe(2);
  });

  it("is status 2 without a word where the reader has left", () => {
    const script = `${process.execPath} ${CLS} verifier "$1" ${ARGS.join(" ")} | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", script, "-", good], { encoding: "utf8" });
    expect([stdout.trim(), stderr]).toEqual(["2", ""]);
  });
});

describe("a workbook that another program gives", () => {
  it("is read though it comes late and in parts", () => {
    const script = `(head -c 100 "$1"; sleep 0.5; tail -c +101 "$1") | ${process.execPath} ${CLS} verifier - ${ARGS.join(" ")}`;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", script, "-", good], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^entrée standard\n/);
  });

  it("is told from nothing, from what is no workbook, and stands alone", () => {
    const given = (input: string, ...args: string[]) =>
      spawnSync(process.execPath, [CLS, "verifier", ...args], { input, encoding: "utf8" }).stderr;
    expect(given("", "-")).toMatch(/entrée standard.*est vide/);
    expect(given("x", "-")).toContain("n’est pas un classeur Excel");
    expect(given("x", "-", good)).toContain("ne s’emploie que seul");
    expect(given("x", "-", "--sortie", join(folder, "x.docx"))).toContain("doit se terminer par .xlsx, .html");
  });
});

describe("an interrupted command", () => {
  it.each([0, 100, 200, 300, 400, 600, 900])(
    "%i ms after its start leaves all of its output, or nothing",
    async (delay) => {
      const output = join(folder, `annote-${delay}.xlsx`);
      const child = spawn(process.execPath, [CLS, "verifier", good, ...ARGS, "--sortie", output], {
        stdio: "ignore",
      });
      const exited = new Promise((resolve) => child.once("exit", resolve));
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill("SIGTERM");
      await exited;
      const left = readdirSync(folder).filter((name) => name.includes(`annote-${delay}.`));
      expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
      if (left.length > 0) expect(runInto("pipe", output)).toEqual({ status: 0, err: "" });
    },
  );
});
