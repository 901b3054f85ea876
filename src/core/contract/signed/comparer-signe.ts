// Holds the sheet « Contrat » against the signed contract, statement by statement.
import type { CellRef } from "../../domain/cell-ref";
import type { ClauseLue, FeuilleContrat } from "./feuille-contrat";
import { compactCompte } from "../compte-bancaire";
import { listClauses, type Clause, type ValeurClause } from "../clauses/clauses";
import { NON_RENSEIGNE, type ContratSection } from "../clauses/contrat-layout";
import type { Convention } from "../convention";
import { foldText } from "../../domain/words/label";

export type ComparaisonSigne =
  | { readonly etat: "tient" | "illisible" | "sans-colonne"; readonly clause: Clause; readonly cell: CellRef }
  | { readonly etat: "modifiee"; readonly clause: Clause; readonly lue: ClauseLue }
  /** Statements of one thing that the sheet lacks altogether; `cells` are what they belong to. */
  | {
      readonly etat: "absente";
      readonly clauses: readonly [Clause, ...Clause[]];
      readonly nom: string;
      readonly cle: string;
      readonly cells: readonly [CellRef, ...CellRef[]];
      /** The cell is the statement's own, and empty. */
      readonly estVide: boolean;
    }
  /** A section of which the sheet holds nothing that was signed any more. */
  | {
      readonly etat: "partie-absente";
      readonly clauses: readonly [Clause, ...Clause[]];
      readonly section: ContratSection;
      readonly cells: readonly [CellRef, ...CellRef[]];
    }
  /** Statements of one thing that was not signed. */
  | {
      readonly etat: "ajoutee";
      readonly clauses: readonly [ClauseLue, ...ClauseLue[]];
      readonly nom: string;
      readonly cle: string;
    };

const isClose = (left: number, right: number): boolean => Math.abs(left - right) < 5e-7;

/** Labels are the same but for case, accents, apostrophes and spaces; everything else exactly. */
function memeValeur(left: ValeurClause, right: ValeurClause): boolean {
  if (left.genre === "montant" && right.genre === "montant") return left.montant === right.montant;
  if (left.genre === "part" && right.genre === "part") return isClose(left.part, right.part);
  if (left.genre === "date" && right.genre === "date") return left.date === right.date;
  if (left.genre === "nombre" && right.genre === "nombre") {
    if (left.nombre === "nd" || right.nombre === "nd") return left.nombre === right.nombre;
    return isClose(left.nombre, right.nombre);
  }
  if (!("texte" in left) || !("texte" in right)) return false;
  if (left.genre === "texte") return foldText(left.texte) === foldText(right.texte);
  return compactCompte(left.texte) === compactCompte(right.texte);
}

/** The thing that a statement is of: an action, an indicator, a year of a row, a line; the statement itself where it stands alone. */
const THINGS: readonly RegExp[] = [
  /^actions\/\d+\/indicateurs\/\d+/,
  /^actions\/\d+\/fiche/,
  /^actions\/\d+\/autres\/[^/]+/,
  /^actions\/\d+\/sous-actions\/[^/]+/,
  /^enveloppes\/[^/]+/,
  /^enveloppes\/[^/]+\/\d+/,
  /^financeurs\/[^/]+/,
  /^signataires\/\d+/,
  /^nationaux\/\d+/,
  /^actions\/\d+/,
  /^annees\/\d+/,
  /^axes\/\d+/,
  /^imputation\/lignes\/\d+\/\d+/,
  /^echeances\/[^/]+/,
];

/** From the largest thing to the smallest. */
function thingsOf(cle: string): readonly string[] {
  const things = THINGS.flatMap((thing) => thing.exec(cle)?.[0] ?? []);
  return [...new Set(things), cle].sort((left, right) => left.length - right.length);
}

const SECTIONS: readonly (readonly [RegExp, ContratSection])[] = [
  [/^signataires\//, "signataires"],
  [/^annees\//, "annees"],
  [/^cofinancement\/seuils\//, "seuils"],
  [/^enveloppes\//, "enveloppes"],
  [/^axes\//, "axes"],
  [/^financeurs\//, "financeurs"],
  [/^actions\/\d+\/autres\//, "autres"],
  [/^actions\/\d+\/operateurs/, "operateurs"],
  [/^actions\/\d+\/sous-actions\//, "sousActions"],
  [/^actions\/\d+\/indicateurs\/\d+\/(?:unite|sens|cumul|t0\/texte|cibles\/\d+\/texte)/, "mesures"],
  [/^actions\/\d+\/indicateurs\//, "indicateurs"],
  [/^actions\/\d+\/fiche\//, "fiches"],
  [/^actions\//, "actions"],
  [/^nationaux\//, "nationaux"],
  [/^imputation\/lignes\//, "imputation"],
  [/^echeances\//, "echeances"],
];

function sectionOf(cle: string): ContratSection {
  return SECTIONS.find(([words]) => words.test(cle))?.[1] ?? "parametres";
}

/** Things that their statements do not all name alike. */
const OWN_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^annees\/(\d+)$/, "Année"],
  [/^axes\/(\d+)$/, "Axe"],
];
const IN_TWO_WORDS = /indicateurs|autres|sous-actions|^imputation\/lignes|^enveloppes\/[^/]+\/\d/;

function nameThing(clause: Clause, cle: string): string {
  for (const [thing, word] of OWN_NAMES) {
    const numero = thing.exec(cle)?.[1];
    if (numero !== undefined) return `${word} ${numero}`;
  }
  if (cle === clause.cle) return clause.libelle;
  return clause.libelle
    .split(" – ")
    .slice(0, IN_TWO_WORDS.test(cle) ? 2 : 1)
    .join(" – ");
}

/** Texts that the contract left open, its own deadlines and national indicators: the sheet may fill them in. */
function mayBeAdded(cle: string, known: ReadonlySet<string>): boolean {
  if (/^actions\/\d+\/fiche\//.test(cle)) return true;
  if (cle.startsWith("nationaux/")) return ![...known].some((each) => each.startsWith("nationaux/"));
  const echeance = /^echeances\/[^/]+/.exec(cle)?.[0];
  return echeance !== undefined && ![...known].some((each) => each.startsWith(`${echeance}/`));
}

/** That the contract fixes a date is a statement of the contract, of whatever deadline. */
export const estOrigine = (cle: string): boolean => /^echeances\/[^/]+\/origine$/.test(cle);

/** The year or the axe that a statement is of, and with which it goes. */
const OWNERS: readonly ((clause: Clause) => string | null)[] = [
  ({ sujet: { year } }) => (year === undefined ? null : `annees/${year}`),
  ({ sujet: { axe } }) => (axe === undefined ? null : `axes/${axe}`),
];

/** Groups statements that are missing, or too many, by the largest thing of which the other side has none. */
function group<C extends Clause>(clauses: readonly C[], others: ReadonlySet<string>): ReadonlyMap<string, [C, ...C[]]> {
  const groups = new Map<string, [C, ...C[]]>();
  const present = new Set([...others].flatMap(thingsOf));
  const gone = new Set(clauses.flatMap(({ cle }) => /^(?:annees|axes)\/\d+/.exec(cle)?.[0] ?? []));
  for (const clause of clauses) {
    const owner = OWNERS.map((of) => of(clause)).find((cle) => cle !== null && gone.has(cle) && !present.has(cle));
    const thing = owner ?? thingsOf(clause.cle).find((candidate) => !present.has(candidate)) ?? clause.cle;
    const own = groups.get(thing);
    if (own) own.push(clause);
    else groups.set(thing, [clause]);
  }
  return groups;
}

/** The things that the rows of a section were signed as, in the order of the sheet. */
const ROWS: Readonly<Partial<Record<ContratSection, (signe: Convention) => readonly string[]>>> = {
  annees: ({ annees }) => annees.map(({ annee }) => `annees/${annee}`),
  axes: ({ axes }) => axes.map(({ numero }) => `axes/${numero}`),
  actions: ({ actions }) => actions.map(({ numero }) => `actions/${numero}`),
  indicateurs: ({ actions }) =>
    actions.flatMap(({ numero, indicateurs }) =>
      indicateurs.map((indicateur) => `actions/${numero}/indicateurs/${indicateur.numero}`),
    ),
  seuils: ({ cofinancement }) =>
    (cofinancement.seuils ?? []).map(({ axe, annee }) => `cofinancement/seuils/${axe ?? "tous"}/${annee ?? "toutes"}`),
  enveloppes: ({ enveloppes = [] }) =>
    enveloppes.flatMap(({ id, montants }) => montants.map(({ annee }) => `enveloppes/${id}/${annee}`)),
  sousActions: ({ actions }) =>
    actions.flatMap(({ numero, sousActions = [] }) =>
      sousActions.map((sousAction) => `actions/${numero}/sous-actions/${sousAction.numero}`),
    ),
  imputation: ({ imputation }) => imputation.lignes.map(({ annee, axe }) => `imputation/lignes/${annee}/${axe}`),
  echeances: ({ echeances }) => echeances.map(({ id }) => `echeances/${id}`),
  fiches: ({ actions }) => actions.flatMap(({ numero, fiche }) => (fiche ? [`actions/${numero}/fiche`] : [])),
};

/** Of the row that was of what is gone, where the sheet has as many rows as were signed: its number was changed. */
function renumbered(cle: string, signe: Convention, numeros: FeuilleContrat["numeros"]): readonly CellRef[] {
  for (const [section, listSigned] of Object.entries(ROWS)) {
    const rows = numeros?.get(section as ContratSection) ?? [];
    const signed = listSigned(signe);
    const rank = signed.findIndex((own) => own === cle || own.startsWith(`${cle}/`));
    if (rank >= 0 && rows.length === signed.length) return rows[rank] ?? [];
  }
  return [];
}

type Groups = readonly (readonly [string, [Clause, ...Clause[]]])[];

/** Several things that are all that a section was signed with: it is the section that is gone. */
function bySection(groups: ReadonlyMap<string, [Clause, ...Clause[]]>, kept: ReadonlySet<ContratSection>) {
  const sections = new Map<ContratSection, [Clause, ...Clause[]][]>();
  const apart: (readonly [string, [Clause, ...Clause[]]])[] = [];
  for (const [cle, own] of groups) {
    const section = sectionOf(own[0].cle);
    if (section === "parametres" || kept.has(section)) apart.push([cle, own]);
    else sections.set(section, [...(sections.get(section) ?? []), own]);
  }
  const whole: (readonly [ContratSection, [Clause, ...Clause[]]])[] = [];
  for (const [section, [first, ...others]] of sections) {
    if (!first) continue;
    if (others.length > 0) whole.push([section, [...first, ...others.flat()]]);
    else apart.push([[...groups].find(([, own]) => own === first)?.[0] ?? first[0].cle, first]);
  }
  return { whole, apart: apart as Groups };
}

/**
 * `signe` has no avenants; `enVigueur` is what those in force made of it: what the sheet says of either holds. Settings are
 * left out. In the order of the sheet, what was added last.
 */
export function comparerAuSigne(
  signe: Convention,
  enVigueur: Convention,
  { clauses = [], titres, range, numeros, vides }: FeuilleContrat,
): readonly ComparaisonSigne[] {
  const lues = new Map<string, ClauseLue[]>();
  for (const clause of clauses) lues.set(clause.cle, [...(lues.get(clause.cle) ?? []), clause]);
  const now = new Map(listClauses(enVigueur).map((clause) => [clause.cle, clause]));
  const signed = listClauses(signe).filter(({ reglage, horsFeuille }) => !reglage && !horsFeuille);
  const known = new Set(signed.map(({ cle }) => cle));
  const compared = signed.flatMap((clause) =>
    // A row that stands twice is compared twice.
    (lues.get(clause.cle) ?? []).map((lue): ComparaisonSigne => {
      const { cell } = lue;
      if (lue.sansColonne) return { etat: "sans-colonne", clause, cell };
      if (!lue.lisible) return { etat: "illisible", clause, cell };
      const current = now.get(clause.cle);
      const holds = memeValeur(lue.valeur, clause.valeur) || (current && memeValeur(lue.valeur, current.valeur));
      return holds ? { etat: "tient", clause, cell } : { etat: "modifiee", clause, lue };
    }),
  );
  // What an avenant has ended may have left the sheet.
  const missing = signed.filter(({ cle }) => !lues.has(cle) && now.has(cle));
  const firstCell: CellRef = { sheet: range.sheet, row: range.top, column: range.left };
  const kept = new Set(signed.filter(({ cle }) => lues.has(cle)).map(({ cle }) => sectionOf(cle)));
  const { whole, apart } = bySection(group(missing, new Set(lues.keys())), kept);
  const sections = whole.map(([section, own]): ComparaisonSigne => {
    return { etat: "partie-absente", section, clauses: own, cells: [titres?.get(section) ?? firstCell] };
  });
  const absent = apart.map(([cle, own]): ComparaisonSigne => {
    const [first, ...more] = own;
    const vide = more.length === 0 ? vides?.get(first.cle) : undefined;
    const near = [...thingsOf(first.cle)]
      .reverse()
      .map((thing) => clauses.find((lue) => lue.cle.startsWith(`${thing}/`)));
    const cell = near.find((lue) => lue !== undefined)?.cell ?? titres?.get(sectionOf(first.cle));
    const [row, ...others] = renumbered(cle, signe, numeros);
    return {
      etat: "absente",
      clauses: own,
      nom: nameThing(first, cle),
      cle,
      cells: vide ? [vide] : row ? [row, ...others] : [cell ?? firstCell],
      estVide: vide !== undefined,
    };
  });
  const extra = clauses.filter(({ cle, reglage, valeur, lisible, sansColonne }) => {
    if (reglage || known.has(cle) || !lisible || sansColonne) return false;
    if (mayBeAdded(cle, known) && !estOrigine(cle)) return false;
    if ("texte" in valeur && valeur.texte === NON_RENSEIGNE) return false;
    const current = now.get(cle);
    return !current || !memeValeur(current.valeur, valeur);
  });
  const added = [...group(extra, known)].map(([cle, own]): ComparaisonSigne => ({
    etat: "ajoutee",
    clauses: own,
    nom: nameThing(own[0], cle),
    cle,
  }));
  return [...compared, ...sections, ...absent, ...added];
}
