import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { announcedUnit } from "../../../../src/core/domain/values/unite";
import { announcesExecution } from "../../../../src/core/reading/headings/execution-title";
import { createHeadingReader } from "../../../../src/core/reading/headings/headings";
import { readTotalLabel } from "../../../../src/core/reading/labels/total-label";

const headings = createHeadingReader(contratIntegre);

describe("a heading of a column", () => {
  test.each([
    ["Total", "total", null],
    ["TOTAL", "total", null],
    ["Coût total", "total", null],
    ["Coût total de l’action", "total", null],
    ["Total (État + Métropole)", "total", null],
    ["Total 2024", "total", 2024],
    ["Etat", "etat", null],
    ["État", "etat", null],
    ["ÉTAT (P304)", "etat", null],
    ["P304", "etat", null],
    ["Programme 304", "etat", null],
    ["Part État", "etat", null],
    ["Part de l'État", "etat", null],
    ["Crédits État", "etat", null],
    ["Crédits de l’Etat (en k€)", "etat", null],
    ["Total État", "etat", null],
    ["État 2025", "etat", 2025],
    ["2026 – Part de l’État", "etat", 2026],
    ["DM", "collectivite", null],
    ["D.M.", "collectivite", null],
    ["Dijon métropole", "collectivite", null],
    ["Métropole de Dijon", "collectivite", null],
    ["Part\nMétropole", "collectivite", null],
    ["Métropole (DM)", "collectivite", null],
    ["Collectivité", "collectivite", null],
    ["Département", "collectivite", null],
    ["Cofinancement", "collectivite", null],
    ["Part Métropole 2027", "collectivite", 2027],
    ["Dijon", null, null],
    ["CAF", "autres", null],
    ["Autres financeurs", "autres", null],
    ["Fonds propres", "autres", null],
    ["Dont État", "etat", null],
    ["Somme de Etat 2024", "etat", 2024],
    ["Total 2024-2027", "total", "periode"],
    ["Part État 2024-2027", "etat", "periode"],
    ["Cumul", "total", "periode"],
    ["Ensemble", "total", null],
    ["État (A)", "etat", null],
    ["Total (A + B)", "total", null],
    ["Métropole (50 %)", "collectivite", null],
    ["Part État (%)", null, null],
    ["Taux 50 %", null, null],
    ["DDETS 21", "etat", null],
    ["Métropole 21", null, null],
    ["Aide de l’État", "etat", null],
    ["PNS État", "etat", null],
    ["Autofinancement", "autres", null],
    ["Autofinancement Métropole", "collectivite", null],
    ["Contribution métropolitaine", "collectivite", null],
    ["Budget", null, null],
    ["Budget total 2024", "total", 2024],
    ["Total 2024-2025", "total", "periode"],
    ["Exécuté total 2024 et 2025", "total", "periode"],
    ["Total 2025-2024", null, null],
    ["Total 2023-2025", null, null],
    ["Crédits CLS État", "etat", null],
    ["Total CLS", "total", null],
    ["Dotation État 2024", "etat", 2024],
    ["Abondement Métropole", "collectivite", null],
    ["Réel État", "etat", null],
    ["Sous-total 2024-2025", "total", "periode"],
    ["Commentaires", null, null],
    ["Montant", null, null],
    ["Réalisé État", "etat", null],
    ["L’État et la Métropole s’engagent à financer le total des actions", null, null],
  ])("%j", (text, part, annee) => {
    expect(headings.read(text)).toMatchObject({ part, annee });
  });

  test.each([
    ["État après avenant n° 1", "etat", "modified"],
    ["Dépenses État avant avenant", "etat", "contracted"],
    ["Budget après avenant", null, "modified"],
    ["Après avenant", null, "modified"],
    ["Observations avenant n° 1", null, null],
    ["Date de l’avenant", null, null],
  ])("of an avenant, only over amounts: %j", (text, part, nature) => {
    expect(headings.read(text)).toMatchObject({ part, nature });
  });

  test.each([
    ["2024", 2024],
    ["Année 2024", 2024],
    ["Exercice 2025", 2025],
    ["2026 (prévisionnel)", 2026],
    ["2025 (prév.)", 2025],
    ["Au 31/12/2025", 2025],
    ["31 décembre 2024", 2024],
    ["Budget 2024", 2024],
    ["BP 2024", 2024],
    ["Plan de financement 2025", 2025],
    ["Exercice budgétaire 2026", 2026],
    ["Année civile 2024", 2024],
    ["2025 (provisionnel)", 2025],
    ["2024 (contrat signé)", 2024],
    ["2026 (1)", 2026],
    ["Année 2 (2025)", 2025],
    ["Année 2 (2026)", null],
    ["2025 (N+1)", 2025],
    ["N+1 (2025)", 2025],
    ["Du 01/01/2025 au 31/12/2025", 2025],
    ["Du 02/01/2025 au 31/12/2025", null],
    ["Au 30/12/2025", null],
    ["Du 31/12/2023 au 31/12/2025", null],
    ["Au 31/12/2031", null],
    ["2024-2027", null],
    ["Bilan 2024", null],
    ["Écart budget 2024", null],
  ])("%j is the year %j", (text, annee) => {
    expect(headings.read(text)).toMatchObject({ annee, part: null, role: null });
  });

  test.each([
    ["Indicateurs", "indicateur"],
    ["Indicateur de suivi", "indicateur"],
    ["Actions", "action"],
    ["Intitulé de l’action", "action"],
    ["Étiquettes de lignes", null],
    ["Montant", "montant"],
    ["Financeur", "financeur"],
    ["Opérateur", "operateur"],
    ["Année", "annee"],
    ["Exercice budgétaire", "annee"],
    ["Axe", "axe"],
    ["N° d’axe", "axe"],
    ["Tableau des actions et suivi de leurs indicateurs", null],
  ])("%j has the role %j", (text, role) => {
    expect(headings.read(text).role).toBe(role);
  });

  test.each([
    ["Réalisé État", "etat", "executed"],
    ["Total réalisé 2024", "total", "executed"],
    ["Réalisé", null, "executed"],
    ["Dépenses exécutées DM", "collectivite", "executed"],
    ["Crédits consommés État", "etat", "executed"],
    ["Montants mandatés", null, "executed"],
    ["Liquidé DM", "collectivite", "executed"],
    ["Versé", null, "paid"],
    ["Payé", null, "paid"],
    ["Montant versé par l’État", "etat", "paid"],
    ["Écart prévu / réalisé", null, null],
    ["% réalisé", null, null],
    ["Taux d’exécution", null, null],
    ["Prévu", null, "contracted"],
    ["Budget prévisionnel", null, "forecast"],
    ["Dépenses prévisionnelles", null, "forecast"],
    ["État modifié 2025", "etat", "modified"],
    ["État prévu", "etat", "contracted"],
    ["État", "etat", null],
    ["Situation T0", null, "t0"],
    ["T0", null, "t0"],
    ["Valeur initiale", null, "t0"],
    ["Situation au 31/12/2023", null, "t0"],
    ["Valeur (31.12.2023)", null, "t0"],
    ["Situation au 30/12/2023", null, null],
    ["Situation au 31/12/2024", null, null],
    ["Réalisé au 31/12/2023", null, null],
    ["Réalisé au 31/12/2024", null, "executed"],
    ["Réalisé au 30/06/2024", null, null],
    ["Réalisé cumulé au 31/12/2025", null, null],
    ["Cible au 31/12/2024", null, "target"],
    ["Cible 2024", null, "target"],
    ["Valeur attendue", null, "target"],
    ["Valeur atteinte", null, "achieved"],
  ])("%j: of %j, nature: %j", (text, part, nature) => {
    expect(headings.read(text)).toMatchObject({ part, nature });
  });

  test.each([
    ["Budget 2024", 2024],
    ["Contrat local des solidarités 2024-2027", null],
    ["Version du 12/03/2025", null],
    ["Montants au 31 décembre 2024", null],
    ["Délibération 2023-12", null],
    ["Réalisé au 31/12/2025 – exercice 2024", 2024],
    ["Budget 2024 et 2025", null],
  ])("the title %j speaks of %j", (text, annee) => {
    expect(headings.years.inTitle(text)).toBe(annee);
  });

  test.each([
    ["État (k€)", "k€"],
    ["Total en milliers d’euros", "k€"],
    ["État M€", "M€"],
    ["Total (€)", "€"],
    ["Total", null],
  ])("%j is in %j", (text, unit) => {
    expect(headings.read(text).unit).toBe(unit);
  });
});

test.each([
  ["Montants en k€", "k€"],
  ["Tableau budgétaire (en milliers d'euros)", "k€"],
  ["Unité : M€", "M€"],
  ["Budget en euros", "€"],
  ["Le contrat apporte 350 k€ par an", null],
  ["Tableau budgétaire", null],
])("the title %j announces %j", (text, unit) => {
  expect(announcedUnit(text)).toBe(unit);
});

test.each([
  ["TOTAL", { kind: "total", of: "" }],
  ["Total général", { kind: "total", of: "general" }],
  ["Total axe 1", { kind: "total", of: "axe 1" }],
  ["Sous-total", { kind: "sous-total", of: "" }],
  ["Sous total de l’axe 2", { kind: "sous-total", of: "axe 2" }],
  ["S/Total Axe 3", { kind: "sous-total", of: "axe 3" }],
  ["S/T axe 3", { kind: "sous-total", of: "axe 3" }],
  ["Ss-total", { kind: "sous-total", of: "" }],
  ["St Vincent", null],
  ["Totalement autre chose", null],
])("the row label %j", (text, expected) => {
  expect(readTotalLabel(text)).toEqual(expected);
});

test.each([
  ["Tableau d’exécution 2024", true],
  ["Réalisé 2024", true],
  ["Tableau budgétaire", false],
  ["Dépenses prévisionnelles", false],
])("the title %j announces executed amounts: %j", (text, expected) => {
  expect(announcesExecution(text)).toBe(expected);
});
