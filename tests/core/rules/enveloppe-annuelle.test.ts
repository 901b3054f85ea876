// The State's parts of a year add up to its amount, one centime below and above.
import rule from "../../../src/core/rules/enveloppe-annuelle";
import { contratIntegre } from "../../../src/contracts/built-in";
import { twice, unknownAction, withoutTotal } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { addMontants, montantFromCentimes } from "../../../src/core/domain/values/montant";
import { testRule } from "./rule-tester";

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "cents", convention: petitContrat },
    { name: "a wrong TOTAL row is another rule's matter", budget: { cells: { C15: 1 } } },
    { name: "two differences that settle each other", budget: { cells: { C4: 64999.99, C5: 20000.01 } } },
  ],
  discrepancy: [
    {
      name: "the tables of the contract itself say so, and its articles one cent more: nobody is to blame",
      convention: {
        ...petitContrat,
        creditsEtat: petitContrat.creditsEtat.map(({ annee, montant, statut }) => ({
          annee,
          statut,
          montant: addMontants(montant, montantFromCentimes(annee === 2024 ? 1 : 0)),
        })),
      },
      findings: [
        {
          message: "dans-le-contrat",
          id: "enveloppe-annuelle/2024/etat",
          severity: "info",
          cells: ["Budget!C8"],
          found: 600.6,
          expected: 600.61,
          gap: -0.01,
        },
      ],
    },
    {
      name: "one centime above one year, one below another",
      budget: { cells: { C4: 65000.01, F4: 64999.99 } },
      findings: [
        {
          message: "au-dessus",
          explained: true,
          id: "enveloppe-annuelle/2024/etat",
          severity: "error",
          cells: ["Budget!C15"],
          found: 332500.01,
          expected: 332500,
          gap: 0.01,
        },
        {
          message: "au-dessous",
          explained: true,
          id: "enveloppe-annuelle/2025/etat",
          severity: "warning",
          cells: ["Budget!F15"],
          found: 349999.99,
          expected: 350000,
          gap: -0.01,
        },
      ],
    },
    {
      name: "repeated and unknown actions count; without a TOTAL row the column is shown",
      convention: petitContrat,
      budget: { rows: (rows) => withoutTotal([...twice(3)(rows), unknownAction("X", [10, 10])]) },
      findings: [
        {
          message: "au-dessus",
          explained: true,
          id: "enveloppe-annuelle/2024/etat",
          severity: "error",
          cells: ["Budget!C2"],
          found: 610.6,
          expected: 600.6,
          gap: 10,
        },
        {
          message: "au-dessus-provisionnelle",
          explained: true,
          id: "enveloppe-annuelle/2025/etat",
          severity: "warning",
          cells: ["Budget!F2"],
          found: 1211.2,
          expected: 900.9,
          gap: 310.3,
        },
      ],
    },
    {
      name: "a missing amount adds nothing",
      budget: { cells: { C4: "nd" } },
      findings: [
        {
          message: "au-dessous",
          explained: true,
          id: "enveloppe-annuelle/2024/etat",
          severity: "warning",
          cells: ["Budget!C15"],
          found: 267500,
          expected: 332500,
          gap: -65000,
        },
      ],
    },
  ],
  notCheckable: [
    { name: "an unreadable amount makes its year unknown", budget: { cells: { C4: "?", C5: "?" } }, notCheckable: 1 },
    {
      name: "no State column in one year",
      budget: { colonnes: (annee) => (annee === 2024 ? ["collectivite", "total"] : ["etat", "collectivite", "total"]) },
      notCheckable: 1,
    },
    {
      name: "a year without an amount of the State",
      convention: { ...contratIntegre, creditsEtat: contratIntegre.creditsEtat.slice(0, 3) },
      notCheckable: 1,
    },
    { name: "no year of the contract", budget: { annees: [2031] }, notCheckable: 1 },
  ],
});
