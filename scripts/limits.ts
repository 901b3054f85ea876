// `npx tsx scripts/limits.ts [word…]`: verifies and annotates each hostile workbook with the built command line as a process of its
// own, and prints its seconds, its peak of memory and what it says, as the table of docs/FICHIERS.md.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUILT, buildCli } from "./cli/build-cli.mjs";
import { ATTACKS } from "./limits/attacks";
import { TABLE_ATTACKS } from "./limits/table-attacks";
import { TEXT_ATTACKS } from "./limits/text-attacks";

const MOST_SECONDS = 30;
const MOST_MIB = 1024;

const words = process.argv.slice(2);
const asked = [...ATTACKS, ...TABLE_ATTACKS, ...TEXT_ATTACKS].filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);

await buildCli();
const folder = mkdtempSync(join(tmpdir(), "limites-"));
const measures = join(folder, "mesures.txt");
console.log("| classeur | taille | secondes | mémoire | ce qui est dit |");
console.log("| --- | --: | --: | --: | --- |");
let beyond = 0;
for (const { name, bytes, contrat, document } of asked) {
  const [file, copy, definition] = [`classeur.${document ?? "xlsx"}`, "copie.xlsx", "contrat.json"].map((part) =>
    join(folder, part),
  );
  if (!file || !copy || !definition) throw new Error("three names");
  writeFileSync(file, bytes());
  if (contrat) writeFileSync(definition, contrat());
  // Processor time: what else runs on the machine does not count.
  const measured = [
    "-f",
    "%U %S %e %M",
    "-o",
    measures,
    process.execPath,
    BUILT,
    ...(document
      ? ["nouveau-contrat", file, "--sortie", definition, "--force"]
      : ["verifier", file, "--date", "2026-11-24", "--sortie", copy, "--force"]),
    ...(contrat ? ["--contrat", definition] : []),
  ];
  const { status, stderr } = spawnSync("/usr/bin/time", measured, { encoding: "utf8", maxBuffer: 2 ** 29 });
  const last = spawnSync("tail", ["-n", "1", measures], { encoding: "utf8" }).stdout;
  const [user = NaN, system = NaN, elapsed = NaN, kibibytes = NaN] = last.trim().split(" ").map(Number);
  const seconds = Math.min(user + system, elapsed);
  const mebibytes = kibibytes / 1024;
  if (!(seconds <= MOST_SECONDS && mebibytes <= MOST_MIB)) beyond += 1;
  const said =
    stderr
      .trim()
      .split("\n")[0]
      ?.replace(/^.*?\.(?:xlsx|docx) : /, "")
      .slice(0, 110) ?? "";
  const size = `${(statSync(file).size / 2 ** 20).toFixed(1)} Mo`;
  console.log(
    `| ${name} | ${size} | ${seconds.toFixed(1)} | ${mebibytes.toFixed(0)} Mo | ${status}: ${said || "lu"} |`,
  );
}
rmSync(folder, { recursive: true });
console.log(`${asked.length} tried, ${beyond} beyond ${MOST_SECONDS} s or ${MOST_MIB} MiB`);
process.exitCode = beyond > 0 ? 1 : 0;
