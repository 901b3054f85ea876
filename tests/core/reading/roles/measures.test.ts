// Several states of the spending, and amounts before or after tax: asked once of the workbook, then said with everything that shows them.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { direMesures, keyOfMesure, type Sujet } from "../../../../src/core/domain/mesure";
import { A_IGNORER, type Reponse } from "../../../../src/core/domain/question";
import { verify } from "../../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "../annexes";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";

type Grid = readonly (readonly CellLiteral[])[];

const AS_OF = "2025-06-30";

/** Each action of 2024, and for each party its contracted amount times each factor, under the heading. */
function executed(heads: Readonly<Record<string, number>>, title: readonly CellLiteral[][] = []): Grid {
  const parts = ["État", "Métropole"] as const;
  const names = Object.keys(heads);
  return [
    ...title,
    ["Année", ...parts.flatMap(() => names.map(() => 2024))],
    ["Action", ...parts.flatMap((part) => names.map((name) => `${name} ${part}`))],
    ...contratIntegre.actions.map(({ numero, intitule, montants }) => {
      const own = montants.find(({ annee }) => annee === 2024);
      const amounts = [own?.etat ?? 0, own?.collectivite ?? 0];
      return [
        `Action ${numero} - ${intitule}`,
        ...amounts.flatMap((amount) => Object.values(heads).map((factor) => Math.round(amount * factor) / 100)),
      ];
    }),
  ];
}

const said = (sujet: Sujet, role: string): Reponse => ({
  key: keyOfMesure(sujet),
  answer: { role },
  by: "Mme Durand",
  on: "2025-06-01",
  speaksFor: "collectivite",
});

function read(execution: Grid, reponses: readonly Reponse[] = []) {
  const sheets = { "Tableau budgétaire": tableauBudgetaire, Indicateurs: tableauIndicateurs, Suivi: execution };
  const { verification, dossier } = verify({ ...rawWorkbook(sheets), reponses }, contratIntegre, AS_OF);
  const [first] = dossier.execution?.lignesAction ?? [];
  const etat = first?.amounts.find(({ year, column }) => year === 2024 && column === "etat");
  return {
    asked: (dossier.questions ?? []).map(({ asked }) => asked?.replace(/\s/gu, " ")),
    supposed: (dossier.questions ?? []).map(({ supposed }) => supposed?.role),
    etat: etat?.cell.known.value ?? null,
    accused: verification.findings.filter(({ rule }) => rule === "sous-consommation" || rule === "annees-du-contrat"),
    said: direMesures(dossier.mesures)?.replace(/\s/gu, " ") ?? null,
    sentence: verification.verdict.sentence.replace(/\s/gu, " "),
    notes: verification.read.flatMap(({ notes = [] }) => notes).map((note) => note.replace(/\s/gu, " ")),
  };
}

const ETATS = { Engagé: 1, Mandaté: 0.9, Payé: 0.7 };
const ASKED = "« engagé », « mandaté » et « payé » : l’exécuté est-il ce qui est dit « mandaté » ?";
/** In centimes, of action 1 in 2024. */
const FIRST = 6_500_000;

describe("states of the spending", () => {
  it("are asked once, whatever the number of columns, and accuse of nothing meanwhile", () => {
    const { asked, supposed, accused, said: told } = read(executed(ETATS));
    expect({ asked, supposed, accused, told }).toEqual({
      asked: [ASKED],
      supposed: ["mandaté"],
      accused: [],
      told: null,
    });
  });

  it.each([
    ["engagé", 1, 0],
    ["mandaté", 0.9, 0],
    ["payé", 0.7, 8],
  ])(
    "once « %s » is said to be the executed, are read so, and the others are left aside aloud",
    (role, factor, low) => {
      const {
        asked,
        etat,
        accused,
        said: told,
        sentence,
        notes,
      } = read(executed(ETATS), [said("état d’exécution", role)]);
      expect(asked).toEqual([]);
      expect(etat).toBe(Math.round(FIRST * factor));
      expect(accused).toHaveLength(low);
      expect(told).toBe(`Exécuté : ce que le classeur dit « ${role} », réponse de Mme Durand le 01/06/2025.`);
      expect(notes).toContain(told);
      expect(sentence).toMatch(/laissés de côté par Mme Durand/u);
    },
  );

  it.each([
    ["Mandaté", "Exécuté : ce que le classeur dit « mandaté »."],
    ["Mandaté et rattaché", "Exécuté : ce que le classeur dit « mandaté »."],
    ["Payé", "Exécuté : ce que le classeur dit « payé »."],
    ["Réalisé", null],
  ])("« %s » alone is read, and said", (head, told) => {
    const seen = read(executed({ [head]: 0.9 }));
    expect([seen.asked, seen.etat, seen.said]).toEqual([[], FIRST * 0.9, told]);
  });

  it("are asked without a proposal where no word prevails", () => {
    const { asked, supposed } = read(executed({ Réalisé: 0.9, Mandaté: 0.8 }));
    expect([asked, supposed]).toEqual([["« mandaté » et « réalisé » : lequel est l’exécuté ?"], [undefined]]);
    expect(read(executed({ Engagé: 0.9, Payé: 0.8 })).supposed).toEqual([undefined]);
  });

  it("are none where the State's payments stand beside what was spent, nor in what is computed from them", () => {
    const paid = executed({ Réalisé: 0.9 }).map((row, index) => [
      ...row,
      index === 0 ? 2024 : index === 1 ? "Payé" : 65_000,
    ]);
    expect(read(paid).asked).toEqual([]);
    const rates = executed({ Mandaté: 0.9 }).map((row, index) => [
      ...row,
      index === 0 ? 2024 : index === 1 ? "Taux payé" : 0.5,
    ]);
    expect(read(rates).asked).toEqual([]);
  });

  it("stay where an answer names what no column says any more", () => {
    const { asked, said: told } = read(executed({ Engagé: 1, Mandaté: 0.9 }), [said("état d’exécution", "payé")]);
    expect([asked, told]).toEqual([
      ["« engagé » et « mandaté » : l’exécuté est-il ce qui est dit « mandaté » ?"],
      null,
    ]);
  });
});

describe.each<[string, (rows: Grid) => Grid]>([
  ["under a year", (rows) => rows],
  ["of the year of its title", (rows) => [["Exécution 2024"], [], ...rows.slice(1)]],
  [
    "under each party",
    ([, heads = [], ...rows]) => {
      const states = heads.slice(1).map((head) => String(head).split(" ")[0] ?? null);
      return [[null, 2024], [null, "État", null, null, "Métropole"], ["Action", ...states], ...rows];
    },
  ],
  [
    "over both parties",
    ([, , ...rows]) => {
      const order = [1, 4, 2, 5, 3, 6];
      return [
        ["Exercice 2024"],
        ["Action", ...Object.keys(ETATS).flatMap((state) => [state, null])],
        [null, ...Object.keys(ETATS).flatMap(() => ["État", "Métropole"])],
        ...rows.map((row) => [row[0] ?? null, ...order.map((at) => row[at] ?? null)]),
      ];
    },
  ],
])("a table with states %s", (_, layout) => {
  it("is asked about once, and read as it is said", () => {
    const sheet = layout(executed(ETATS));
    expect(read(sheet).asked).toEqual([ASKED]);
    const answered = Object.keys(ETATS).map((state) => read(sheet, [said("état d’exécution", state.toLowerCase())]));
    expect(answered.map(({ asked, etat }) => [asked, etat])).toEqual(
      Object.values(ETATS).map((factor) => [[], Math.round(FIRST * factor)]),
    );
  });
});

describe("taxes", () => {
  it.each([
    ["toutes taxes comprises", 0.9, 0],
    ["hors taxes", 0.75, 8],
  ])("both are asked once; once « %s » is said, it is compared", (role, factor, low) => {
    const sheet = executed({ "Mandaté HT": 0.75, "Mandaté TTC": 0.9 });
    expect(read(sheet).asked).toEqual([
      "« hors taxes » et « toutes taxes comprises » : lesquels sont ceux du contrat ?",
    ]);
    const seen = read(sheet, [said("taxes", role)]);
    expect([seen.asked, seen.etat, seen.accused.length]).toEqual([[], FIRST * factor, low]);
    expect(seen.said).toContain(`Montants ${role}, réponse de Mme Durand le 01/06/2025.`);
  });

  it.each([[["Montants en € TTC"]], [["Exécution 2024, toutes taxes comprises"]]])(
    "in a title are said: %s",
    (title) => {
      const seen = read(executed({ Mandaté: 0.9 }, [title]));
      expect([seen.asked, seen.etat]).toEqual([[], FIRST * 0.9]);
      expect(seen.said).toContain("Montants toutes taxes comprises.");
    },
  );

  it("before tax alone, asks whether they are the contract's, and accuses of nothing meanwhile", () => {
    for (const sheet of [executed({ "Mandaté HT": 0.75 }), executed({ Mandaté: 0.75 }, [["Dépenses HT"]])]) {
      const { asked, accused } = read(sheet);
      expect([asked, accused]).toEqual([["Ces montants sont dits hors taxes : sont-ils ceux du contrat ?"], []]);
      expect(read(sheet, [said("taxes", "hors taxes")]).accused).toHaveLength(8);
      const aside = read(sheet, [said("taxes", A_IGNORER)]);
      expect([aside.asked, aside.etat, aside.accused]).toEqual([[], null, []]);
    }
  });
});
