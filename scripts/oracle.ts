// What the product makes of a fixed set of workbooks, as text, so that two states of the sources can be compared:
// `tsx scripts/oracle.ts write DOSSIER [REGION] [RUNS]` in each of two checkouts, then `tsx scripts/oracle.ts compare A B`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readCorpus } from "./oracle/corpus";
import { answersOf, dashboardOf } from "./oracle/answers";
import { generatedAnswers } from "./oracle/generated";

/** As many lines of a difference are shown. */
const SHOWN = 6;

const [verb, first = "", second, runs] = process.argv.slice(2);
if (verb === "write" && first !== "") await write(first, Number(second ?? 6), Number(runs ?? 40));
else if (verb === "compare" && second !== undefined) compare(first, second);
else throw new Error("usage: tsx scripts/oracle.ts write FOLDER [REGION] [RUNS] | compare FOLDER FOLDER");

async function write(folder: string, region: number, times: number): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const given of readCorpus(join(folder, "classeurs"), region)) {
    for (const [name, text] of await answersOf(given)) {
      writeFileSync(join(folder, `${basename(given.workbook, ".xlsx")}.${name}.txt`), text);
    }
  }
  const more = [...(await dashboardOf(join(folder, "classeurs"))), ...generatedAnswers(times)];
  for (const [name, text] of more) writeFileSync(join(folder, `${name}.txt`), text);
}

function compare(before: string, after: string): void {
  const texts = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const names = [...new Set([...texts(before), ...texts(after)])].sort();
  const read = (folder: string, name: string): readonly string[] | null =>
    texts(folder).includes(name) ? readFileSync(join(folder, name), "utf8").split("\n") : null;
  let different = 0;
  for (const name of names) {
    const [old, now] = [read(before, name), read(after, name)];
    if (old !== null && now !== null && old.join("\n") === now.join("\n")) continue;
    different += 1;
    console.log(`${name}: ${old === null ? "new" : now === null ? "gone" : "differs"}`);
    if (old === null || now === null) continue;
    const [inOld, inNow] = [new Set(old), new Set(now)];
    const told = [
      ...old.filter((line) => !inNow.has(line)).map((line) => `  - ${line}`),
      ...now.filter((line) => !inOld.has(line)).map((line) => `  + ${line}`),
    ];
    for (const line of told.slice(0, SHOWN)) console.log(line.slice(0, 300));
    if (told.length > SHOWN) console.log(`  and ${told.length - SHOWN} lines more`);
    if (told.length === 0) console.log("  the same lines in another order");
  }
  console.log(`${names.length} texts, ${different} different`);
  process.exitCode = different > 0 ? 1 : 0;
}
