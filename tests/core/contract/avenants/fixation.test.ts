import { expect, test } from "vitest";
import { conventionEnVigueur } from "../../../../src/core/contract/in-force/en-vigueur";
import { avenantQuiFixe, sourceDuChiffre } from "../../../../src/core/contract/avenants/fixation";
import type { Chiffre } from "../../../../src/core/contract/avenants/fermete";
import { contratAmende } from "../../../contracts/avenants";

const enVigueur = conventionEnVigueur(contratAmende, "2026-11-24");
const { avenants } = enVigueur;
const plain = (chiffre: Chiffre) => sourceDuChiffre(enVigueur, chiffre).replaceAll("\u00a0", " ");

test.each<[string, Chiffre, number | null]>([
  ["a year's amount", { kind: "credits", annee: 2026 }, 2],
  ["a year of the signed contract", { kind: "credits", annee: 2024 }, null],
  ["an axe", { kind: "repartition", annee: 2025, axe: 4 }, 1],
  ["an axe that no avenant splits", { kind: "repartition", annee: 2026, axe: 4 }, null],
  ["a part", { kind: "montant", annee: 2026, action: 3, colonne: "etat" }, 2],
  ["the other part, later", { kind: "montant", annee: 2026, action: 3, colonne: "collectivite" }, 3],
  ["a total, by the last of its parts", { kind: "montant", annee: 2026, action: 3, colonne: "total" }, 3],
  ["an action that has ended", { kind: "montant", annee: 2027, action: 7, colonne: "etat" }, 2],
  ["the same before its end", { kind: "montant", annee: 2025, action: 7, colonne: "etat" }, null],
  ["a new action", { kind: "montant", annee: 2027, action: 9, colonne: "etat" }, 2],
  ["a target", { kind: "cible", annee: 2025, action: 4, indicateur: 1 }, 1],
  ["another year of it", { kind: "cible", annee: 2026, action: 4, indicateur: 1 }, null],
])("%s", (_, chiffre, numero) => {
  expect(avenantQuiFixe(avenants, chiffre)?.numero ?? null).toBe(numero);
});

test("says which avenant, and when it was signed", () => {
  expect(plain({ kind: "credits", annee: 2026 })).toBe(" Montants 2026 fixés par l’avenant n° 2 du 12/03/2026.");
  expect(plain({ kind: "cible", annee: 2025, action: 4, indicateur: 1 })).toBe(
    " Cible 2025 fixée par l’avenant n° 1 du 10/02/2025.",
  );
  expect(plain({ kind: "credits", annee: 2024 })).toBe("");
});

test("an amount that no avenant names is firm by the one that fixed its year", () => {
  expect(plain({ kind: "montant", annee: 2026, action: 1, colonne: "etat" })).toContain("l’avenant n° 2");
  expect(plain({ kind: "montant", annee: 2027, action: 1, colonne: "etat" })).toBe("");
});
