// The contracts whose workbooks are generated: Dijon's, and invented ones that shrink to one axe and one action.
import fc from "fast-check";
import { contratIntegre } from "../../src/contracts/built-in";
import { contratDuDepartement } from "../contracts/departement-invente";
import { parseConvention } from "../../src/contracts/parse-convention";
import { leastLocalPart } from "../../src/core/contract/in-force/contract-amounts";
import type { Convention, ConventionDefinition } from "../../src/core/contract/convention";
import { montantFromCentimes } from "../../src/core/domain/values/montant";

const AXES = [
  "Enfance et jeunesse",
  "Insertion par l’activité économique",
  "Accès aux droits et lutte contre le non-recours",
  "Mobilité solidaire",
];

const ACTIONS = [
  "Ouvrir une halte-garderie à horaires décalés",
  "Accompagner les sortants de l’aide sociale à l’enfance",
  "Former les travailleurs sociaux à l’aller-vers",
  "Équiper les épiceries sociales",
  "Garantir un premier accueil inconditionnel",
  "Lever les freins à l’emploi des bénéficiaires du RSA",
  "Prévenir les expulsions locatives",
  "Réparer et prêter des vélos",
  "Soutenir les aidants",
  "Développer la médiation en santé",
  "Financer le permis de conduire",
  "Animer le réseau des tiers-lieux nourriciers",
];

const INDICATEURS = [
  "Nombre d’enfants accueillis",
  "Nombre de jeunes suivis",
  "Nombre de professionnels formés",
  "Nombre de foyers aidés",
  "Taux de réponse aux demandes",
  "Nombre de sorties vers l’emploi",
  "Nombre de ménages maintenus dans leur logement",
  "Nombre de vélos prêtés",
  "Nombre d’aidants accompagnés",
  "Nombre de consultations",
  "Nombre de permis obtenus",
  "Nombre de repas distribués",
  "Nombre d’ateliers tenus",
  "Nombre de places créées",
  "Délai moyen de rendez-vous",
  "Nombre de familles hébergées",
  "Nombre de visites à domicile",
  "Nombre de contrats signés",
  "Nombre de kilomètres parcourus",
  "Nombre de bénévoles mobilisés",
  "Nombre de dossiers instruits",
  "Nombre d’heures d’accompagnement",
  "Nombre de communes couvertes",
  "Nombre d’abonnements solidaires",
];

const PARTIES = [
  { nom: "Département inventé", designation: "Département", motsColonne: ["CD"] },
  { nom: "Ville-Haute métropole", designation: "Métropole", motsColonne: ["VHM"] },
  { nom: "Ville de Port-Neuf", designation: "Ville", motsColonne: ["Commune"] },
];

interface ActionSeed {
  readonly etat: readonly number[];
  readonly plus: readonly number[];
  readonly indicateurs: readonly {
    readonly t0: number | "nd";
    readonly cibles: readonly number[];
    readonly isOpen: boolean;
  }[];
}

interface Seed {
  readonly axes: readonly (readonly ActionSeed[])[];
  readonly years: number;
  readonly isCivil: boolean;
  readonly seuil: number;
  readonly party: number;
  readonly firm: number;
  readonly national: boolean;
}

const YEARS = 4;
/** Centimes; now and then an amount that reads like a year. */
const montant = fc.oneof(
  { arbitrary: fc.integer({ min: 10_000, max: 20_000_000 }), weight: 9 },
  { arbitrary: fc.constantFrom(100_000, 202_400, 202_500), weight: 1 },
);
const cible = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 900 }), weight: 9 },
  { arbitrary: fc.constant(2025), weight: 1 },
);

const actionSeed: fc.Arbitrary<ActionSeed> = fc.record({
  etat: fc.array(montant, { minLength: YEARS, maxLength: YEARS }),
  plus: fc.array(fc.constantFrom(0, 0, 1, 5_000_050), { minLength: YEARS, maxLength: YEARS }),
  indicateurs: fc.array(
    fc.record({
      t0: fc.oneof(fc.nat({ max: 500 }), fc.constant("nd" as const)),
      cibles: fc.array(cible, { minLength: YEARS, maxLength: YEARS }),
      isOpen: fc.boolean(),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

const seed: fc.Arbitrary<Seed> = fc.record({
  axes: fc.array(fc.array(actionSeed, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  years: fc.integer({ min: 2, max: YEARS }),
  isCivil: fc.boolean(),
  seuil: fc.constantFrom(0.5, 0.4, 0.333),
  party: fc.nat({ max: PARTIES.length - 1 }),
  firm: fc.integer({ min: 1, max: 2 }),
  national: fc.constantFrom(true, true, false),
});

export const NATIONAL = "Nombre total de personnes accompagnées";

function define({ axes, years: count, isCivil, seuil, party, firm, national }: Seed): ConventionDefinition {
  const years = Array.from({ length: count }, (_, index) => 2024 + index);
  const dates = (annee: number) =>
    isCivil
      ? { annee, debut: `${annee}-01-01`, fin: `${annee}-12-31` }
      : { annee, debut: `${annee}-07-01`, fin: `${annee + 1}-06-30` };
  let indicateur = 0;
  const actions = axes
    .flatMap((seeds, axe) => seeds.map((action) => ({ action, axe: axe + 1 })))
    .map(({ action, axe }, index) => ({
      numero: index + 1,
      axe,
      intitule: ACTIONS[index] ?? "",
      montants: years.map((annee, at) => {
        const etat = montantFromCentimes(action.etat[at] ?? 0);
        const least = leastLocalPart(seuil, etat) ?? etat;
        return { annee, etat: etat / 100, collectivite: (least + (action.plus[at] ?? 0)) / 100 };
      }),
      indicateurs: action.indicateurs.map(({ t0, cibles, isOpen }, rank) => ({
        numero: rank + 1,
        intitule: INDICATEURS[indicateur++] ?? "",
        t0,
        cibles: years.map((annee, at) => ({ annee, valeur: isOpen ? ("nd" as const) : (cibles[at] ?? 0) })),
      })),
    }));
  const sum = (annee: number, axe: number | null) => {
    const parts = actions.flatMap((action) =>
      axe === null || action.axe === axe ? action.montants.filter((one) => one.annee === annee) : [],
    );
    return parts.reduce((total, { etat }) => total + Math.round(etat * 100), 0) / 100;
  };
  const first = dates(2024);
  const last = dates(years.at(-1) ?? 2024);
  return {
    id: "contrat-invente",
    intitule: "Contrat inventé",
    etat: { nom: "État" },
    collectivite: PARTIES[party] ?? { nom: "Ville", designation: "Ville", motsColonne: [] },
    periode: { debut: first.debut, fin: last.fin },
    annees: years.map(dates),
    creditsEtat: years.map((annee, index) => ({
      annee,
      montant: sum(annee, null),
      statut: index < firm ? ("ferme" as const) : ("provisionnel" as const),
      ...(index < firm && {
        repartition: axes.map((_, axe) => ({ axe: axe + 1, montant: sum(annee, axe + 1) })),
      }),
    })),
    axes: axes.map((_, index) => ({ numero: index + 1, intitule: AXES[index] ?? "" })),
    actions,
    cofinancement: { seuil },
    imputation: { programme: "304", intitule: "Inclusion sociale", lignes: [] },
    echeances: [],
    reglages: { alerteSousConsommation: 0.8, alerteCible: 0.8 },
    indicateursNationaux: national ? [NATIONAL] : [],
  };
}

function parse(definition: ConventionDefinition): Convention {
  const parsed = parseConvention(definition);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

/** Half are invented as they come; a failing one shrinks to one axe, one action, two years. */
export const contracts: fc.Arbitrary<Convention> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: seed.map((made) => parse(define(made))), weight: 2 },
  { arbitrary: fc.constant(contratIntegre), weight: 1 },
  { arbitrary: fc.constant(contratDuDepartement), weight: 1 },
);
