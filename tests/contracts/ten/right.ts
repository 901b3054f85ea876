// The definition that an invented contract ought to give, written from its facts, and the answers of somebody who knows it.
import { parseConvention } from "../../../src/contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../../src/core/contract/convention";
import { cheminDuChamp } from "../../../src/core/contract/definition/champ";
import { questionsPosees, repondre } from "../../../src/core/contract/definition/repondre";
import { montantFromEuros } from "../../../src/core/domain/values/montant";
import { monthsBefore } from "../../../src/core/drafting/draft-defaults";
import type { Attendu, Ligne } from "../invented-document";
import { actionsOf, axesOf, type Plan } from "./plan";

type Definition = ConventionDefinition;
type Personne = readonly [nom: string, qualite: string];

/** Beside what is read of each invented contract. */
export interface Fait {
  readonly plan: Plan;
  readonly etat: readonly Personne[];
  readonly local: Personne;
  readonly autres?: readonly (readonly [nom: string, ...personne: Personne])[];
  readonly ordonnateur: string;
  readonly comptable: string;
  readonly titulaire?: string;
  readonly domiciliation?: string;
  readonly effetLe?: string;
  /** Of the articles on later credits, following up, the term, the notice, the credits of the first year and the least share. */
  readonly articles: readonly [
    avenants: string,
    suivi: string,
    duree: string,
    denonciation: string,
    credits: string,
    seuil: string,
  ];
  /** What the least share is a share of, where that is more than an action. */
  readonly niveau?: "axe";
  /** Its table gives amounts of axes alone: what each action gets is shared out by the workbook. */
  readonly regleParAxe?: true;
  readonly versements?: NonNullable<Definition["versements"]>;
  /** Of each year, by axe, where the contract fixes more than that of the first. */
  readonly repartitions?: readonly (readonly number[])[];
  readonly avenants?: NonNullable<Definition["avenants"]>;
}

export interface Contrat {
  readonly lignes: readonly Ligne[];
  readonly attendu: Attendu;
  readonly fait: Fait;
}

const QUI = "Madame la directrice du contrat";

function echeances({ attendu, fait: { articles } }: Contrat, annees: Definition["annees"]): Definition["echeances"] {
  const [credits, suivi, duree, denonciation] = articles;
  const yearly = annees.flatMap(({ annee, debut, fin }, rank) => [
    ...(attendu.credits[rank]?.[1] === "provisionnel"
      ? [{ id: `avenant-${annee}`, intitule: "Échéance", article: credits, date: debut }]
      : []),
    { id: `indicateurs-${annee}`, intitule: "Échéance", article: suivi, date: fin },
  ]);
  const [, fin] = attendu.periode;
  return [
    ...yearly,
    { id: "rapport-execution", intitule: "Échéance", article: suivi, date: attendu.rapport },
    { id: "denonciation", intitule: "Échéance", article: denonciation, date: attendu.denonciation },
    { id: "fin-du-contrat", intitule: "Échéance", article: duree, date: fin },
  ];
}

function repartitionDe(
  { attendu: { repartition }, fait }: Contrat,
  rank: number,
): Pick<Definition["creditsEtat"][number], "repartition"> {
  const parts =
    fait.repartitions?.[rank]?.map((montant, index) => [index + 1, montant] as const) ??
    (rank === 0 ? repartition : null);
  return parts ? { repartition: parts.map(([axe, montant]) => ({ axe, montant })) } : {};
}

/** Of the actions, or above them where that is what was settled. */
function montantsDe({
  attendu,
  fait: { plan, regleParAxe },
}: Contrat): Pick<Definition, "actions" | "montantsPour" | "enveloppes"> {
  const actions = actionsOf(plan);
  if (!regleParAxe) return { actions };
  const ofAxe = (axe: number, annee: number): number =>
    actions
      .filter((action) => action.axe === axe)
      .flatMap(({ montants }) => montants.filter((each) => each.annee === annee))
      .reduce((sum, { collectivite }) => sum + collectivite, 0);
  return {
    actions: actions.map((action) => ({
      ...action,
      montants: action.montants.map(({ annee }) => ({ annee, etat: 0, collectivite: 0 })),
    })),
    montantsPour: "axe",
    enveloppes: axesOf(plan).map(({ numero }) => ({
      id: `part-${attendu.designation.toLowerCase().replaceAll("é", "e")}-de-l-axe-${numero}`,
      intitule: `Part ${attendu.designation} de l’axe ${numero}`,
      financeur: attendu.designation,
      axe: numero,
      montants: plan.annees.map((annee, rank) => ({
        annee,
        montant: ofAxe(numero, annee),
        statut: attendu.credits[rank]?.[1] ?? "ferme",
      })),
    })),
  };
}

export function definitionJuste(contrat: Contrat): Definition {
  const { attendu, fait } = contrat;
  const [debut, fin] = attendu.periode;
  const annees = attendu.annees.map((annee) =>
    debut.endsWith("-01-01")
      ? { annee, debut: `${annee}-01-01`, fin: `${annee}-12-31` }
      : { annee, debut: `${annee}${debut.slice(4)}`, fin: monthsBefore(`${annee + 1}${debut.slice(4)}`, 1) },
  );
  const person = ([representant, qualite]: Personne) => ({ representant, qualite });
  const [first, ...others] = fait.etat;
  const { titulaire = "À préciser", domiciliation = "À préciser" } = fait;
  return {
    id: "juste",
    intitule: "Contrat juste",
    etat: { nom: "État", ...(first && person(first)) },
    collectivite: {
      ...person(fait.local),
      nom: attendu.nom,
      designation: attendu.designation,
      motsColonne: [fait.plan.local, attendu.nom],
    },
    signataires: [
      ...others.map((each) => ({ nom: "État", ...person(each) })),
      ...(fait.autres ?? []).map(([nom, ...own]) => ({ nom, ...person(own) })),
    ],
    signeLe: attendu.signeLe,
    ...(fait.effetLe !== undefined && { effetLe: fait.effetLe }),
    periode: { debut, fin },
    annees,
    creditsEtat: attendu.credits.map(([montant, statut], rank) => ({
      annee: attendu.annees[rank] ?? 0,
      montant,
      statut,
      ...repartitionDe(contrat, rank),
    })),
    axes: axesOf(fait.plan),
    ...montantsDe(contrat),
    cofinancement: { seuil: attendu.seuil, ...(fait.niveau && { niveau: fait.niveau }) },
    ...(fait.versements && { versements: fait.versements }),
    imputation: {
      programme: attendu.programme,
      intitule: "Inclusion sociale et protection des personnes",
      lignes: attendu.codes.map(([code, axe, montant]) => ({
        annee: attendu.annees[0] ?? 0,
        axe,
        action: code.slice(6, 8),
        sousAction: code.slice(8, 10),
        intitule: "Sous-action",
        activite: code.slice(10, 12),
        intituleActivite: "Activité",
        code,
        montant,
      })),
    },
    coordonneesBancaires: {
      titulaire,
      domiciliation,
      rib: "20041 01005 0500013M026 06",
      iban: attendu.iban,
      bic: "PSSTFRPPLIL",
    },
    ordonnateur: fait.ordonnateur,
    comptable: fait.comptable,
    echeances: echeances(contrat, annees),
    reglages: { alerteSousConsommation: 0.8, alerteCible: 0.8 },
    indicateursNationaux: [],
    ...(fait.avenants && { avenants: fait.avenants }),
  };
}

/** As the parties share out what was settled above their actions: what a workbook shows. */
export function repartie({ fait: { plan } }: Contrat, convention: Convention): Convention {
  const shared = new Map(actionsOf(plan).map(({ numero, montants }) => [numero, montants]));
  const actions = convention.actions.map((action) => ({
    ...action,
    montants: (shared.get(action.numero) ?? []).map(({ annee, etat, collectivite }) => ({
      annee,
      etat: montantFromEuros(etat),
      collectivite: montantFromEuros(collectivite),
    })),
  }));
  return convention.montantsPour === "axe" ? { ...convention, actions } : convention;
}

/** What is no clause of the contract: names of files, questions, other labels. */
const NO_CLAUSE = ["id", "intitule", "origine", "questions", "sources", "relecture", "articles"];

/** All that a definition states of a contract. */
export function essence(definition: Definition): unknown {
  const { axes, actions, echeances: dates, imputation, collectivite, ...rest } = definition;
  const plain = {
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => !NO_CLAUSE.includes(key))),
    collectivite: { ...collectivite, motsColonne: [] },
    signataires: rest.signataires ?? [],
    avenants: rest.avenants ?? [],
    axes: axes.map(({ numero, intitule }) => [numero, intitule]),
    actions: actions.map(({ numero, axe, intitule, montants, indicateurs }) => [
      numero,
      axe,
      intitule,
      montants,
      indicateurs.map((each) => [each.intitule, each.t0, each.cibles]),
    ]),
    imputation: [
      imputation.programme,
      imputation.lignes.map(({ annee, axe, code, montant }) => [annee, axe, code, montant]),
    ],
    echeances: Object.fromEntries(dates.map(({ id, date, article }) => [id, [date, article]])),
  };
  return JSON.parse(
    JSON.stringify(plain)
      .replaceAll("'", "’")
      .replace(/[\u00a0\u202f]/g, " "),
  );
}

type Tree = Record<PropertyKey, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** The right value in the place that a question names: of that place, and of nothing beside it. */
function corrected(drafted: unknown, right: unknown, [key, ...path]: readonly (PropertyKey | null)[]): unknown {
  if (key === undefined || !isTree(drafted) || !isTree(right)) return right;
  if (Array.isArray(drafted)) {
    const of = (each: unknown, rank: number): unknown => {
      const { id } = each as { readonly id?: string };
      const twin =
        id === undefined
          ? (right as unknown as unknown[])[rank]
          : (right as unknown as Tree[]).find((own) => own["id"] === id);
      return (key === null || key === rank) && twin !== undefined ? corrected(each, twin, path) : each;
    };
    return drafted.map(of);
  }
  if (key === null) return drafted;
  const value = corrected(drafted[key], right[key], path);
  return { ...drafted, [key]: value };
}

function parsed(definition: Definition): Convention {
  const result = parseConvention(definition);
  if (!result.ok) throw new Error(result.message);
  return result.convention;
}

export interface Repondu {
  readonly definition: Definition;
  readonly convention: Convention;
  readonly posees: readonly string[];
}

/** Each question answered with what the contract says, and nothing else touched. */
export function repondreJuste(drafted: Definition, right: Definition): Repondu {
  const posees = questionsPosees(drafted, parsed(drafted));
  const told = posees.reduce<Definition>(
    (definition, { champ }) =>
      champ === "relecture" || champ === "document"
        ? definition
        : (corrected(definition, right, cheminDuChamp(champ)) as Definition),
    drafted,
  );
  let definition = told;
  // What stands in the definition once it is corrected is exact; correcting may take some questions away.
  const answers = questionsPosees(told, parsed(told)).map(({ key }) => ({
    key,
    answer: "exact",
    by: QUI,
    on: "2024-12-01",
  }));
  const answered = repondre(told, parsed(told), answers);
  if (!answered.ok) throw new Error(answered.message);
  ({ definition } = answered);
  return { definition, convention: parsed(definition), posees: posees.map(({ champ }) => champ) };
}
