// Rows of indicators under labels of the service's own: asked about as rows of amounts are, never said to be missing meanwhile.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Grid } from "../figures";
import { actionLabel } from "../layouts";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";
import { answer, budget, PLAIN, say, supposed, YEARS } from "./asked";
import type { NumeroAction } from "../../../../src/core/domain/values/numero-action";

const { actions } = contratIntegre;
const rows = (
  name: (intitule: string, action: NumeroAction) => string,
  keep: (action: NumeroAction) => boolean = () => true,
): Grid => [
  ["Action", "Indicateur", "T0", ...YEARS.map((year) => `Cible ${year}`)],
  ...actions.flatMap((action) =>
    action.indicateurs.flatMap(({ intitule, t0, cibles }) =>
      keep(action.numero)
        ? [
            [
              ...[actionLabel(action), name(intitule, action.numero), t0],
              ...YEARS.map((year) => cibles.find(({ annee }) => annee === year)?.valeur ?? "nd"),
            ],
          ]
        : [],
    ),
  ),
];
const of = (grid: Grid) => rawWorkbook({ Budget: budget(PLAIN), Indicateurs: grid });
const retitled = rows((intitule, action) =>
  action === 1 || action === 7 ? `Suivi quantitatif ${intitule.length}` : intitule,
);

describe("indicators under labels that are not the contract's", () => {
  it("are one question a row, with what is supposed; nothing is said to be missing", () => {
    const { questions, accused, state } = say(of(retitled));
    expect({ accused, state }).toEqual({ accused: [], state: "to-confirm" });
    expect(new Set(questions.map(({ about }) => about))).toEqual(new Set(["row"]));
    expect(questions.every(({ supposed: one }) => one?.role === "indicateur du contrat")).toBe(true);
  });

  const without = (values: readonly CellLiteral[], label: CellLiteral = "Suivi des éducateurs"): Grid =>
    rows((intitule) => intitule).map((row) =>
      row[0] === actionLabel(actions[0] as never) ? [row[0], label, ...values] : row,
    );

  it.each([
    ["words for missing values", ["nd", "nd", "nd", "nd", "nd"]],
    ["nothing", []],
    ["words", ["à venir", "à définir", "en cours", "en cours", "en cours"]],
  ])("are asked about where they hold %s", (_name, values) => {
    const raw = of(without(values));
    const { questions, accused } = say(raw);
    expect(accused).toEqual([]);
    expect(questions.map(({ supposed: one }) => one?.of)).toEqual([actions[0]?.indicateurs[0]?.intitule]);
    const after = answer(raw, supposed);
    expect(after.questions).toEqual([]);
    expect(after.accused.filter((id) => id.startsWith("indicateurs-du-contrat"))).toEqual([]);
    const apart = answer(raw, ({ answers }) => answers.find(({ role }) => role === "indicateur hors du contrat"));
    expect(apart.questions).toEqual([]);
    expect(apart.accused).toContain("indicateurs-du-contrat/1/indicateur-1");
  });

  it("without a label are named, and accuse nobody", () => {
    const { accused, questions, status } = say(of(without([1, 2, 3, 4, 5], null)));
    expect({ accused, questions, status: status("indicateurs-du-contrat") }).toEqual({
      accused: [],
      questions: [],
      status: "not-checkable",
    });
  });

  it("are read under actions of other names, where their words say whose they are", () => {
    const named = rows((intitule) => intitule).map(([action, ...row], at) => [
      at === 0 ? "Action" : `Chantier ${String(action).length}`,
      ...row,
    ]);
    expect(say(of(named))).toMatchObject({ accused: [], state: "conforming" });
  });

  it("in columns are asked about, once for the whole sheet", () => {
    const grid = rows((intitule) => intitule);
    const turned = (grid[0] ?? []).map((_, column) => grid.map((row) => row[column] ?? null));
    expect(say(of(turned))).toMatchObject({
      accused: [],
      questions: [{ about: "table", key: { path: ["sens", "Indicateurs"] } }],
    });
    expect(answer(of(turned), supposed)).toMatchObject({ accused: [], questions: [], state: "conforming" });
  });

  it("conform as supposed", () => {
    expect(answer(of(retitled), supposed)).toMatchObject({ questions: [], accused: [], state: "conforming" });
  });

  it("that are said to be apart leave the contract's own missing", () => {
    const after = answer(of(retitled), ({ answers }) =>
      answers.find(({ role }) => role === "indicateur hors du contrat"),
    );
    expect(after.questions).toEqual([]);
    expect(after.accused).toContain("indicateurs-du-contrat/1/indicateur-1");
  });

  it("ask nothing where each of the contract's stands on its row, and accuse where none could be it", () => {
    const added: Grid = [
      ...rows((intitule) => intitule),
      [actionLabel(actions[0] as never), "Suivi interne", 1, 2, 3, 4, 5],
    ];
    expect(say(of(added)).questions).toEqual([]);
    expect(
      say(
        of(
          rows(
            (intitule) => intitule,
            (action) => action !== 1,
          ),
        ),
      ).accused.join(),
    ).toContain("indicateurs-du-contrat/1");
  });
});
