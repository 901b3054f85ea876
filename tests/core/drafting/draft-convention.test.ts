// Drafts from tables that name their axes in a column, below the actions, by number only, or not at all: no row is lost.
import { describe, expect, test } from "vitest";
import { parseConvention } from "../../../src/contracts/parse-convention";
import { draftConvention } from "../../../src/core/drafting/draft-convention";
import { verify } from "../../../src/core/verify";
import { rawWorkbook, type CellLiteral } from "../reading/raw-workbook-builder";

type Row = readonly CellLiteral[];

const HEADING: Row = ["Actions", "État 2024", "Part de la Ville 2024", "Total 2024"];
const amounts = (etat: number): Row => [etat, etat, 2 * etat];
const first: Row = ["1. Soutenir les jeunes", ...amounts(100)];
const second: Row = ["2. Former les parents", ...amounts(200)];
const third: Row = ["3. Ouvrir les droits", ...amounts(400)];
const TOTAL: Row = ["TOTAL", ...amounts(700)];

function draft(rows: readonly Row[]) {
  const raw = rawWorkbook({ Budget: rows });
  const drafted = draftConvention(raw);
  if (!drafted.ok) throw new Error(drafted.message);
  const parsed = parseConvention(drafted.definition);
  if (!parsed.ok) throw new Error(parsed.message);
  const { findings } = verify(raw, parsed.convention, "2024-06-30", "given").verification;
  const asked = drafted.definition.questions.map(({ champ }) => champ);
  return {
    ...drafted.definition,
    asked,
    errors: findings.filter(({ severity, subject }) => severity === "error" && subject.axe !== undefined),
  };
}

const axesOf = ({ axes, actions }: ReturnType<typeof draft>) => ({
  axes: axes.map(({ intitule }) => intitule),
  actions: actions.map(({ axe, montants: [of2024] }) => [axe, of2024?.etat]),
});

const GROUPED = [
  [1, 100],
  [1, 200],
  [2, 400],
];

describe("the axes", () => {
  test("in a column beside the actions, named once each", () => {
    const beside = (axe: CellLiteral, row: Row): Row => [axe, ...row];
    const drafted = draft([
      beside("Axe", HEADING),
      beside("Axe 1 : Enfance", first),
      beside(null, second),
      beside("Axe 2 : Droits", third),
      [null, ...TOTAL],
    ]);
    expect(axesOf(drafted)).toEqual({ axes: ["Enfance", "Droits"], actions: GROUPED });
    expect(drafted.errors).toEqual([]);
  });

  test.each([
    ["by name", "Total axe 1 : Enfance", "Total axe 2 : Droits", ["Enfance", "Droits"], []],
    [
      "by number only",
      "Sous-total axe 1",
      "Sous-total axe 2",
      ["À compléter – axe 1", "À compléter – axe 2"],
      ["axes[0].intitule", "axes[1].intitule"],
    ],
  ])("in the subtotals below them, %s", (_, one, two, axes, questions) => {
    const drafted = draft([HEADING, first, second, [one, ...amounts(300)], third, [two, ...amounts(400)], TOTAL]);
    expect(axesOf(drafted)).toEqual({ axes, actions: GROUPED });
    expect(drafted.asked.filter((champ) => champ.startsWith("axes["))).toEqual(questions);
    expect(drafted.errors).toEqual([]);
  });

  test("that the table does not name are asked for", () => {
    const drafted = draft([HEADING, first, second, third, TOTAL]);
    expect(drafted.axes).toEqual([{ numero: 1, intitule: "À compléter – axe 1" }]);
    expect(drafted.actions).toHaveLength(3);
    expect(drafted.asked).toContain("axes[0].intitule");
  });
});

test("an action that stands twice is said", () => {
  const drafted = draft([HEADING, ["Axe 1 : Enfance"], first, second, first, TOTAL]);
  expect(drafted.actions).toHaveLength(2);
  expect(drafted.asked).toContain("actions[0].montants");
});

test("the local party is named without the words for its part", () => {
  expect(draft([HEADING, first]).collectivite).toMatchObject({
    designation: "Ville",
    motsColonne: ["Part de la Ville"],
  });
});
