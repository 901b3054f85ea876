// Invented contracts of a region with the figures of their workbooks: what a tableau de bord of them must say is known beforehand.
import type { ConventionDefinition } from "../../src/core/contract/convention";

export const YEARS = [2024, 2025, 2026, 2027] as const;
/** Over at the as-of date below. */
export const CLOSED = [2024, 2025] as const;
export const AS_OF = "2026-11-24";

/** All amounts are whole centimes. */
export interface Executed {
  readonly etat: number;
  readonly collectivite: number;
  readonly verse: number;
}

export interface RegionAction {
  readonly numero: number;
  readonly axe: number;
  readonly intitule: string;
  /** Of each year. */
  readonly montants: readonly { readonly etat: number; readonly collectivite: number }[];
  /** Of each closed year; null where the cells are empty. */
  readonly executes: readonly (Executed | null)[];
  readonly indicateur: {
    readonly intitule: string;
    readonly t0: number;
    readonly cibles: readonly number[];
    /** Of each closed year; null where it is not given. */
    readonly realises: readonly (number | null)[];
  };
}

export interface RegionContract {
  /** Of its files. */
  readonly nom: string;
  readonly collectivite: string;
  readonly axes: readonly string[];
  readonly actions: readonly RegionAction[];
  /** Years that an avenant fixes. */
  readonly avenants: readonly number[];
  /** Budget parts that the workbook shows one centime below half, by action and year. */
  readonly sousLeSeuil: readonly { readonly action: number; readonly annee: number }[];
}

/** The same numbers for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PLACES = ["Val", "Mont", "Bois", "Rive", "Plaine", "Combe", "Lac", "Gué"];
const ENDS = ["Clair", "Haut", "Neuf", "Vert", "Royal", "Blanc", "Long", "Doux"];
const AXES = [
  "Prévenir la pauvreté et lutter contre les inégalités dès l’enfance",
  "Amplifier l’accès à l’emploi",
  "Lutter contre la grande exclusion par l’accès aux droits",
  "Construire une transition écologique solidaire",
];
const SUBJECTS = [
  "l’accueil des familles",
  "le premier logement",
  "la santé des jeunes",
  "les maraudes",
  "l’aide alimentaire",
  "le retour à l’emploi",
  "la mobilité",
  "l’accès aux droits",
];

function inventAction(numero: number, axe: number, random: (below: number) => number): RegionAction {
  const subject = SUBJECTS[(numero - 1) % SUBJECTS.length] ?? "";
  const montants = YEARS.map(() => {
    // An even number of centimes: exactly half of the sum is each one's.
    const etat = 2 * (250_000 + random(4_000_000));
    return { etat, collectivite: etat + random(3) * 100_000 };
  });
  const executes = CLOSED.map((_, index) => {
    const { etat, collectivite } = montants[index] ?? { etat: 0, collectivite: 0 };
    if (random(25) === 0) return null;
    const spent = random(4) === 0 ? Math.floor((etat * (30 + random(60))) / 100) : etat;
    return {
      etat: spent,
      collectivite: Math.max(spent, collectivite),
      verse: random(6) === 0 ? Math.floor(etat / 2) : etat,
    };
  });
  const t0 = random(50);
  const cibles = YEARS.map((_, index) => t0 + 10 * (index + 1));
  const realises = CLOSED.map((_, index) => {
    if (random(12) === 0) return null;
    return (cibles[index] ?? 0) + (random(3) === 0 ? -1 - random(8) : random(6));
  });
  return {
    numero,
    axe,
    intitule: `Renforcer ${subject}, volet ${Math.ceil(numero / SUBJECTS.length)}`,
    montants,
    executes,
    indicateur: { intitule: `Nombre de personnes suivies pour ${subject}, action ${numero}`, t0, cibles, realises },
  };
}

function inventContract(index: number): RegionContract {
  const random = randomFrom(index * 7919 + 17);
  const place = `${PLACES[index % PLACES.length]}-${ENDS[Math.floor(index / PLACES.length) % ENDS.length]}`;
  const rank = Math.floor(index / (PLACES.length * ENDS.length));
  const collectivite = `${place}${rank > 0 ? ` ${rank + 1}` : ""} Agglomération`;
  const axes = AXES.slice(0, 3 + random(2));
  const count = 8 + random(16);
  const actions = Array.from({ length: count }, (_, at) =>
    inventAction(at + 1, Math.floor((at * axes.length) / count) + 1, random),
  );
  const avenants = [2025, 2026].slice(0, random(3));
  const sousLeSeuil = Array.from({ length: random(3) }, (_, at) => ({ action: 1 + at * 2, annee: YEARS[at] ?? 2024 }));
  return { nom: `contrat-${String(index + 1).padStart(3, "0")}`, collectivite, axes, actions, avenants, sousLeSeuil };
}

export function inventRegion(count: number): readonly RegionContract[] {
  return Array.from({ length: count }, (_, index) => inventContract(index));
}

const euros = (centimes: number): number => centimes / 100;

function creditsOf({ actions }: RegionContract, index: number): number {
  return actions.reduce((sum, { montants }) => sum + (montants[index]?.etat ?? 0), 0);
}

export function definitionOf(contract: RegionContract): ConventionDefinition {
  const { nom, collectivite, axes, actions, avenants } = contract;
  return {
    id: nom,
    intitule: `Contrat local des solidarités 2024-2027 de ${collectivite}`,
    etat: { nom: "L’État" },
    collectivite: { nom: collectivite, designation: "Agglomération", motsColonne: ["Agglo"] },
    signeLe: "2024-04-02",
    periode: { debut: "2024-01-01", fin: "2027-12-31" },
    annees: YEARS.map((annee) => ({ annee, debut: `${annee}-01-01`, fin: `${annee}-12-31` })),
    creditsEtat: YEARS.map((annee, index) => ({
      annee,
      montant: euros(creditsOf(contract, index)),
      statut: index === 0 ? "ferme" : "provisionnel",
    })),
    axes: axes.map((intitule, index) => ({ numero: index + 1, intitule })),
    actions: actions.map(({ numero, axe, intitule, montants, indicateur }) => ({
      numero,
      axe,
      intitule,
      montants: montants.map((montant, index) => ({
        annee: YEARS[index] ?? 0,
        etat: euros(montant.etat),
        collectivite: euros(montant.collectivite),
      })),
      indicateurs: [
        {
          numero: 1,
          intitule: indicateur.intitule,
          t0: indicateur.t0,
          cibles: indicateur.cibles.map((valeur, index) => ({ annee: YEARS[index] ?? 0, valeur })),
        },
      ],
    })),
    cofinancement: { seuil: 0.5 },
    imputation: { programme: "304", intitule: "Inclusion sociale et protection des personnes", lignes: [] },
    echeances: [
      { id: "rapport", intitule: "Rapport d’exécution 2024-2025", article: "2.3", date: "2026-03-31" },
      { id: "fin", intitule: "Terme du contrat", article: "4", date: "2027-12-31", genre: "terme" },
    ],
    reglages: { alerteSousConsommation: 0.8, alerteCible: 0.8 },
    indicateursNationaux: [],
    avenants: avenants.map((annee, index) => ({
      numero: index + 1,
      signeLe: `${annee}-03-15`,
      creditsEtat: [{ annee, montant: euros(creditsOf(contract, YEARS.indexOf(annee as 2025))) }],
    })),
  };
}
