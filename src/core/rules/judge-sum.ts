// A row of sums against the rows that it should add, whatever they are of: an axe's, or the whole table's.
import { isOwedBy } from "../domain/contrat/contracted-cells";
import type { Convention } from "../contract/convention";
import { setTo } from "../facts/corrected-fact";
import { correctSum } from "../why/correct-sum";
import type { SommeDACote } from "../facts/lines/beside-sums";
import type { MontantCell, TableauBudgetaire } from "../domain/dossier";
import { lireEnsemble, type Lecture } from "../facts/lecture";
import { addMontants, montantFromCentimes, type Montant } from "../domain/values/montant";
import { EUROS, type Unite } from "../domain/values/unite";
import type { TableMontants } from "../facts/lines/amount-tables";
import { describeRowsNotRecognised } from "../facts/lines/demandes";
import { nameActionRows } from "../facts/lines/budget-lines";
import type { Groupe } from "../facts/lines/groupes";
import type { SommeDemandee } from "../facts/lines/displayed-sums";
import type { SommeRecapitulee, TableRecap } from "../facts/lines/recap-sums";
import { areAsContracted, compareSomme, sansLignesInconnues, unreadableReason } from "../facts/lines/sums";
import { sumFormula } from "../domain/formulas/sum-formula";
import { unitAt } from "../facts/lines/table-places";
import { nameInSentence } from "../facts/lines/name-entree";
import { slug } from "../domain/words/typographie";
import { HOLDS, notComparable, slipOf, type Judge, type NotComparable, type Report, type RuleMeta } from "./rule";
import type { Fix } from "../verification";

/** What a rule of sums says, each in its own words. */
export type SumMeta = Omit<RuleMeta, "messages"> & {
  readonly messages: {
    readonly faux: { readonly text: "{place} {found} {expected} {gap}" };
    readonly "non-renseigne": { readonly text: "{place} {found} {expected}" };
    readonly "sans-ligne": { readonly text: "{found} {ligne}" };
    readonly "en-milliers": { readonly text: "{nom} {found}" };
  };
};

type Rows = readonly { readonly index: number | null; readonly cell: MontantCell }[];

/** The one row without which the sum is the one that is shown; null for none, and where several would do. */
function findOmitted(entrees: Rows, found: number | null, expected: number): number | null {
  if (found === null || found >= expected) return null;
  const fitting = entrees.filter(({ cell: { lu } }) => lu.kind === "montant" && lu.montant === expected - found);
  const [only, another] = fitting;
  return only && !another ? only.index : null;
}

/** Several typed sums that all leave out the same row are one slip. */
function slipOfRow(
  { tableau, key }: TableMontants,
  omitted: number,
): { readonly slip: NonNullable<Report<SumMeta>["slip"]> } {
  const row = nameActionRows(tableau.lignesAction)[omitted];
  const place = row?.ligne.action?.numero ?? slug(row?.ligne.label.text ?? "");
  const own = ["sans-ligne", key, place].filter((part) => part !== null).join("-");
  const ligne = nameInSentence(row?.nom ?? "");
  return {
    slip: {
      key: own,
      together: (cells, fix) => ({
        message: "sans-ligne",
        subject: {},
        key: own,
        cells,
        fix,
        figures: { unit: "nombre", found: cells.length, expected: 0 },
        data: { ligne },
      }),
    },
  };
}

/** An executed amount that is due and not given, which is said of its year: a greater sum may hold it. */
function findLacking(lecture: Lecture, { tableau }: TableMontants, { entrees, annee, colonne }: Groupe): string | null {
  const lacking = entrees.find(({ cell, index }) =>
    isOwedBy(tableau.lignesAction[index]?.action ?? null, annee, colonne, lecture.montant(cell)),
  );
  return lacking ? lacking.ligne.nom : null;
}

export function judgeSum(convention: Convention, table: TableMontants, sum: SommeDemandee): Judge<SumMeta> {
  return (lecture) => {
    if (sum.cell === null) return notComparable(sum.pourquoi);
    const { cell, groupe, place, identity } = sum;
    const compared = compareSomme(lecture, cell, groupe, place);
    if (compared.kind === "tenue") return HOLDS;
    if (compared.kind === "inconnue") return notComparable(compared.pourquoi);
    const { found, expected } = compared;
    const lacking =
      table.key !== null && found !== null && found > expected ? findLacking(lecture, table, groupe) : null;
    if (lacking !== null) return notComparable(`${place} : montant non renseigné (${lacking}).`);
    return () => {
      const omitted = cell.formula === null ? findOmitted(groupe.entrees, found, expected) : null;
      const asContracted = table.key === null ? () => areAsContracted(groupe) : null;
      return {
        message: found === null ? "non-renseigne" : "faux",
        ...identity,
        cells: [cell.ref],
        figures: { unit: "montant", found, expected },
        data: { place },
        corrected: setTo(cell, expected),
        ...(omitted !== null && slipOfRow(table, omitted)),
        ...correctSum(convention, table.tableau, cell, { found, expected, asContracted }),
      };
    };
  };
}

/** Unless some of the rows were not understood. */
function holdsWithAllRows(tableau: TableauBudgetaire, place: string): typeof HOLDS | NotComparable {
  const compared = sansLignesInconnues(tableau, place);
  return compared.kind === "inconnue" ? notComparable(compared.pourquoi) : HOLDS;
}

/**
 * Judges a total beside the parts (other financing, payments) by the sum of its column: the contract states none of
 * these.
 */
export function judgeBesideSum(sum: SommeDACote, table: TableMontants): Judge<SumMeta> {
  const { place, subject, key, cell, rows } = sum;
  return (lecture) => {
    if (rows === null) return notComparable(`${place} : les montants à additionner ne sont pas tous dans sa colonne.`);
    const under = lireEnsemble(
      lecture,
      rows.map((row) => row.cell),
    );
    const shown = lecture.montant(cell);
    if ([shown, under].some(({ kind }) => kind === "unreadable")) {
      return notComparable(`${place} : un des montants est illisible.`);
    }
    const found = shown.kind === "montant" ? shown.montant : null;
    const expected = under.kind === "montant" ? under.montant : montantFromCentimes(0);
    if (found === expected || (found === null && expected === 0)) return holdsWithAllRows(table.tableau, place);
    return () => {
      const omitted = cell.formula === null ? findOmitted(rows, found, expected) : null;
      return {
        message: found === null ? "non-renseigne" : "faux",
        subject,
        key,
        cells: [cell.ref],
        figures: { unit: "montant", found, expected },
        data: { place },
        ...(omitted !== null && slipOfRow(table, omitted)),
      };
    };
  };
}

/** Centimes: in thousands figures are often typed without their decimals. */
const roundingIn = (unit: Unite): number => (unit === "€" ? 0 : (100 * EUROS[unit]) / 2);

function isShownAs(found: Montant | null, expected: Montant, unit: Unite): boolean {
  return found === null ? expected === 0 : Math.abs(found - expected) <= roundingIn(unit);
}

/** The amount was typed in thousands, rounded as they are there, where nothing says so. */
const isInThousandsOf = (found: Montant | null, expected: Montant): boolean =>
  found !== null && found > 0 && isShownAs(montantFromCentimes(1000 * found), expected, "k€");

/** A formula gives way to one that adds the actions, where one plain sum can. */
function fixOfRecap(
  { tableau, source }: TableRecap,
  { cell, groupes }: SommeRecapitulee,
  montant: Montant,
): { readonly fix?: readonly Fix[] } {
  const unit = unitAt(tableau, cell.ref);
  if (cell.formula === null) return { fix: [{ cell: cell.ref, montant, unit }] };
  const refs = (groupes ?? []).flatMap(({ entrees }) => entrees.map((entree) => entree.cell.ref));
  if (refs.some((ref) => unitAt(source, ref) !== unit)) return {};
  const formula = sumFormula(refs, cell.ref.sheet);
  return formula === null ? {} : { fix: [{ cell: cell.ref, formula }] };
}

/** Whether the gap may come from rows of which nothing tells the axe: some of them may be counted in the sum. */
const mayCountSome = (gap: number, other: Montant, unit: Unite): boolean =>
  other !== 0 && gap >= Math.min(0, other) - roundingIn(unit) && gap <= Math.max(0, other) + roundingIn(unit);

/** The sum of these groups, or the words of what cannot be read in them. */
function addUp(lecture: Lecture, groupes: readonly Groupe[], place: string): Montant | NotComparable {
  const amounts: Montant[] = [];
  for (const groupe of groupes) {
    const under = lecture.somme(groupe);
    if (under.kind === "unreadable") return notComparable(unreadableReason(place, under.noms));
    amounts.push(under.montant);
  }
  return addMontants(montantFromCentimes(0), ...amounts);
}

/** Judges a sum of a recapitulation by the actions of the table that it sums up. */
export function judgeRecapSum(table: TableRecap, sum: SommeRecapitulee): Judge<SumMeta> {
  const { place, subject, key, cell, groupes, sansAxe } = sum;
  const { tableau, source, nom, nomSource } = table;
  return (lecture) => {
    if (groupes === null) return notComparable(`${place} : rien à additionner dans le ${nomSource}.`);
    const shown = lecture.montant(cell);
    if (shown.kind === "unreadable") return notComparable(unreadableReason(place, []));
    const expected = addUp(lecture, groupes, place);
    const other = addUp(lecture, sansAxe, place);
    if (typeof expected !== "number") return expected;
    if (typeof other !== "number") return other;
    const found = shown.kind === "montant" ? shown.montant : null;
    const unit = unitAt(tableau, cell.ref);
    if (isShownAs(found, expected, unit)) return holdsWithAllRows(source, place);
    if (mayCountSome((found ?? 0) - expected, other, unit)) {
      const unknown =
        describeRowsNotRecognised(source) ?? `l’axe d’une partie des actions du ${nomSource} n’est pas connu`;
      return notComparable(`${place} : ${unknown}.`);
    }
    return () => ({
      message: found === null ? "non-renseigne" : "faux",
      subject,
      key,
      cells: [cell.ref],
      figures: { unit: "montant", found, expected },
      data: { place },
      corrected: setTo(cell, expected),
      ...fixOfRecap(table, sum, expected),
      ...(isInThousandsOf(found, expected) && { slip: slipOf(`${key}-en-milliers`, "en-milliers", { nom }) }),
    });
  };
}
