// A table that is there and that no word explains is asked about or named: nothing says that it is missing.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Grid } from "../figures";
import { actionLabel } from "../layouts";
import type { CellLiteral } from "../raw-workbook-builder";
import { amountsOf, heads, PLAIN, say, supposed, answer, workbook } from "./asked";

const { actions } = contratIntegre;
const NAMES = ["Rue", "Jeunes", "Suivi", "Colis", "Emplois", "Toit", "Vélo", "Écrans"];
const UNKNOWN = [
  "Dispositif",
  ...heads((annee, part) => `BP${annee} ${{ etat: "a", collectivite: "b", total: "c" }[part]}`),
];
const named = (head: readonly CellLiteral[], cells: (at: number) => readonly CellLiteral[] = () => []): Grid => [
  ...(head.length > 0 ? [head] : []),
  ...NAMES.map((name, at) => [name, ...cells(at)]),
];
const amounts = (at: number): readonly CellLiteral[] => amountsOf(actions[at] as (typeof actions)[number]);

describe("a budget whose words nobody knows", () => {
  test("without any amount is asked about row by row", () => {
    const { accused, state, questions } = say(workbook({ Budget: named(PLAIN) }));
    expect([accused, state]).toEqual([[], "to-confirm"]);
    expect(questions.map(({ key }) => key.path[0])).toEqual(NAMES);
  });

  test("is known by the amounts of its rows: its columns are asked about, then its rows", () => {
    const raw = workbook({ Budget: named(UNKNOWN, amounts) });
    const { accused, questions } = say(raw);
    expect([accused, questions.length]).toEqual([[], 12]);
    expect(questions.filter(supposed)).toHaveLength(12);
    const after = answer(raw, supposed);
    expect([after.accused, after.state]).toEqual([[], "to-confirm"]);
    expect(after.questions.map(({ key }) => key.path[0])).toEqual(NAMES);
  });

  test("and that has no heading at all is named, not missing", () => {
    const { accused, json } = say(workbook({ Budget: named([], amounts) }));
    expect([accused, json.unread.map(({ range }) => range)]).toEqual([[], ["A1:M8"]]);
  });

  test("and under which the actions wait for their amounts is named, not missing", () => {
    const grid: Grid = [UNKNOWN, ...actions.map((action) => [actionLabel(action)])];
    const { accused, json } = say(workbook({ Budget: grid }));
    expect([accused, json.unread.map(({ range }) => range)]).toEqual([[], ["A1:M9"]]);
  });

  test("is missing where other amounts stand under them", () => {
    const other = (at: number): readonly CellLiteral[] => heads((annee) => annee * 3 + at);
    expect(say(workbook({ Budget: named(UNKNOWN, other) })).accused).toEqual(["tableau-attendu/tableau-budgetaire"]);
  });
});
