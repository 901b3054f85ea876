import { montantFromEuros } from "../../../src/core/domain/values/montant";
import contratCoherent from "../../../src/core/rules/contrat-coherent";
import type { FeuilleContrat } from "../../../src/core/domain/dossier";
import { cellRef } from "./dossier-builder";
import { testRule } from "./rule-tester";

const range = { sheet: "Contrat", top: 0, left: 0, bottom: 90, right: 11 };

const feuille = (...erreurs: FeuilleContrat["erreurs"]): FeuilleContrat => ({ range, erreurs, cellsAnnee: new Map() });

testRule(contratCoherent, {
  compliant: [{ name: "a sheet without mistakes", feuilleContrat: feuille() }],
  discrepancy: [
    {
      name: "a cell that cannot be read, and a sum that is wrong",
      feuilleContrat: feuille(
        {
          cell: cellRef("Contrat", "E40"),
          parametre: "Crédits de l’État 2025",
          message: "«\u00a0abc\u00a0» n’est pas lisible. Écrivez un montant.",
        },
        {
          cell: cellRef("Contrat", "F39"),
          parametre: "Crédits de l’État 2024 – axe 1",
          message: "la somme des parts État des actions de l’axe est fausse.",
          somme: {
            annee: 2024,
            axe: 1,
            de: "actions",
            found: montantFromEuros(85000.01),
            expected: montantFromEuros(85000),
          },
        },
      ),
      findings: [
        {
          message: "parametre",
          id: "contrat-coherent/credits-de-l-etat-2025",
          severity: "error",
          cells: ["Contrat!E40"],
        },
        {
          message: "somme",
          id: "contrat-coherent/credits-de-l-etat-2024-axe-1",
          severity: "error",
          cells: ["Contrat!F39"],
          found: 85000.01,
          expected: 85000,
          gap: 0.01,
        },
      ],
    },
  ],
});
