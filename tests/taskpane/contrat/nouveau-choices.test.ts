// What may be answered to a question that the document gives no value for: it says nothing, or something is added or not.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseConvention } from "../../../src/contracts/parse-convention";
import { questionsPosees } from "../../../src/core/contract/definition/repondre";
import { draftSigned } from "../../../src/core/drafting/draft-signed";
import { readText } from "../../../src/documents/read-text";
import { answersTo } from "../../../src/taskpane/contrat/nouveau/choices";

const name = "deux-beneficiaires.txt";
const drafted = draftSigned(readText(readFileSync(`tests/contracts/five/${name}`, "utf8"), name));
if (!drafted.ok) throw new Error(drafted.message);
const { definition } = drafted;
const parsed = parseConvention(definition);
if (!parsed.ok) throw new Error(parsed.message);
const posees = questionsPosees(definition, parsed.convention);

const buttons = (champ: string): readonly string[] => {
  const own = posees.find((each) => each.champ === champ);
  return own ? answersTo(definition, [own]).list.map(({ button }) => button) : ["not asked"];
};

test.each([
  ["a list that is empty", "imputation.lignes", ["Le contrat ne le dit pas"]],
  ["a part that no item of a list has", "creditsEtat[].repartition", ["Le contrat ne le dit pas"]],
  ["values that were read", "annees", ["C’est exact"]],
  ["another account", "autresComptes", ["Oui", "Non"]],
])("%s", (_, champ, expected) => {
  expect(buttons(champ)).toEqual(expected);
});

test("no question names a field as the definition writes it, and initials are capitals", () => {
  const said = posees.map(({ question }) => question).join("\n");
  expect(said).not.toMatch(/autresFinanceurs|actions\[/);
  expect(said).toContain("est le compte de CCAS");
});
