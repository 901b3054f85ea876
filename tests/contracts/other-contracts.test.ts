// What other contracts of the programme have: the schema takes it, the seal keeps it, and a mistake in it is named.
import { describe, expect, test } from "vitest";
import { parseConvention } from "../../src/contracts/parse-convention";
import { seuilDe } from "../../src/core/contract/in-force/contract-amounts";
import type { ConventionDefinition } from "../../src/core/contract/convention";
import { empreinteDuSigne, lireSceau, sceller } from "../../src/core/contract/signed/sceau";
import { base, numerous, parse, rich } from "./contrat-riche";

test("the schema takes all of it, and the seal gives it back", () => {
  const convention = parse(rich);
  const sceau = lireSceau(sceller(convention).texte);
  expect(sceau.etat === "inchange" && sceau.convention).toEqual({ ...convention, avenants: [] });
});

test.each<[string, Partial<ConventionDefinition>]>([
  ["another signatory", { signataires: [] }],
  ["another threshold of an axe", { cofinancement: { seuil: 0.5, seuils: [{ axe: 2, seuil: 0.41 }] } }],
  ["another envelope", { enveloppes: [] }],
  ["the day of signature", { signeLe: "2024-06-13" }],
  [
    "other financing of one cent less",
    {
      actions: [
        {
          ...numerous[0],
          autres: [{ financeur: "Région", annee: 2024, montant: 250.24 }],
        } as (typeof numerous)[number],
        ...numerous.slice(1),
      ],
    },
  ],
  [
    "an indicator that should rise",
    { actions: [{ ...numerous[0], indicateurs: [] } as unknown as (typeof numerous)[number], ...numerous.slice(1)] },
  ],
])("the fingerprint covers %s", (_, change) => {
  expect(empreinteDuSigne(parse({ ...rich, ...change }))).not.toBe(empreinteDuSigne(parse(rich)));
});

test.each<[number | null, number, number]>([
  [1, 2024, 0.5],
  [2, 2024, 0.4],
  [1, 2025, 0.3],
  [null, 2025, 0.3],
  [2, 2025, 0.2],
  [null, 2026, 0.5],
])("the least share of axe %s in %s is %s", (axe, annee, seuil) => {
  expect(seuilDe(parse(rich), { axe, annee })).toBe(seuil);
});

describe("a mistake is named by its field", () => {
  test.each<[string, Partial<ConventionDefinition>]>([
    ["cofinancement.seuils[0].axe", { cofinancement: { seuil: 0.5, seuils: [{ axe: 9, seuil: 0.4 }] } }],
    ["cofinancement.seuils[0].seuil", { cofinancement: { seuil: 0.5, seuils: [{ seuil: 0.4 }] } }],
    [
      "enveloppes[0].montants[0].annee",
      { enveloppes: [{ id: "x", intitule: "X", montants: [{ annee: 2031, montant: 1, statut: "ferme" }] }] },
    ],
    ["actions[0].autres[0].financeur", { autresFinanceurs: [{ nom: "FSE" }], cofinancement: { seuil: 0.5 } }],
    [
      "cofinancement.financeurs[0].financeur",
      { cofinancement: { seuil: 0.5, financeurs: [{ financeur: "Ville", seuil: 0.1 }] } },
    ],
    ["nationaux[0].intitule", { nationaux: [{ intitule: "Autre" }] }],
  ])("%s", (field, change) => {
    const parsed = parseConvention({ ...rich, ...change });
    expect(parsed.ok ? "" : parsed.message).toContain(`«\u00a0${field}\u00a0»`);
  });
});

test("three and four axes, and definitions without any of it, stay valid", () => {
  expect(parse(base).axes).toHaveLength(3);
  expect(
    parse({ ...base, axes: [...base.axes, { numero: 4, intitule: "Un quatrième axe" }], creditsEtat: base.creditsEtat })
      .axes,
  ).toHaveLength(4);
});
