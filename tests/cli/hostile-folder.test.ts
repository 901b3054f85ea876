// A folder of hostile files beside a good one: each is refused by its name, and the good one is verified.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runVerifier as run } from "../../src/cli/verifier/run-verifier";
import { withParts, withRows } from "../files/fixtures";
import { writeWorkbook } from "./workbook-files";

const SHEET = "xl/worksheets/sheet1.xml";
let folder: string;
let good: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  good = writeWorkbook(at("m-bon.xlsx"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function verify(...files: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    today: () => "2024-06-30",
  };
  const status = await run([...files, "--json"], { ...io, styled: false });
  return { status, out: out.join(""), err: err.join("") };
}

/** What is refused, by name of file. */
function hostileFiles(): Record<string, Uint8Array> {
  const bytes = new Uint8Array(readFileSync(good));
  return {
    "a-vide.xlsx": new Uint8Array(0),
    "b-texte.xlsx": strToU8("Année;Total\n2024;1\n".repeat(50)),
    "c-coupe.xlsx": bytes.slice(0, bytes.length - 40),
    "d-bombe.xlsx": zipSync({ ...unzipSync(bytes), "xl/media/a.bin": new Uint8Array(40 * 2 ** 20) }),
    "e-deux-parts.xlsx": zipSync({ ...unzipSync(bytes), "XL/worksheets/sheet1.xml": strToU8("<worksheet/>") }),
    "f-xml.xlsx": withParts(bytes, { [SHEET]: "<worksheet><sheetData>" }),
    "g-entite.xlsx": withParts(bytes, { [SHEET]: '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>' }),
    "h-adresse.xlsx": withRows('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'),
    "z-octets.xlsx": withParts(bytes, { [SHEET]: "\u0000" }),
  };
}

describe("a folder of hostile files beside a good one", () => {
  it("leaves the good one verified, each other one being named in a line of its own", async () => {
    const alone = await verify(good);
    expect([alone.status, alone.err]).toEqual([0, ""]);
    const hostile = hostileFiles();
    for (const [name, bytes] of Object.entries(hostile)) writeFileSync(at(name), bytes);
    mkdirSync(at("i-dossier.xlsx"));
    execFileSync("mkfifo", [at("j-tube.xlsx")]);
    const refused = [...Object.keys(hostile), "i-dossier.xlsx", "j-tube.xlsx", "k-absent.xlsx"].sort();
    const { status, out, err } = await verify(...[...refused, "m-bon.xlsx"].sort().map(at));
    expect(status).toBe(2);
    expect(out).toBe(alone.out);
    const lines = err.trim().split("\n");
    expect(lines).toHaveLength(refused.length);
    for (const [index, name] of refused.entries()) {
      expect(lines[index]?.startsWith(`${at(name)} : `)).toBe(true);
      expect(lines[index]).not.toMatch(/incident interne/i);
    }
  });

  it("computes the good one after formulas that bring the engine down", async () => {
    const trap = '<row r="1"><c r="A1"><f>SUM(SEQUENCE(1048576,16384))</f></c></row>';
    writeFileSync(at("l-piege.xlsx"), withRows(trap));
    const { out, err } = await verify(at("l-piege.xlsx"), good);
    expect(err).toBe("");
    expect(out.split("\n")[1]).toBe((await verify(good)).out.trim());
  });
});
