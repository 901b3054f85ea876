// Writes docs/FAULTS.md: the deliberate faults, and which step of which tier notices each; --check only compares.
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { LAST_OF_ONE_TIER, type Area } from "./faults/fault";
import { faults } from "./faults/list";
import { stepOf } from "./faults/step-of";
import { writeOrCheck } from "./write-or-check";

const path = fileURLToPath(new URL("../docs/FAULTS.md", import.meta.url));

const AREAS: Readonly<Record<Area, string>> = {
  rules: "Rules",
  reading: "Reading a workbook",
  writing: "What is written",
  excel: "In Excel",
  files: "In files",
  pane: "The pane",
  host: "The simulated Excel",
};

const code = (text: string): string => `\`${text.replaceAll("|", "\\|").replace(/\s+/g, " ")}\``;

const rows = (area: Area): string[] =>
  faults
    .filter((fault) => fault.area === area)
    .map((fault) => {
      const { tier, step } = stepOf(fault);
      const change = `${code(fault.text)} → ${fault.replacement === "" ? "nothing" : code(fault.replacement)}`;
      return `| ${fault.what}${fault.isYounger ? " ¹" : ""} | ${code(fault.file)}: ${change} | ${code(fault.test)} | ${tier}: ${step.name} |`;
    });

const sections = (Object.keys(AREAS) as Area[]).flatMap((area) => {
  const found = rows(area);
  return found.length === 0
    ? []
    : [
        `## ${AREAS[area]}\n\n| what is wrong then | change | noticed by | tier and step |\n| --- | --- | --- | --- |\n${found.join("\n")}`,
      ];
});

const older = faults.filter(({ isYounger }) => !isYounger);

const text = `# Deliberate faults

Each of these ${faults.length} faults was made on purpose, alone, and the test named beside it seen red: what the gate lost when it was made
shorter, it would have lost here. \`npm run faults\` makes them again, in a worktree of the last commit, and says which test no
longer notices; \`npm run faults -- excel\` tries an area. A fault is one text of the product replaced by another: add it to
\`scripts/faults/list.ts\`, then \`npm run generate\`.

The gate had one tier up to \`${LAST_OF_ONE_TIER}\`. \`npm run faults -- --split\` makes the faults there that its code and its tests already had, which are
${older.length}: each was noticed by the same test file, so none was lost by the split. The other ${faults.length - older.length}, marked ¹, are of code that came later,
or were noticed by no test then.

${sections.join("\n\n")}
`;

writeOrCheck(path, await format(text, { parser: "markdown", printWidth: 120 }));
