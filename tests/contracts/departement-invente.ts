// A second, invented contract: a département, 3 axes, 12 actions, cents, 40 % of cofinancing, years from July to June.
import { parseConvention } from "../../src/contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../src/core/contract/convention";

const YEARS = [2024, 2025, 2026] as const;

type Amounts = readonly [etat: number, departement: number];
type Target = number | "nd";

/** Axe, label, the amounts of each year, then the indicators with T0 and the targets. */
type Line = readonly [
  axe: number,
  intitule: string,
  montants: readonly [Amounts, Amounts, Amounts],
  indicateurs: readonly (readonly [string, Target, readonly [Target, Target, Target]])[],
];

const LINES: readonly Line[] = [
  [
    1,
    "Accompagner les jeunes majeurs sortant de l’aide sociale à l’enfance",
    [
      [48250.5, 32167.0],
      [50000, 33333.34],
      [50000, 33333.34],
    ],
    [
      ["Nombre de jeunes majeurs suivis", 64, [80, 90, 100]],
      ["Part des jeunes suivis qui ont un logement", 62.5, [65, 67.5, 70]],
    ],
  ],
  [
    1,
    "Renforcer les maraudes mixtes auprès des enfants à la rue",
    [
      [21000, 14000],
      [21000, 14000],
      [21000, 14000],
    ],
    [["Nombre de maraudes", 40, [52, 52, 52]]],
  ],
  [
    1,
    "Ouvrir des places d’accueil à horaires décalés",
    [
      [30749.5, 30749.5],
      [35000, 35000],
      [35000.25, 35000.25],
    ],
    [["Nombre de places ouvertes", 0, [12, 18, 24]]],
  ],
  [
    1,
    "Soutenir les familles monoparentales",
    [
      [12000, 8000],
      [12000, 8000],
      [12000, 8000],
    ],
    [["Nombre de familles soutenues", 110, [130, 140, 150]]],
  ],
  [
    2,
    "Garantir un premier accueil social inconditionnel de proximité",
    [
      [61500.75, 41000.5],
      [63000, 42000],
      [63000, 42000],
    ],
    [
      ["Nombre de lieux labellisés", 9, [12, 15, 18]],
      ["Nombre de personnes reçues", 5200, [5600, 6000, 6400]],
    ],
  ],
  [
    2,
    "Désigner un référent de parcours",
    [
      [26000, 17333.34],
      [26000, 17333.34],
      [26000, 17333.34],
    ],
    [["Nombre de parcours suivis", 75, [90, 105, 120]]],
  ],
  [
    2,
    "Lutter contre le non-recours des personnes âgées isolées",
    [
      [18499.25, 12332.84],
      [20000, 13333.34],
      [20000, 13333.34],
    ],
    [["Nombre de dossiers ouverts", "nd", ["nd", 300, 350]]],
  ],
  [
    2,
    "Prévenir les expulsions locatives",
    [
      [44000, 44000],
      [44000, 44000],
      [44000, 44000],
    ],
    [["Nombre de diagnostics sociaux", 310, [330, 340, 350]]],
  ],
  [
    3,
    "Mobiliser les bénéficiaires du revenu de solidarité active par l’activité",
    [
      [72000, 48000],
      [75000, 50000],
      [75000, 50000],
    ],
    [["Nombre d’entrées en parcours", 200, [260, 280, 300]]],
  ],
  [
    3,
    "Lever les freins à la mobilité en milieu rural",
    [
      [33333.33, 22222.22],
      [33333.33, 22222.22],
      [33333.33, 22222.22],
    ],
    [["Nombre de personnes aidées à se déplacer", 45, [70, 80, 90]]],
  ],
  [
    3,
    "Former les travailleurs sociaux à l’insertion",
    [
      [9166.67, 6111.12],
      [9166.67, 6111.12],
      [9166.67, 6111.12],
    ],
    [["Nombre de travailleurs sociaux formés", 30, [35, 35, 35]]],
  ],
  [
    3,
    "Développer les épiceries solidaires itinérantes",
    [
      [15500, 10333.34],
      [15500, 10333.34],
      [15500, 10333.34],
    ],
    [["Nombre de foyers approvisionnés", 0, ["nd", "nd", "nd"]]],
  ],
];

const cents = (euros: number): number => Math.round(euros * 100);

function sumOf(year: number, axe: number | null): number {
  const parts = LINES.filter((line) => axe === null || line[0] === axe).map(
    ([, , montants]) => montants[year]?.[0] ?? 0,
  );
  return parts.reduce((sum, part) => sum + cents(part), 0) / 100;
}

const AXES = [
  { numero: 1, intitule: "Enfance, jeunesse et parentalité", alias: ["Dès l’enfance"] },
  { numero: 2, intitule: "Accès aux droits et accompagnement global" },
  { numero: 3, intitule: "Insertion et transition solidaire" },
];

const departementInvente: ConventionDefinition = {
  id: "departement-des-collines-2024-2027",
  intitule: "Contrat local des solidarités 2024-2027 du département des Collines",
  etat: { nom: "État", representant: "Claude EXEMPLE", qualite: "préfet des Collines" },
  collectivite: {
    nom: "Département des Collines",
    representant: "Dominique EXEMPLE",
    qualite: "Présidente du conseil départemental",
    designation: "Département",
    motsColonne: ["CD", "Conseil départemental"],
  },
  periode: { debut: "2024-07-01", fin: "2027-06-30" },
  annees: YEARS.map((annee) => ({ annee, debut: `${annee}-07-01`, fin: `${annee + 1}-06-30` })),
  creditsEtat: YEARS.map((annee, year) => ({
    annee,
    montant: sumOf(year, null),
    statut: year === 0 ? ("ferme" as const) : ("provisionnel" as const),
    ...(year === 0 && { repartition: AXES.map(({ numero: axe }) => ({ axe, montant: sumOf(year, axe) })) }),
  })),
  axes: AXES,
  actions: LINES.map(([axe, intitule, montants, indicateurs], index) => ({
    numero: index + 1,
    axe,
    intitule,
    montants: YEARS.map((annee, year) => ({
      annee,
      etat: montants[year]?.[0] ?? 0,
      collectivite: montants[year]?.[1] ?? 0,
    })),
    indicateurs: indicateurs.map(([nom, t0, cibles], rank) => ({
      numero: rank + 1,
      intitule: nom,
      t0,
      cibles: YEARS.map((annee, year) => ({ annee, valeur: cibles[year] ?? "nd" })),
    })),
  })),
  cofinancement: { seuil: 0.4 },
  imputation: {
    programme: "304",
    intitule: "Inclusion sociale et protection des personnes",
    lignes: AXES.map(({ numero: axe, intitule }) => ({
      annee: 2024,
      axe,
      action: "23",
      sousAction: `${22 + axe}`,
      intitule,
      activite: "01",
      intituleActivite: `Contractualisation avec les départements ${axe}`,
      code: `03045023${22 + axe}01`,
      montant: sumOf(0, axe),
    })),
  },
  echeances: [
    {
      id: "avenant-2025",
      intitule: "Avenant fixant les montants 2025",
      article: "2.2",
      date: "2025-07-01",
      avenantPour: 2025,
    },
    { id: "rapport-execution", intitule: "Rapport d’exécution à mi-parcours", article: "2.3", date: "2026-03-31" },
    { id: "fin-du-contrat", intitule: "Fin du contrat", article: "4", date: "2027-06-30" },
  ],
  reglages: { alerteSousConsommation: 0.75, alerteCible: 0.9 },
  indicateursNationaux: [],
  avenants: [],
};

function parse(): Convention {
  const parsed = parseConvention(departementInvente);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

export const contratDuDepartement: Convention = parse();
