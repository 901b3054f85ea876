// Avenants that were signed, given with the contract: each is lines of the register, and changes nothing of what the contract says.
import { describe, expect, test } from "vitest";
import { parseConvention } from "../../../src/contracts/parse-convention";
import { draftSigned } from "../../../src/core/drafting/draft-signed";
import { joinDocuments } from "../../../src/documents/join-documents";
import { budget, documentOf, type Ligne } from "../../contracts/invented-document";
import { troisPiliers } from "../../contracts/invented-counties";
import { draft, silentlyWrong } from "../../contracts/invented-fields";

const { lignes, attendu } = troisPiliers;

const PREMIER: readonly Ligne[] = [
  "AVENANT N° 1 AU CONTRAT LOCAL DES SOLIDARITÉS 2024-2027",
  "Entre l’État, représenté par Monsieur Karl VIDAL, préfet de l’Armance, ci-après « l’État », d’une part,",
  "Et le Département de l’Armance, représenté par sa présidente, Madame Odile VASSEUR, ci-après dénommé « le Département », d’autre part,",
  "Il est convenu ce qui suit :",
  "Article 1 – Objet",
  "Le présent avenant fixe les crédits de l’année 2025 et complète l’article 3 du contrat.",
  "Article 2 – Crédits de 2025",
  "Au titre de l’année 2025, la participation de l’État est portée de 100 000 € à 110 000 €.",
  "Elle se répartit ainsi :",
  "- axe 1 « Enfance et parentalité » : 50 000 € ;",
  "- axe 2 « Accès aux droits » : 40 000 € ;",
  "- axe 3 « Transition solidaire » : 20 000 €.",
  "Article 3 – Actions",
  "La part de l’État de l’action 3 est portée de 30 000 € à 40 000 € en 2025, celle du Département à 42 000 €.",
  "Le Département apporte au moins 45 % des crédits de chaque action.",
  "Le rapport d’exécution est transmis au plus tard le 30 juin 2026.",
  "Article 4 – Imputation",
  "La dépense de 2025 est imputée sur le programme 304, comme suit :",
  "- 50 000 € sous le code activité 0304 50 23 23 01 ;",
  "- 40 000 € sous le code activité 0304 50 23 25 01 ;",
  "- 20 000 € sous le code activité 0304 50 23 26 01.",
  "Article 5 – Durée",
  "La convention est prolongée jusqu’au 31 décembre 2028.",
  "Le présent avenant prend effet le 1er janvier 2025.",
  "Les autres dispositions du contrat demeurent inchangées.",
  "Fait à Armance, le 3 mars 2025",
];

/** Of one table; the second action of the axe is new. */
const SECOND: readonly Ligne[] = [
  "Avenant n° 2",
  "Article unique",
  "Les montants de l’action 4 sont ceux du tableau annexé.",
  "Fait à Armance, le 12 avril 2026",
  budget(["2026"], "Département", [
    ["Axe 3 : Transition solidaire"],
    ["4. Réparer des vélos", "25 000", "20 000", "45 000"],
    ["5. Prêter des outils", "1 000", "1 000", "2 000"],
  ]),
];

const CREDITS = {
  annee: 2025,
  montant: 110_000,
  repartition: [
    { axe: 1, montant: 50_000 },
    { axe: 2, montant: 40_000 },
    { axe: 3, montant: 20_000 },
  ],
};

const premier = {
  numero: 1,
  signeLe: "2025-03-03",
  effetLe: "2025-01-01",
  clause: "3",
  creditsEtat: [CREDITS],
  montants: [
    { action: 3, annee: 2025, partie: "etat", montant: 40_000 },
    { action: 3, annee: 2025, partie: "collectivite", montant: 42_000 },
  ],
  modifications: [
    { sur: "cofinancement/seuil", valeur: 0.45 },
    { sur: "periode/fin", valeur: "2028-12-31" },
    { sur: "echeances/rapport-execution/date", valeur: "2026-06-30" },
    { sur: "imputation/lignes/2025/1/code", valeur: "030450232301" },
    { sur: "imputation/lignes/2025/2/code", valeur: "030450232501" },
    { sur: "imputation/lignes/2025/3/code", valeur: "030450232601" },
  ],
};

const asked = (all: readonly Ligne[]): readonly string[] =>
  draft(all)
    .questions.filter(({ champ }) => champ.startsWith("avenants"))
    .map(({ champ, question }) => `${champ}: ${question}`.replace(/[\u00a0\u202f]/g, " "));

describe("each value of an avenant is a line of the register, and none of the contract's", () => {
  const all = [...lignes, ...PREMIER, ...SECOND];
  const definition = draft(all);

  test("in sentences and in tables, each with its place", () => {
    const nouvelle = { numero: 5, axe: 3, intitule: "Prêter des outils", indicateurs: [] };
    expect(definition.avenants).toEqual([
      premier,
      {
        numero: 2,
        signeLe: "2026-04-12",
        montants: [{ action: 4, annee: 2026, partie: "etat", montant: 25_000 }],
        actionsNouvelles: [{ ...nouvelle, montants: [{ annee: 2026, etat: 1000, collectivite: 1000 }] }],
      },
    ]);
    expect(definition.sources?.["avenants/1/creditsEtat[0].montant"]).toMatchObject({
      article: "2",
      phrase: expect.stringContaining("110 000 €") as string,
    });
    expect(asked(all)).toEqual([]);
  });

  test("the contract reads as without them, and the whole holds together", () => {
    expect(silentlyWrong(all, attendu)).toEqual([]);
    const { avenants, sources, questions, origine, ...contrat } = definition;
    const { sources: own, questions: before, origine: from, ...alone } = draft(lignes);
    expect(contrat).toEqual(alone);
    expect(questions).toEqual(before);
    expect([avenants?.length, sources?.["periode/fin"], origine.nature]).toEqual([
      2,
      own?.["periode/fin"],
      from.nature,
    ]);
    expect(parseConvention(definition).ok).toBe(true);
  });

  test("in files of their own, in any order", () => {
    const named = (name: string, own: readonly Ligne[]) => ({ ...documentOf(own), name });
    const files = [named("avenant-1.docx", PREMIER), named("contrat.docx", lignes), named("avenant-2.docx", SECOND)];
    const drafted = draftSigned(joinDocuments(files));
    expect(drafted.ok && drafted.definition.avenants).toEqual(definition.avenants);
    expect(drafted.ok && drafted.definition.creditsEtat).toEqual(draft(lignes).creditsEtat);
  });
});

describe("what gives no line is asked", () => {
  const changed = (from: string | RegExp, to: string): readonly Ligne[] => [
    ...lignes,
    ...PREMIER.map((ligne) => (typeof ligne === "string" ? ligne.replace(from, to) : ligne)),
  ];

  test.each([
    [
      "a sentence with a figure that nothing took",
      /^Les autres dispositions.*/,
      "Une aide de 5 000 € pourra être versée à l’association Relais.",
      /de cette phrase rien n’a été pris, « Une aide de 5 000 €/,
    ],
    [
      "a provisional amount",
      /^Les autres dispositions.*/,
      "Les crédits de l’État sont estimés à 120 000 € en 2026.",
      /rien n’a été pris, « Les crédits de l’État sont estimés/,
    ],
    [
      "an action that goes",
      /^Les autres dispositions.*/,
      "L’action 2 est supprimée à compter de 2026.",
      /rien n’a été pris, « L’action 2 est supprimée/,
    ],
    [
      "two values",
      /^Les autres dispositions.*/,
      "La participation de l’État est de 111 000 € en 2025.",
      /montant: Avenant n° 1 : les crédits de l’État 2025 : le document dit 110 000,00 €.* et 111 000,00 €/,
    ],
    ["no day of signature", /^Fait à.*/, "Fait à Armance", /signeLe: .*quand il a été signé/],
    ["no number", /^AVENANT N° 1 AU/, "AVENANT AU", /numero: .*ne dit pas son numéro/],
    [
      "amounts of actions that are none of the credits",
      /30 000 € à 40 000 €/,
      "30 000 € à 39 000 €",
      /fixe les crédits de l’État 2025 à 110 000,00 €.*font 109 000,00 €/,
    ],
    [
      "a code with another amount",
      "- 20 000 € sous",
      "- 21 000 € sous",
      /Le code 030450232601 et 21 000,00 € n’ont pas été pris/,
    ],
    [
      "an axe that is not known",
      "axe 3 « Transition solidaire » : 20",
      "axe 4 « Autre » : 20",
      /rien n’a été pris, « axe 1 « Enfance/,
    ],
  ])("%s", (_, from, to, expected) => {
    const all = changed(from, to);
    expect(asked(all).filter((question) => expected.test(question))).not.toEqual([]);
    expect(silentlyWrong(all, attendu)).toEqual([]);
  });

  test.each([
    ["a draft of one", "PROJET D’AVENANT N° 1", /Un projet d’avenant/],
    [
      "one to another text",
      "AVENANT N° 1 À LA CONVENTION D’APPUI À LA LUTTE CONTRE LA PAUVRETÉ",
      /Un avenant à un autre texte/,
    ],
  ])("%s", (_, title, expected) => {
    const all = changed(/^AVENANT N° 1 AU CONTRAT LOCAL DES SOLIDARITÉS 2024-2027/, title);
    expect(draft(all).avenants).toBeUndefined();
    expect(asked(all)).toEqual([expect.stringMatching(expected)]);
    expect(silentlyWrong(all, attendu)).toEqual([]);
  });

  test("one given twice is taken once, and one of number 0 has none", () => {
    const copy = PREMIER.map((ligne) => (typeof ligne === "string" ? ligne.replace("110 000", "120 000") : ligne));
    const all = [...lignes, ...PREMIER, ...copy];
    expect(draft(all).avenants).toEqual([premier]);
    expect(asked(all)).toEqual([expect.stringMatching(/est donné deux fois/)]);
    expect(asked(changed("N° 1 AU", "N° 0 AU"))).toEqual([
      expect.stringMatching(/numero: .*ne dit pas son numéro : 1 a été pris/),
    ]);
  });

  test("a return to the contract's own value is a line too", () => {
    const back = [
      "Avenant n° 2",
      "Article 1",
      "Le Département apporte au moins 50 % des crédits de chaque action.",
      "Fait à Armance, le 1er mars 2026",
    ];
    const [, second] = draft([...lignes, ...PREMIER, ...back]).avenants ?? [];
    expect(second?.modifications).toEqual([{ sur: "cofinancement/seuil", valeur: 0.5 }]);
  });

  test("with each of its sentences left out in turn, the contract stays as it is", () => {
    const from = PREMIER.indexOf("Article 1 – Objet");
    for (let at = from; at < PREMIER.length; at += 1) {
      const without = [...lignes, ...PREMIER.filter((_, index) => index !== at)];
      expect([PREMIER[at], silentlyWrong(without, attendu)]).toEqual([PREMIER[at], []]);
    }
  });

  test("a line of a list of annexes, and the article on avenants, are none", () => {
    const all = [...lignes, "Annexe 5 – Modèles", "Avenant n° 1", "Avenant n° 2"];
    expect(draft(all).avenants).toBeUndefined();
    expect(silentlyWrong(all, attendu)).toEqual([]);
  });
});
