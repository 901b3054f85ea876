// The figures of the report, and what it says lacks: a complete workbook, then one gap at a time.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { montantFromEuros } from "../../../../src/core/domain/values/montant";
import { contratDuDepartement } from "../../../contracts/departement-invente";
import type { Slips } from "../../executed-workbook";
import { EIGHT, settled } from "./settled";
import { bilanOf, execution, indicateurs, lacking } from "./bilan-workbook";

const cents = montantFromEuros;
const only = (slips: Slips) => bilanOf({ convention: settled, execution: { ...EIGHT, ...slips } });

describe("a complete workbook", () => {
  const bilan = only({});

  it("is ready to be handed over", () => {
    expect([lacking(bilan), bilan.ecartsOuverts, bilan.etats.pret]).toEqual([
      [],
      [],
      "Prêt à transmettre\u00a0: chiffres prêts\u00a0; restent les textes et la délibération.",
    ]);
  });

  it("counts the contract in force", () => {
    const eight = bilan.financier.groupes[3]?.lignes[1];
    expect(eight?.annees.map(({ contractualise }) => contractualise.total)).toEqual([cents(60_000), cents(72_000)]);
    expect(bilan.financier.cumul.contractualise).toEqual({
      etat: cents(332_500 + 351_000),
      collectivite: cents(332_500 + 351_000),
      total: cents(665_000 + 702_000),
    });
    expect(bilan.financier.cumul.execute.total.value).toBe(cents(1_367_000));
    expect(bilan.financier.cumul.nonConsomme.value).toBe(0);
    expect(bilan.entete.avenants).toEqual([{ numero: 1, signeLe: "2025-01-20" }]);
    expect(bilan.entete.situation).toContain("l’avenant n°\u00a01");
  });
});

describe("what lacks whole", () => {
  it("is counted as the table or the year that it is, not as one of its lines", () => {
    const none = bilanOf({ convention: settled, execution: null, indicateurs: null });
    expect(none.etats.pret).toMatch(/^Prêt à transmettre\u00a0: non, il manque 2 tableaux à insérer/);
    const half = bilanOf({ convention: settled, execution: execution(settled, [2024]) });
    expect(half.etats.pret).toContain("il manque 1 année d’exécution à saisir");
  });

  it("is one thing to do where a year's column of achieved values has nothing in it", () => {
    const rows = indicateurs(settled).map((row, index) =>
      index === 0 ? row : [...row.slice(0, 4), null, ...row.slice(5)],
    );
    const bilan = bilanOf({ convention: settled, execution: EIGHT, indicateurs: rows });
    expect(lacking(bilan)).toEqual([
      expect.stringMatching(
        /^colonne-realise: Réalisé 2024 : aucun réalisé n’est renseigné\. \[Indicateurs!E\d+ \+10\]$/,
      ),
    ]);
    expect(bilan.etats.pret).toContain("non, il manque 1 colonne de réalisés à remplir.");
  });

  it("is counted as the columns that an indicator table has not", () => {
    const rows = indicateurs(settled).map((row) => row.filter((_, column) => column < 3 || column % 2 === 1));
    expect(bilanOf({ convention: settled, execution: EIGHT, indicateurs: rows }).etats.pret).toBe(
      "Prêt à transmettre\u00a0: non, il manque 2 colonnes de réalisés à remplir.",
    );
  });
});

describe("an executed amount", () => {
  const first = (bilan: ReturnType<typeof only>) => bilan.financier.groupes[0]?.lignes[0];

  it("that lacks makes every sum of it non calculable, and none of the others", () => {
    const bilan = only({ C4: null, D4: null });
    const year = first(bilan)?.annees[0];
    expect(year?.execute.etat.value).toBe(cents(65_000));
    expect(year?.execute.collectivite).toMatchObject({ value: null, reason: "missing" });
    expect([year?.execute.total.value, year?.taux, year?.nonConsomme.value]).toEqual([null, null, null]);
    expect(first(bilan)?.cumul.execute.total.value).toBeNull();
    expect(bilan.financier.groupes[0]?.cumul.execute.total.value).toBeNull();
    expect(bilan.financier.groupes[1]?.cumul.execute.total.value).toBe(cents(180_000));
    expect(bilan.financier.cumul.execute).toMatchObject({
      etat: { value: cents(683_500) },
      collectivite: { value: null },
      total: { value: null },
    });
    expect(lacking(bilan)).toContain(
      "execution: Exécution 2024 – Action 1 : part Métropole (non renseigné). [Exécution!C4 +1]",
    );
    expect(bilan.etats.pret).toMatch(/^Prêt à transmettre\u00a0: non, il manque 1 ligne d’exécution à compléter/);
  });

  it("that cannot be read is said once, with its cell", () => {
    const bilan = only({ B4: "Entre 200 et 500" });
    expect(first(bilan)?.annees[0]?.execute.etat).toMatchObject({ value: null, reason: "unreadable" });
    const said = lacking(bilan).filter((line) => line.includes("Exécution!B4"));
    expect(said).toEqual(["execution: Exécution 2024 – Action 1 : part État (illisible). [Exécution!B4]"]);
  });

  it("typed as a text counts for what it says", () => {
    expect(first(only({ B4: "64 999,99 €", D4: 129_999.99 }))?.annees[0]?.execute.etat.value).toBe(cents(64_999.99));
  });

  it("of no part but the Total is that Total", () => {
    const bilan = only({ B4: null, C4: null });
    expect(first(bilan)?.annees[0]?.execute.total.value).toBe(cents(130_000));
    expect(lacking(bilan)).toContain(
      "execution: Exécution 2024 – Action 1 : montants exécutés (non renseigné). [Exécution!B4 +1]",
    );
  });

  it("that lacks under a Total that only adds the parts leaves that Total unknown", () => {
    const bilan = only({ C4: null, D4: { formula: "=B4+C4", value: 65_000 } });
    expect(first(bilan)?.annees[0]?.execute.total).toMatchObject({ value: null, reason: "not-computable" });
    expect(first(bilan)?.sousConsommee).toEqual([]);
  });

  it("that cannot be read is no 0 under an empty Total, where the contract gives nothing either", () => {
    const actions = settled.actions.map((action) =>
      action.numero === 1 ? { ...action, montants: action.montants.filter(({ annee }) => annee !== 2024) } : action,
    );
    const without = { ...settled, actions };
    const of = (slips: Slips) => first(bilanOf({ convention: without, execution: { ...EIGHT, ...slips } }))?.annees[0];
    expect(of({ B4: null, C4: null, D4: null })?.execute.total.value).toBe(0);
    expect(of({ B4: "Entre 200 et 500", C4: null, D4: null })?.execute.total.value).toBeNull();
  });

  it("of an action that stands twice is not guessed", () => {
    const rows = execution(settled, [2024, 2025]);
    const bilan = bilanOf({ convention: settled, execution: [...rows.slice(0, 4), rows[3] ?? [], ...rows.slice(4)] });
    expect(first(bilan)?.annees[0]?.execute.total).toMatchObject({ value: null, reason: "several-rows" });
    expect(lacking(bilan)).toContain(
      "execution: Exécution 2024 – Action 1 : montants exécutés (plusieurs lignes). [Exécution!A4 +1]",
    );
  });

  it("of an action that the table lacks is due, at the year's heading", () => {
    const rows = execution(settled, [2024, 2025]);
    const bilan = bilanOf({ convention: settled, execution: [...rows.slice(0, 3), ...rows.slice(4)] });
    expect(lacking(bilan)).toContain(
      "execution: Exécution 2024 – Action 1 : montants exécutés (aucune ligne). [Exécution!B1]",
    );
  });

  it("under an unknown name is in no total, and has to be placed", () => {
    const rows = execution(settled, [2024, 2025]);
    const bilan = bilanOf({
      convention: settled,
      execution: [...rows, ["Fête de quartier", 1000, 1500, 2500, null, null, null, null, null]],
    });
    expect(bilan.financier.horsContrat).toMatchObject([
      { libelle: "Fête de quartier", annees: [{ annee: 2024, total: { value: cents(2_500) } }] },
    ]);
    expect(bilan.financier.annees[0]?.execute.total.value).toBe(cents(665_000));
    expect(lacking(bilan).filter((line) => line.startsWith("hors-contrat"))).toEqual([
      "hors-contrat: « Fête de quartier » a des montants exécutés et n’est pas une action du contrat. [Exécution!A15]",
    ]);
  });
});

describe("a year", () => {
  it("without any amount is one thing to do", () => {
    const blank = execution(settled, [2024, 2025]).map((row, index) => (index < 2 ? row : row.slice(0, 5)));
    const said = lacking(bilanOf({ convention: settled, execution: blank })).filter((line) =>
      /^(?:annee-)?execution:/.test(line),
    );
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^annee-execution: Exécution 2025 : aucun montant n’est renseigné\. \[Exécution!F4 \+\d+\]$/,
    );
  });

  it("that the table does not have is one thing to do", () => {
    const said = lacking(bilanOf({ convention: settled, execution: execution(settled, [2024]) }));
    expect(said.filter((line) => /^(?:annee-)?execution:/.test(line))).toEqual([
      "annee-execution: Exécution 2025 : le tableau d’exécution n’a pas cette année. [Exécution!A1]",
    ]);
  });

  it("without a table at all is never 0", () => {
    const bilan = bilanOf({ convention: settled, execution: null });
    expect(bilan.financier.cumul.execute.total).toMatchObject({ value: null, reason: "not-computable" });
    expect(bilan.phrases[0]).toContain("n’est pas calculable");
    expect(lacking(bilan).filter((line) => /^(?:tableau|execution):/.test(line))).toEqual([
      "tableau: Le classeur n’a pas de tableau d’exécution : 2024 et 2025 sans aucun montant exécuté. L’annexe « Exécution budgétaire » en donne la trame.",
    ]);
  });

  it("that is not over and not begun lacks nothing and is in no sum", () => {
    const bilan = bilanOf({
      convention: settled,
      asOf: "2025-03-01",
      execution: execution(settled, [2024]),
    });
    expect(bilan.anneesCumulees).toEqual([2024]);
    expect(bilan.financier.cumul.execute.total.value).toBe(cents(665_000));
    expect(bilan.financier.annees[1]?.execute.total).toMatchObject({ value: null, reason: "not-closed" });
    expect(lacking(bilan).filter((line) => /^(?:annee|execution)/.test(line))).toEqual([
      "annee: 2025 : l’année n’est pas close au 01/03/2025, ses résultats sont provisoires.",
    ]);
  });

  it("before anything is executed gives no sum of nothing", () => {
    const bilan = bilanOf({ convention: settled, asOf: "2024-02-01", execution: null });
    expect(bilan.anneesCumulees).toEqual([]);
    expect(bilan.financier.cumul.execute.total.value).toBeNull();
  });
});

describe("an indicator", () => {
  const measure = (slips: Readonly<Record<string, number | string | null>>, periode = { debut: 2024, fin: 2025 }) =>
    bilanOf({ convention: contratIntegre, indicateurs: slips, periode }).matrice[0];

  it("has its rate, level and trends", () => {
    const line = measure({ E3: 400, G3: 470 });
    expect(line?.annees).toMatchObject([
      { cible: 450, realise: { value: 400 }, niveau: "partielle", depuisT0: -20, depuisPrecedente: null },
      { cible: 460, realise: { value: 470 }, niveau: "atteinte", depuisT0: 50, depuisPrecedente: 70 },
    ]);
    expect(measure({ E3: 300 })?.annees[0]?.niveau).toBe("sous-le-seuil");
  });

  it("is compared with the year before the period", () => {
    expect(measure({ E3: 400, G3: 470 }, { debut: 2025, fin: 2025 })?.annees).toMatchObject([{ depuisPrecedente: 70 }]);
  });

  it("that the service has not collected lacks, with its cell", () => {
    const bilan = bilanOf({ convention: contratIntegre, indicateurs: { G3: null, E5: "?" } });
    const said = lacking(bilan).filter((line) => line.startsWith("realise"));
    expect(said).toContain("realise: Réalisé 2025 – Action 1 – indicateur 1 : non renseigné. [Indicateurs!G3]");
  });

  it("that the table lacks is said once a year, at its action", () => {
    const rows = indicateurs(contratIntegre);
    const bilan = bilanOf({ convention: contratIntegre, indicateurs: rows.filter((_, index) => index !== 9) });
    expect(lacking(bilan).filter((line) => /^(?:realise|erreur)/.test(line))).toEqual([
      "realise: Réalisé 2024 – Action 5 – indicateur 2 : aucune ligne. [Indicateurs!A9]",
      "realise: Réalisé 2025 – Action 5 – indicateur 2 : aucune ligne. [Indicateurs!A9]",
    ]);
  });

  it("has the target that the service has set where the contract leaves it", () => {
    const bilan = bilanOf({ convention: contratIntegre, indicateurs: { D7: 50 } });
    const four = bilan.matrice.find(({ action }) => action?.numero === 4);
    expect(four?.annees[0]).toMatchObject({ cible: 50, realise: { value: 10 }, niveau: "sous-le-seuil" });
    expect(four?.annees[1]?.cible).toBe("nd");
  });

  it("of the national list is marked, wherever it stands", () => {
    const national = {
      ...contratIntegre,
      indicateursNationaux: ["Nombre de jeunes de plus de 15 ans accompagnés", "Taux de non-recours"],
    };
    const rows = indicateurs(national);
    const bilan = bilanOf({
      convention: national,
      indicateurs: [...rows, [null, "Taux de non-recours", 12, 11, 10.5, 10, null]],
    });
    expect(
      bilan.matrice.filter(({ isNational }) => isNational).map(({ intitule, action }) => [intitule, action?.numero]),
    ).toEqual([
      ["Nombre de jeunes de plus de 15 ans accompagnés", 2],
      ["Taux de non-recours", undefined],
    ]);
    expect(bilan.matrice.at(-1)?.annees[0]).toMatchObject({ cible: 11, realise: { value: 10.5 }, depuisT0: -1.5 });
    expect(lacking(bilan).filter((line) => line.startsWith("indicateur-national"))).toHaveLength(1);
    expect(bilan.noteIndicateursNationaux).toBeNull();
    const axes = bilan.synthese.reduce((sum, { indicateurs: { attendus } }) => sum + attendus, 0);
    const [indicators, nationals] = bilan.phrases.slice(-2).map((phrase) => phrase.replaceAll("\u00a0", " "));
    expect(indicators).toContain(` sur ${axes}, `);
    expect(nationals).toBe("Indicateurs nationaux hors des actions : 1 valeur renseignée sur 2.");
  });
});

describe("the département's contract", () => {
  it("has its own years, threshold and cents", () => {
    const convention = contratDuDepartement;
    const rows = execution(convention, [2024, 2025]);
    const bilan = bilanOf({ convention, execution: rows, asOf: "2026-09-01" });
    const expected = convention.actions.reduce(
      (sum, { montants }) =>
        sum + montants.slice(0, 2).reduce((part, { etat, collectivite }) => part + etat + collectivite, 0),
      0,
    );
    expect(bilan.financier.cumul.contractualise.total).toBe(expected);
    expect(bilan.financier.cumul.execute.total.value).toBe(expected);
    expect(bilan.anneesCumulees).toEqual([2024, 2025]);
    expect(bilanOf({ convention, execution: rows, asOf: "2026-06-30" }).manques.map(({ kind }) => kind)).toContain(
      "annee",
    );
    expect(bilan.synthese.map(({ axe }) => axe.numero)).toEqual([1, 2, 3]);
    expect(JSON.stringify(bilan)).not.toContain("Métropole");
  });
});
