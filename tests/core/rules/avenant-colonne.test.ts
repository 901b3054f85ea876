// What stands in a line of the register under a heading that nobody knows: it may be a status, a date or a clause whose heading was overwritten.
import { describe, expect, test } from "vitest";
import { plain, putAvenant, put, type Edit } from "../reading/contrat/contrat-edits";
import { amount, check, sound } from "./register-check";

/** Another word over a heading; null empties it. */
const head = (heading: string, word: string | null): Edit => put("Avenants", 0, heading, word);

const lines = (heading: string, value: string): readonly Edit[] => [
  putAvenant(1, { ...sound, [heading]: value }),
  putAvenant(2, { ...amount, [heading]: value }),
];

describe("a filled column of which the heading was lost", () => {
  test.each<[heading: string, value: string]>([
    ["Statut", "provisionnel"],
    ["Prend effet le", "10/02/2026"],
    ["Clause", "Article 2"],
    ["Délibéré le", "01/02/2025"],
    ["Objet", "Crédits de l’État"],
    ["Indicateur", "1"],
    ["Ancienne valeur", "350 000 €"],
    ["Intitulé (nouveautés)", "Cofinancement minimum"],
  ])("« %s »: one error at the heading and its cells, and its lines have no effect", (heading, value) => {
    const { found, findings, dossier } = check(...lines(heading, value), head(heading, "Zorglub"));
    expect(found).toEqual([["avenant-lisible/colonne-zorglub", "error"]]);
    expect(findings[0]?.cells.map(({ row }) => row - (findings[0]?.cells[0]?.row ?? 0))).toEqual([0, 1, 2]);
    expect(plain(findings[0]?.message ?? "")).toContain(`« ${heading} »`);
    expect(dossier.feuilleContrat?.registre?.map(({ etat }) => etat)).toEqual(["illisible", "illisible"]);
  });

  test("an empty heading is one that was lost", () => {
    const { found } = check(...lines("Statut", "provisionnel"), head("Statut", null));
    expect(found).toEqual([["avenant-lisible/colonne-sans-en-tete", "error"]]);
  });

  test("the last two are lost: the status is known by its words", () => {
    const edits = [...lines("Statut", "provisionnel"), head("Statut", "Zorglub"), head("Délibéré le", null)];
    expect(check(...edits).found).toEqual([["avenant-lisible/colonne-zorglub", "error"]]);
  });

  test("the headings « Clause » and « Statut » are exchanged: no status is taken for a clause", () => {
    const { found, findings } = check(
      putAvenant(1, { ...sound, Statut: "provisionnel" }),
      head("Statut", "Zorglub"),
      head("Clause", "Statut"),
      head("Zorglub", "Clause"),
    );
    expect(found).toEqual([["avenant-lisible/1-credits-de-l-etat-2025", "error"]]);
    expect(plain(findings[0]?.message ?? "")).toContain("« provisionnel » est un statut");
  });

  test("no line fills it: nothing is lost", () => {
    expect(check(putAvenant(1, sound), head("Statut", "Zorglub")).found).toEqual([]);
  });
});

describe("a column of the agent's own", () => {
  const own =
    (value: string | number, ...headings: readonly string[]): Edit =>
    (cells) => {
      for (const heading of headings) head(heading, null)(cells);
      const [title, ...under] = cells.slice(cells.findIndex((row) => row.includes("Avenant n°")));
      if (!title) throw new Error("no register");
      const at = title.length;
      for (const row of cells) row.length = at;
      title.push("Vu avec la DDETS");
      under[0]?.push(value);
      for (const row of cells) while (row.length <= at) row.push(null);
    };

  test.each([
    ["beside a whole register", "le 12/03/2026", []],
    ["words beside one of an earlier version", "à relancer", ["Prend effet le", "Clause", "Statut", "Délibéré le"]],
    ["a date beside one of an earlier version", "12/03/2026", ["Prend effet le", "Clause", "Statut", "Délibéré le"]],
  ])("%s is allowed", (_, value, gone) => {
    expect(check(putAvenant(1, sound), own(value, ...gone)).found).toEqual([]);
  });

  test("its amounts are said to be left aside", () => {
    const { found, verification } = check(putAvenant(1, sound), own(12500));
    expect(found).toEqual([]);
    const aside = (verification.leftAside ?? []).filter(({ sheet }) => sheet === "Contrat");
    expect(aside).toHaveLength(1);
    expect(aside[0]?.reason).toContain("Vu avec la DDETS");
  });
});
