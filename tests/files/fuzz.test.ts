// Mutated workbooks, seeded: each is read or refused in one sentence, never a crash, a false "conforme" or a lost part.
// FUZZ_RUNS and FUZZ_SEED change how many and which: `npm run fuzz` goes on for hours.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { contratsIntegres } from "../../src/contracts/built-in";
import { WorkbookError } from "xlsx-model/plan";
import { verify } from "../../src/core/verify";
import type { CellContent } from "xlsx-model/sheet-values";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { commitSeed } from "../commit-seed";
import { isSecondTier, runs, seed } from "../seeded";
import { fixture, partsOf } from "./fixtures";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? runs(120, 1000));
// Many runs are drawn anew by each commit.
const SEED = Number(process.env["FUZZ_SEED"] ?? (isSecondTier ? commitSeed() : seed));
const AS_OF = "2026-11-24";
const MOST_SECONDS = 30;

const counts = { read: 0, refused: 0, crashed: 0, conforming: 0, lost: 0 };
afterAll(() => {
  console.log(`fuzz, seed ${SEED}, ${RUNS} runs: ${JSON.stringify(counts)}`);
});

/** Mulberry32: the same numbers for the same seed, everywhere. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const PIECES = [
  "<", ">", "&", '"', "&#0;", "]]>", "<!--", "<f>A1</f>", "<f>1/0</f>", "<v>1e309</v>", "NaN", "-1", "99999999999",
  "\u0000", "\ud800", "<c/>", "<row/>", '<c r="A1"/>', "=SUM(A:A)", "<f>SUM(SEQUENCE(9999,999))</f>", " ", "",
] as const; // prettier-ignore

/** Cuts, repeats, swaps or inserts at a random place of a random XML part. */
function mutate(bytes: Uint8Array, pick: (below: number) => number): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));
  for (let change = 0; change <= pick(4); change++) {
    const name = names[pick(names.length)] ?? "";
    const text = strFromU8(parts[name] ?? new Uint8Array(0));
    const at = pick(text.length + 1);
    const length = pick(40);
    const piece = PIECES[pick(PIECES.length)] ?? "";
    const changed = [
      text.slice(0, at) + piece + text.slice(at),
      text.slice(0, at) + text.slice(at + length),
      text.slice(0, at) + text.slice(at, at + length) + text.slice(at),
      text.replace(/>(\d+)</, () => `>${pick(10 ** 6)}<`),
      text.slice(0, at) + text.slice(at).replace(/="[^"]*"/, `="${piece}"`),
    ][pick(5)];
    parts[name] = strToU8(changed ?? text);
  }
  return zipSync(parts, { level: 1 });
}

const VALUES = [
  "nd", "", " ", "130 000 €", "-", "12/05/2025", "1e400", "TOTAL", "Axe 2", "Action 5", "État", "=", "'", "é".repeat(33_000), "\u202e", "k€", "2025",
  -1, 0, 0.001, 1e15, 1e300, 2025, 46_000,
] as const; // prettier-ignore
const FORMULAS = [
  "=A1", "=1/0", "=SUM(A:XFD)", '=INDIRECT("A"&1)', "=NA()", "=ROW()*1000", '="x"&1', "=Absente!A1", "=SUM(B4:B8)", "=OFFSET(A1,1,1)",
] as const; // prettier-ignore
const CELLS: readonly CellContent[] = [
  ...VALUES.map((value) => ({ value, formula: null })),
  ...FORMULAS.map((formula) => ({ value: null, formula })),
];

/** Writes, moves, empties or doubles cells at random places of a random sheet, as agents do. */
function mutateCells(bytes: Uint8Array, pick: (below: number) => number): Uint8Array {
  const { model, save } = openFileWorkbook(bytes, "x.xlsx");
  for (let change = 0; change <= pick(12); change++) {
    const sheet = model.sheets[pick(model.sheets.length)];
    const used = sheet?.usedRange(true);
    if (!sheet || !used) continue;
    const place = () => [pick(used.bottom + 3), pick(used.right + 3)] as const;
    const [row, column] = place();
    const found = sheet.content(row, column);
    const content = [CELLS[pick(CELLS.length)], sheet.content(...place()), { value: null, formula: null }][pick(3)];
    if (content) sheet.setContent(row, column, content);
    if (pick(3) === 0) sheet.setContent(...place(), found);
  }
  return save();
}

/** Throws what is neither read nor refused. */
async function attack(bytes: Uint8Array): Promise<void> {
  try {
    const { port, save } = openFileWorkbook(bytes, "x.xlsx");
    const alone = verify(await port.read(), contratsIntegres, AS_OF, "built-in").verification;
    // Every source has errors at this date, and no slip of a file corrects them all.
    if (alone.verdict.state === "conforming") counts.conforming++;
    await verifyWorkbook(port, contratsIntegres, AS_OF, () => {});
    const [before, after] = [partsOf(bytes), partsOf(save())];
    const kept = new Set(Object.keys(after).map((name) => name.toLowerCase()));
    const isChain = (name: string): boolean => /calcChain\.xml$/i.test(name);
    if (Object.keys(before).some((name) => !kept.has(name.toLowerCase()) && !isChain(name))) counts.lost++;
    counts.read++;
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    counts.refused++;
  }
}

describe("a mutated workbook", () => {
  it("is read or refused, and never called what it is not", async () => {
    const failures: string[] = [];
    for (let run = 0; run < RUNS; run++) {
      const seed = SEED + run;
      const change = seed % 3 === 0 ? mutateCells : mutate;
      const bytes = change(fixture(seed % 2 === 0 ? "dijon" : "excel-fait-main"), random(seed));
      const started = performance.now();
      await attack(bytes).catch((error: unknown) => {
        counts.crashed++;
        failures.push(`FUZZ_SEED=${seed} FUZZ_RUNS=1: ${error instanceof Error ? (error.stack ?? "") : String(error)}`);
      });
      if ((performance.now() - started) / 1000 > MOST_SECONDS) failures.push(`FUZZ_SEED=${seed}: too slow`);
    }
    expect(failures.slice(0, 5).join("\n")).toBe("");
    expect([counts.conforming, counts.lost]).toEqual([0, 0]);
    expect(counts.read + counts.refused).toBe(RUNS);
  }, 14_400_000);
});
