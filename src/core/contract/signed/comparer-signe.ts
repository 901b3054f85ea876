// Holds the sheet « Contrat » against the signed contract, statement by statement.
import { groupBy } from "../../domain/group-by";
import type { CellRef } from "xlsx-model/cell-ref";
import type { ClauseLue, FeuilleContrat } from "./feuille-contrat";
import { compactCompte } from "../compte-bancaire";
import type { Clause, ValeurClause } from "../clauses/clause";
import { CHOSES } from "../clauses/choses";
import { listChoses, listClauses } from "../clauses/list-clauses";
import type { ContratSection } from "../clauses/section-titles";
import { NON_RENSEIGNE } from "../clauses/sheet-words";
import { keyPattern } from "../clauses/template";
import { groupesDe, typeDe } from "../clauses/types-de-clause";
import type { Convention } from "../convention";
import { foldNom } from "./meme-contrat";

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

/** Labels are the same but for case, accents, apostrophes, dashes and spaces; everything else exactly. */
export function memeValeur(left: ValeurClause, right: ValeurClause): boolean {
  if (left.genre === "montant" && right.genre === "montant") return left.montant === right.montant;
  if (left.genre === "part" && right.genre === "part") return isClose(left.part, right.part);
  if (left.genre === "date" && right.genre === "date") return left.date === right.date;
  if (left.genre === "nombre" && right.genre === "nombre") {
    if (left.nombre === "nd" || right.nombre === "nd") return left.nombre === right.nombre;
    return isClose(left.nombre, right.nombre);
  }
  if (!("texte" in left) || !("texte" in right)) return false;
  if (left.genre === "texte") return foldNom(left.texte) === foldNom(right.texte);
  return compactCompte(left.texte) === compactCompte(right.texte);
}

/** What a clause is of, from the largest thing to the smallest: an action, an indicator, a year of a row; the clause itself last. */
function thingsOf(cle: string): readonly string[] {
  const parts = cle.split("/");
  return [...new Set([...groupesDe(cle).map(([count]) => parts.slice(0, count).join("/")), cle])];
}

const sectionOf = (cle: string): ContratSection => typeDe(cle)?.section ?? "parametres";

/** Things that their clauses do not all name alike. */
const APPELS = CHOSES.flatMap(({ appel, cle }) => (appel === undefined ? [] : [{ appel, pattern: keyPattern(cle) }]));

/** "Action 3 – indicateur 1": the first words of its clauses. */
function nameThing({ key, label }: Clause, cle: string): string {
  const parts = cle.split("/");
  const own = APPELS.find(({ pattern }) => pattern.test(cle));
  if (own) return `${own.appel} ${parts.at(-1)}`;
  const [, words] = groupesDe(key).find(([count]) => count === parts.length) ?? [];
  return cle === key || words === undefined ? label : label.split(" – ").slice(0, words).join(" – ");
}

/** Texts that the contract left open, its own deadlines and national indicators: the sheet may fill them in. */
function mayBeAdded(cle: string, known: ReadonlySet<string>): boolean {
  const section = sectionOf(cle);
  if (section === "fiches") return true;
  if (section === "nationaux") return ![...known].some((each) => each.startsWith("nationaux/"));
  const echeance = /^echeances\/[^/]+/.exec(cle)?.[0];
  return echeance !== undefined && ![...known].some((each) => each.startsWith(`${echeance}/`));
}

/** That the contract fixes a date is a statement of the contract, of whatever deadline. */
export const estOrigine = (cle: string): boolean => /^echeances\/[^/]+\/origine$/.test(cle);

/** The year or the axe that a statement is of, and with which it goes. */
const OWNERS: readonly ((clause: Clause) => string | null)[] = [
  ({ subject: { year } }) => (year === undefined ? null : `annees/${year}`),
  ({ subject: { axe } }) => (axe === undefined ? null : `axes/${axe}`),
];

/** Groups statements that are missing, or too many, by the largest thing of which the other side has none. */
function group<C extends Clause>(
  clauses: readonly C[],
  others: ReadonlySet<string>,
): ReadonlyMap<string, readonly [C, ...C[]]> {
  const present = new Set([...others].flatMap(thingsOf));
  const gone = new Set(clauses.flatMap(({ key }) => /^(?:annees|axes)\/\d+/.exec(key)?.[0] ?? []));
  return groupBy(clauses, (clause) => {
    const owner = OWNERS.map((of) => of(clause)).find((cle) => cle !== null && gone.has(cle) && !present.has(cle));
    return owner ?? thingsOf(clause.key).find((candidate) => !present.has(candidate)) ?? clause.key;
  });
}

/** Of the row that was of what is gone, where the sheet has as many rows as were signed: its number was changed. */
function renumbered(cle: string, signe: Convention, numeros: FeuilleContrat["numeros"]): readonly CellRef[] {
  const rangees = listChoses(signe).filter(({ chose }) => chose.rangee);
  for (const section of new Set(rangees.map(({ chose }) => chose.section))) {
    const rows = numeros?.get(section) ?? [];
    const signed = rangees.filter(({ chose }) => chose.section === section).map(({ key }) => key);
    const rank = signed.findIndex((own) => own === cle || own.startsWith(`${cle}/`));
    if (rank >= 0 && rows.length === signed.length) return rows[rank] ?? [];
  }
  return [];
}

/** What is gone, with the statements that it made. */
type Gone<Of> = readonly [of: Of, clauses: readonly [Clause, ...Clause[]]];

/** Several things that are all that a section was signed with: it is the section that is gone. */
function bySection(
  groups: readonly Gone<string>[],
  kept: ReadonlySet<ContratSection>,
): { readonly whole: readonly Gone<ContratSection>[]; readonly apart: readonly Gone<string>[] } {
  const isKept = ([, [{ key }]]: Gone<string>): boolean => sectionOf(key) === "parametres" || kept.has(sectionOf(key));
  const sections = groupBy(
    groups.filter((each) => !isKept(each)),
    ([, [{ key }]]) => sectionOf(key),
  );
  return {
    whole: [...sections].flatMap(([section, [[, first], ...others]]): Gone<ContratSection>[] =>
      others.length > 0 ? [[section, [...first, ...others.flatMap(([, own]) => own)]]] : [],
    ),
    apart: [...groups.filter(isKept), ...[...sections.values()].filter(({ length }) => length === 1).flat()],
  };
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
  const lues = groupBy(clauses, ({ key }) => key);
  const now = new Map(listClauses(enVigueur).map((clause) => [clause.key, clause]));
  const signed = listClauses(signe).filter(({ setting, offSheet }) => !setting && !offSheet);
  const known = new Set(signed.map(({ key }) => key));
  const compared = signed.flatMap((clause) =>
    // A row that stands twice is compared twice.
    (lues.get(clause.key) ?? []).map((lue): ComparaisonSigne => {
      const { cell } = lue;
      if (lue.sansColonne) return { etat: "sans-colonne", clause, cell };
      if (!lue.lisible) return { etat: "illisible", clause, cell };
      const current = now.get(clause.key);
      const holds = memeValeur(lue.value, clause.value) || (current && memeValeur(lue.value, current.value));
      return holds ? { etat: "tient", clause, cell } : { etat: "modifiee", clause, lue };
    }),
  );
  // What an avenant has ended may have left the sheet.
  const missing = signed.filter(({ key }) => !lues.has(key) && now.has(key));
  const firstCell: CellRef = { sheet: range.sheet, row: range.top, column: range.left };
  const kept = new Set(signed.filter(({ key }) => lues.has(key)).map(({ key }) => sectionOf(key)));
  const { whole, apart } = bySection([...group(missing, new Set(lues.keys()))], kept);
  const sections = whole.map(([section, own]): ComparaisonSigne => {
    return { etat: "partie-absente", section, clauses: own, cells: [titres?.get(section) ?? firstCell] };
  });
  const absent = apart.map(([cle, own]): ComparaisonSigne => {
    const [first, ...more] = own;
    const vide = more.length === 0 ? vides?.get(first.key) : undefined;
    const near = [...thingsOf(first.key)]
      .reverse()
      .map((thing) => clauses.find((lue) => lue.key.startsWith(`${thing}/`)));
    const cell = near.find((lue) => lue !== undefined)?.cell ?? titres?.get(sectionOf(first.key));
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
  const extra = clauses.filter(({ key, setting, value, lisible, sansColonne }) => {
    if (setting || known.has(key) || !lisible || sansColonne) return false;
    if (mayBeAdded(key, known) && !estOrigine(key)) return false;
    if ("texte" in value && value.texte === NON_RENSEIGNE) return false;
    const current = now.get(key);
    return !current || !memeValeur(current.value, value);
  });
  const added = [...group(extra, known)].map(([cle, own]): ComparaisonSigne => ({
    etat: "ajoutee",
    clauses: own,
    nom: nameThing(own[0], cle),
    cle,
  }));
  return [...compared, ...sections, ...absent, ...added];
}
