import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { announcesExecution, createHeadingReader, readTitleUnit } from "../../../../src/core/reading/headings/headings";
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
    ["CAF", null, null],
    ["Commentaires", null, null],
    ["Montant", null, null],
    ["Réalisé État", null, null],
    ["L’État et la Métropole s’engagent à financer le total des actions", null, null],
  ])("%j", (text, colonne, annee) => {
    expect(headings.read(text)).toMatchObject({ colonne, annee });
  });

  test.each([
    ["2024", 2024],
    ["Année 2024", 2024],
    ["Exercice 2025", 2025],
    ["2026 (prévisionnel)", 2026],
    ["2024-2027", null],
    ["Bilan 2024", null],
  ])("%j is the year %j", (text, annee) => {
    expect(headings.read(text)).toMatchObject({ annee, colonne: null, role: null });
  });

  test.each([
    ["Situation T0", "t0"],
    ["T0", "t0"],
    ["Valeur initiale", "t0"],
    ["Indicateurs", "indicateur"],
    ["Indicateur de suivi", "indicateur"],
    ["Actions", "action"],
    ["Intitulé de l’action", "action"],
    ["Cible 2024", "cible"],
    ["Réalisé 2024", "realise"],
    ["Année", "annee"],
    ["Exercice budgétaire", "annee"],
    ["Axe", "axe"],
    ["N° d’axe", "axe"],
    ["Tableau des actions et suivi de leurs indicateurs", null],
  ])("%j has the role %j", (text, role) => {
    expect(headings.read(text).role).toBe(role);
  });

  test.each([
    ["Réalisé État", "etat", "execution"],
    ["Total réalisé 2024", "total", "execution"],
    ["Réalisé", "total", "execution"],
    ["Dépenses exécutées DM", "collectivite", "execution"],
    ["Versé", "verse", "execution"],
    ["Montant versé par l’État", "verse", "execution"],
    ["Écart prévu / réalisé", null, null],
    ["% réalisé", null, null],
    ["Taux d’exécution", null, null],
    ["Prévu", null, "prevu"],
    ["Budget prévisionnel", null, "prevu"],
    ["État prévu", null, "prevu"],
    ["État", null, null],
  ])("%j executed: %j, nature: %j", (text, execution, nature) => {
    expect(headings.read(text)).toMatchObject({ execution, nature });
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
  expect(readTitleUnit(text)).toBe(unit);
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
