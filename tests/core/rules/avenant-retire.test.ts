// An avenant takes away what the contract stated: each thing that the register offers, unless something still depends on it.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { conventionEnVigueur } from "../../../src/core/contract/in-force/en-vigueur";
import { listClauses } from "../../../src/core/contract/clauses/list-clauses";
import type { Convention, ConventionDefinition } from "../../../src/core/contract/convention";
import { pointsRetirables } from "../../../src/core/contract/avenants/points-retirables";
import { historiqueDuContrat } from "../../../src/core/contract/avenants/registre";
import { sceller } from "../../../src/core/contract/signed/sceau";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { contratRiche, numerous, parse, rich } from "../../contracts/contrat-riche";
import {
  contratSheet,
  find,
  mistakes,
  plain,
  put,
  putAvenant,
  readEdited,
  type Edit,
} from "../reading/contrat/contrat-edits";

const AS_OF = "2025-03-31";
const signed = { "Avenant n°": 1, "Signé le": "01/02/2025" };
type Line = Readonly<Record<string, string | number>>;

const gone = (nom: string): Line => ({ ...signed, Objet: "Suppression", "Intitulé (nouveautés)": nom });
const point = (nom: string, valeur: string | number): Line => ({
  ...signed,
  Objet: "Paramètre",
  "Intitulé (nouveautés)": nom,
  "Nouvelle valeur": valeur,
});
const amount = (action: number, annee: number, partie: string, valeur: number): Line => ({
  ...signed,
  Objet: "Montant d’une action",
  Action: action,
  Année: annee,
  Partie: partie,
  "Nouvelle valeur": valeur,
});

const withRows: Edit = (cells) => {
  const width = cells[0]?.length ?? 0;
  for (let row = 0; row < 120; row += 1) cells.push(Array.from({ length: width }, () => null));
};
const register = (lines: readonly Line[]) => [withRows, ...lines.map((line, index) => putAvenant(index + 1, line))];

function inForce(convention: Convention, lines: readonly Line[]) {
  const read = readEdited(convention, ...register(lines));
  expect(mistakes(read)).toEqual([]);
  if (!read.convention) throw new Error("the sheet is read");
  return { written: read.convention, convention: conventionEnVigueur(read.convention, AS_OF).convention };
}

/** Two signatories and two financing parties, nothing of which anything depends, beside what `contratRiche` has. */
const sixActions = numerous.slice(0, 6).map((action) => ({
  ...action,
  autres: [{ financeur: "Région", annee: 2024, montant: 0 }],
  sousActions: action.sousActions?.map(({ numero, intitule, operateur }) => ({
    numero,
    intitule,
    ...(operateur && { operateur }),
  })),
}));
const definition: ConventionDefinition = {
  ...rich,
  actions: sixActions as ConventionDefinition["actions"],
  creditsEtat: [2024, 2025, 2026].map((annee) => ({ annee, montant: 6003, statut: "ferme" })),
  signataires: [
    { nom: "CAF des Collines", role: "partenaire financier" },
    { nom: "Ville de Hautecombe", representant: "Dominique EXEMPLE" },
  ],
  autresFinanceurs: [{ nom: "Région" }, { nom: "Fondation" }],
  axes: [...rich.axes, { numero: 4, intitule: "Un axe sans action" }],
  indicateursNationaux: ["Nombre de sorties positives", "Part des dossiers complets"],
  ordonnateur: "Le préfet",
  imputation: { ...rich.imputation, lignes: [] },
  enveloppes: [
    {
      id: "france-travail",
      intitule: "Part France Travail",
      montants: [{ annee: 2024, montant: 0, statut: "ferme" }],
    },
  ],
};
const libre = parse(definition);

describe("each thing that is offered", () => {
  // Those of the first action stand for all of them; the axes that have actions stay.
  const offered = pointsRetirables(libre).filter(({ cle }) => !/^axes\/[123]$|^actions\/[2-6]\//.test(cle));

  test("is of every kind", () => {
    const kinds = new Set(offered.map(({ cle }) => cle.replace(/\/.*/, "")));
    const things = [
      "actions",
      "axes",
      "cofinancement",
      "comptes",
      "echeances",
      "enveloppes",
      "financeurs",
      "nationaux",
      "signataires",
      "versements",
    ];
    expect([...kinds].sort()).toEqual([...things, "collectivite", "effetLe", "etat", "ordonnateur", "signeLe"].sort());
  });

  test.each(offered)(
    "$nom leaves the contract, alone, is written as it is read, and stands in the history",
    ({ cle, nom }) => {
      const { convention, written } = inForce(libre, [gone(nom)]);
      const before = listClauses(libre);
      const after = new Set(listClauses(convention).map(({ key, value }) => JSON.stringify([key, value])));
      const lost = before.filter(({ key, value }) => !after.has(JSON.stringify([key, value])));
      expect(lost.length).toBeGreaterThan(0);
      expect(pointsRetirables(convention).some((each) => each.cle === cle)).toBe(false);
      const history = historiqueDuContrat(written, AS_OF);
      expect(history.length).toBeGreaterThan(0);
      expect(history.map(({ apres, etat }) => [apres, etat])).toEqual(history.map(() => [null, "en-vigueur"]));
      const again = readEdited(written);
      expect(mistakes(again)).toEqual([]);
      expect(again.convention).toEqual(written);
    },
  );
});

test("of two parties the one that stays keeps its name in the history, whatever its number becomes", () => {
  const { convention, written } = inForce(libre, [gone("Signataire « CAF des Collines »")]);
  expect(convention.signataires).toEqual([{ nom: "Ville de Hautecombe", representant: "Dominique EXEMPLE" }]);
  expect(historiqueDuContrat(written, AS_OF).map(({ libelle, avant, apres }) => [libelle, avant, apres])).toEqual([
    ["Signataire 1 – nom", "CAF des Collines", null],
    ["Signataire 1 – rôle", "partenaire financier", null],
  ]);
});

test("both parties leave by one avenant, in whatever order, and a third comes", () => {
  const lines = [
    gone("Signataire « Ville de Hautecombe »"),
    point("Signataire 3 – nom", "Mission locale"),
    gone("Signataire « CAF des Collines »"),
  ];
  for (const order of [lines, [...lines].reverse()]) {
    expect(inForce(libre, order).convention.signataires).toEqual([{ nom: "Mission locale" }]);
  }
});

test("what an earlier avenant added goes by its name too", () => {
  const later = (line: Line): Line => ({ ...line, "Avenant n°": 2, "Signé le": "01/03/2025" });
  const { convention } = inForce(contratIntegre, [
    point("Signataire 1 – nom", "CAF des Collines"),
    point("Cofinancement minimum – axe 2", 0.45),
    later(gone("Signataire « CAF des Collines »")),
    later(gone("Cofinancement minimum – axe 2")),
  ]);
  expect([convention.signataires, convention.cofinancement.seuils]).toEqual([[], []]);
});

describe("what something still depends on stays, and its line says what", () => {
  const axes = [1, 2, 3].map((axe) => `Axe ${axe}`);
  test.each<[string, readonly Line[], string]>([
    ["a financing party", [gone("Autre financeur « Région »")], "son montant de l’action 1 pour 2024 (250,25 €)"],
    ["an envelope", [gone("Enveloppe « Part France Travail »")], "son montant 2024 (120 000,00 €)"],
    ["a sub-action", [gone("Action 1 – sous-action 1.2")], "sa part État 2024 (500,00 €)"],
    ...axes.map((axe): [string, readonly Line[], string] => [axe, [gone(axe)], "l’action "]),
    ["what is not there", [gone("Signataire « Ville »")], "le contrat ne dit rien de cela"],
    ["nothing", [gone("???")], "ce qui change n’est pas dit"],
    ["an action", [gone("Action 1")], "Action terminée"],
  ])("%s", (_, lines, words) => {
    // The other line of the same avenant keeps its effect.
    const sound = point("Ordonnateur", "La préfète");
    const read = readEdited(contratRiche, ...register([...lines, sound]));
    expect(read.feuille.registre?.map(({ etat }) => etat)).toEqual(["illisible", "en-vigueur"]);
    const [wrong, ...others] = read.feuille.registre?.flatMap(({ erreurs }) => erreurs) ?? [];
    expect(others).toEqual([]);
    expect(plain(wrong?.message ?? "")).toContain(words);
    let at = { row: -1, column: -1 };
    readEdited(contratRiche, (cells) => void (at = find(cells, "Avenants", 1, "Intitulé (nouveautés)")));
    expect(wrong?.cell).toMatchObject(at);
    const { convention } = read;
    expect(convention && conventionEnVigueur(convention, AS_OF).convention).toMatchObject({
      ...contratRiche,
      ordonnateur: "La préfète",
      avenants: expect.any(Array) as unknown,
    });
  });

  test("it goes once the same avenant has settled what depended on it", () => {
    const lines = [
      gone("Autre financeur « Région »"),
      ...contratRiche.actions.map(({ numero }) => amount(Number(numero), 2024, "Région", 0)),
      gone("Enveloppe « Part France Travail »"),
      point("Enveloppe « Part France Travail » – 2024", 0),
    ];
    const { convention } = inForce(contratRiche, lines);
    expect([convention.autresFinanceurs, convention.enveloppes]).toEqual([[], []]);
    expect(convention.actions.flatMap(({ autres = [] }) => autres)).toEqual([]);
  });

  test("a party that signed may leave once the years that it finances are over, and no day before", () => {
    const region = parse({ ...rich, signataires: [{ nom: "Région" }] });
    const end = region.annees.find(({ annee }) => annee === 2024)?.fin ?? "";
    const leaves = (effet: string): number | undefined => {
      const [year, month, day] = effet.split("-");
      const line = {
        ...gone("Signataire « Région »"),
        "Signé le": "01/01/2025",
        "Prend effet le": `${day}/${month}/${year}`,
      };
      return conventionEnVigueur(readEdited(region, ...register([line])).convention ?? region, "2026-06-30").convention
        .signataires?.length;
    };
    const next = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
    expect([leaves(end), leaves(next)]).toEqual([1, 0]);
  });
});

describe("an earlier end of the contract", () => {
  const end = (date: string): Line => point("Fin du contrat", date);
  const ended = contratIntegre.actions.map(({ numero }): Line => ({
    ...signed,
    Objet: "Action terminée",
    Action: numero,
    Année: 2027,
  }));
  const credits: Line = { ...signed, Objet: "Crédits de l’État", Année: 2027, "Nouvelle valeur": 0, Statut: "ferme" };

  test("takes away the years after it, once they hold no money", () => {
    const { convention, written } = inForce(contratIntegre, [end("30/06/2026"), ...ended, credits]);
    expect(convention.annees.map(({ annee, fin }) => [annee, fin])).toEqual([
      [2024, "2024-12-31"],
      [2025, "2025-12-31"],
      [2026, "2026-06-30"],
    ]);
    expect(JSON.stringify(listClauses(convention).filter(({ subject }) => subject.year === 2027))).toBe("[]");
    expect(readEdited(written).convention).toEqual(written);
  });

  test.each<[string, readonly Line[], string]>([
    ["the State’s amount", ended, "les crédits de l’État (350 000,00 €)"],
    ["an action", [...ended.slice(1), credits], "des montants de l’action 1"],
  ])("is a mistake at its line while a year after it holds %s", (_, lines, words) => {
    const read = readEdited(contratIntegre, ...register([end("31/12/2026"), ...lines]));
    expect(read.feuille.registre?.map(({ etat }) => etat === "illisible")).toEqual([true, ...lines.map(() => false)]);
    expect(plain(read.feuille.registre?.[0]?.erreurs[0]?.message ?? "")).toContain(words);
  });
});

describe("a fiche", () => {
  const field = (champ: string, valeur: string): Line => ({
    ...signed,
    Objet: "Fiche d’une action",
    Action: 2,
    "Intitulé (nouveautés)": champ,
    "Nouvelle valeur": valeur,
  });

  test("is given to an action that had none, field by field", () => {
    expect(contratRiche.actions[1]?.fiche).toBeUndefined();
    const lines = [
      field("Public cible", "Les familles"),
      field("Début", "01/03/2025"),
      field("Axes liés", "1, 3"),
      field("Constats et problématiques", "Le logement manque."),
    ];
    for (const order of [lines, [...lines].reverse()]) {
      const { convention, written } = inForce(contratRiche, order);
      expect(convention.actions[1]?.fiche).toEqual({
        debut: "2025-03-01",
        fin: contratRiche.periode.fin,
        publicCible: "Les familles",
        nature: "",
        pilotage: "",
        partenaires: "",
        actionsLiees: [],
        axesLies: [1, 3],
        constats: "Le logement manque.",
      });
      // What nobody said is no statement.
      expect(
        historiqueDuContrat(written, AS_OF)
          .map(({ cle }) => cle.replace("actions/2/fiche/", ""))
          .sort(),
      ).toEqual(["axesLies", "constats", "debut", "fin", "publicCible"]);
      expect(readEdited(written).convention).toEqual(written);
    }
  });

  test.each([
    ["Début", "bientôt"],
    ["Nulle part", "Les familles"],
  ])("%s « %s » costs its line alone", (champ, valeur) => {
    const read = readEdited(contratRiche, ...register([field(champ, valeur), field("Pilotage", "Le CCAS")]));
    expect(read.feuille.registre?.map(({ etat }) => etat)).toEqual(["illisible", "en-vigueur"]);
  });
});

test("the whole verification holds nothing against a contract that lost a party, its sheet as it was signed or as it is now", () => {
  const raw = annexWorkbook(libre);
  const seal = sceller(libre).texte;
  const line = gone("Signataire « CAF des Collines »");
  const cells = (
    row: number,
    name: string | null,
    role: string | null,
    representant: string | null,
  ): readonly Edit[] => [
    put("Autres signataires", row, "Signataire", name),
    put("Autres signataires", row, "Rôle", role),
    put("Autres signataires", row, "Représentant", representant),
  ];
  const asNow = [...cells(1, "Ville de Hautecombe", null, "Dominique EXEMPLE"), ...cells(2, null, null, null)];
  for (const edits of [[], asNow]) {
    const sheet = { ...contratSheet(libre, ...register([line]), ...edits), id: "contrat" };
    const { contract, findings } = verificationJson(
      verify({ ...raw, seal, sheets: [...raw.sheets, sheet] }, contratIntegre, AS_OF).verification,
    );
    const own = ["contrat-signe", "avenant-lisible", "contrat-coherent"];
    expect(findings.filter(({ rule }) => own.includes(rule))).toEqual([]);
    expect(contract.history?.map(({ new: after }) => after)).toEqual([null, null]);
  }
});
