// A table of indicators under nobody's words: each column is asked about, accuses nobody, and is read as it is answered.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Grid } from "../figures";
import { rawWorkbook } from "../raw-workbook-builder";
import { answer, budget, PLAIN, say, supposed, YEARS } from "./asked";

const heads = ["Quoi", "Avant", ...YEARS.flatMap((year) => [`Prévu ${year}`, `Fait ${year}`])];
const rows: Grid = [
  heads,
  ...contratIntegre.actions.flatMap(({ indicateurs }) =>
    indicateurs.map(({ intitule, t0, cibles }) => [
      intitule,
      t0 ?? "nd",
      ...YEARS.flatMap((year) => [cibles.find(({ annee }) => annee === year)?.valeur ?? "nd", null]),
    ]),
  ),
];
const done = (row: Grid[number]): Grid[number] =>
  row.map((cell, at) => (at > 1 && at % 2 === 1 && cell === null ? 3 : cell));
const raw = rawWorkbook({ Budget: budget(PLAIN), Suivi: [heads, ...rows.slice(1).map(done)] });

describe("indicators under other words", () => {
  it("are asked about, and no table is said to be missing", () => {
    const { questions, accused } = say(raw);
    expect(accused).toEqual([]);
    expect(questions.map(({ supposed: one }) => [one?.nature, one?.year])).toEqual([
      ["t0", undefined],
      ...YEARS.flatMap((year) => [
        ["target", year],
        ["achieved", year],
      ]),
    ]);
  });

  it("are read as they are answered", () => {
    const after = answer(raw, supposed);
    expect(after.questions).toEqual([]);
    expect(after.dossier.indicators?.lignesIndicateur).toHaveLength(rows.length - 1);
    expect(after.status("t0-contractualise")).toBe("compliant");
    expect(after.status("cible-contractualisee")).toBe("compliant");
  });
});
