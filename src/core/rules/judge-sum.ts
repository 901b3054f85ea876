// Compares a displayed sum with the rows that it should add: those of an axe, or of the whole table.
import type { Convention } from "../contract/convention";
import { isOwedBy } from "../domain/contrat/contracted-cells";
import { sumFormula } from "xlsx-model/formula-text/sum-formula";
import { addMontants, montantFromCentimes, ZERO, type Montant } from "../domain/values/montant";
import { EUROS, type Unite } from "../domain/values/unite";
import { slug } from "../domain/words/typographie";
import type { AskedSum, NoSum, PlainSum, RecapSum } from "../facts/asked-sums";
import { colonneOf } from "../facts/bands";
import { setTo } from "../facts/corrected-fact";
import type { ActionRow, Row, YearFact } from "../facts/fact";
import type { FactTable, RecapTable } from "../facts/fact-tables";
import type { Group } from "../facts/groups";
import { namesUnreadable, readTogether, type Lecture } from "../facts/lecture";
import { BUDGET, describeRowsNotRecognised, EXECUTION } from "../facts/lines/demandes";
import { nameInSentence } from "../facts/lines/name-fact";
import { areAsContracted, compareSomme, sansLignesInconnues, unreadableReason } from "../facts/lines/sums";
import type { TableauBudgetaire } from "../domain/dossier";
import type { Fix } from "../verification";
import { correctSum } from "../why/correct-sum";
import {
  HOLDS,
  notComparable,
  slipOf,
  type About,
  type Judge,
  type NotComparable,
  type Report,
  type RuleMeta,
} from "./rule";

/** Of the budget the place is told too: what a sheet says of its axes and years knows what was not compared. */
export const aboutSum = (sum: AskedSum | NoSum | PlainSum, { kind }: FactTable): About =>
  "identity" in sum && kind === "budget" ? { nom: sum.place, subject: sum.identity.subject } : sum.place;

/** What a rule of sums says, each in its own words. */
export type SumMeta = Omit<RuleMeta, "messages"> & {
  readonly messages: {
    readonly faux: { readonly text: "{place} {found} {expected} {gap}" };
    readonly "non-renseigne": { readonly text: "{place} {found} {expected}" };
    readonly "sans-ligne": { readonly text: "{found} {ligne}" };
    readonly "en-milliers": { readonly text: "{nom} {found}" };
  };
};

/** The one action that, left out, makes the sum that is shown; null where there is none, and where several would do. */
function findOmitted(facts: readonly YearFact[], found: number | null, expected: number): ActionRow | null {
  if (found === null || found >= expected) return null;
  const fitting = facts.filter(({ known }) => known.value === expected - found);
  const [only, another] = fitting;
  return only && !another && isActionRow(only.row) ? only.row : null;
}

const isActionRow = (row: Row): row is ActionRow => row.kind === "action";

/** Several typed sums that all leave out the same row are one slip. */
function slipOfRow(
  { key }: FactTable,
  { ligne: { ligne, nom } }: ActionRow,
): { readonly slip: NonNullable<Report<SumMeta>["slip"]> } {
  const place = ligne.action?.numero ?? slug(ligne.label.text);
  const own = ["sans-ligne", key, place].filter((part) => part !== null).join("-");
  const named = nameInSentence(nom);
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
        data: { ligne: named },
      }),
    },
  };
}

/** An executed amount that is due and not given is told for its year; a sum that is greater may hold it. */
function findLacking(lecture: Lecture, { facts }: Group): string | null {
  const lacking = facts.find((fact) => {
    const { action } = fact.row;
    return isOwedBy(action, fact.year, colonneOf(fact), lecture.montant(fact.cell));
  });
  return lacking ? lacking.row.ligne.nom : null;
}

export function judgeSum(convention: Convention, table: FactTable, sum: AskedSum | NoSum): Judge<SumMeta> {
  return (lecture) => {
    if ("pourquoi" in sum) return notComparable(sum.pourquoi);
    const { fact, group, place, identity } = sum;
    const { cell } = fact;
    const compared = compareSomme(lecture, cell, group, place);
    if (compared.kind === "tenue") return HOLDS;
    if (compared.kind === "inconnue") return notComparable(compared.pourquoi);
    const { found, expected } = compared;
    const lacking = table.key !== null && found !== null && found > expected ? findLacking(lecture, group) : null;
    if (lacking !== null) return notComparable(`${place} : montant non renseigné (${lacking}).`);
    return () => {
      const omitted = cell.formula === null ? findOmitted(group.facts, found, expected) : null;
      const asContracted = table.key === null ? () => areAsContracted(group) : null;
      return {
        message: found === null ? "non-renseigne" : "faux",
        ...identity,
        cells: [cell.ref],
        figures: { unit: "montant", found, expected },
        data: { place },
        corrected: setTo(cell, expected),
        ...(omitted !== null && slipOfRow(table, omitted)),
        ...correctSum(convention, table, fact, { found, expected, asContracted }),
      };
    };
  };
}

/** Unless some of the rows were not understood. */
function holdsWithAllRows(tableau: TableauBudgetaire, place: string): typeof HOLDS | NotComparable {
  const compared = sansLignesInconnues(tableau, place);
  return compared.kind === "inconnue" ? notComparable(compared.pourquoi) : HOLDS;
}

/** Judges a total beside the parts, or of some actions only, by the sum of its column: the contract states none of these. */
export function judgePlainSum(sum: PlainSum, table: FactTable): Judge<SumMeta> {
  const { place, identity, fact, addends } = sum;
  const { cell } = fact;
  return (lecture) => {
    if (addends === null)
      return notComparable(`${place} : les montants à additionner ne sont pas tous dans sa colonne.`);
    const under = readTogether(
      lecture,
      addends.map((addend) => addend.cell),
    );
    const shown = lecture.montant(cell);
    if ([shown, under].some(({ reason }) => reason === "unreadable")) {
      return notComparable(`${place} : un des montants est illisible.`);
    }
    const found = shown.value ?? null;
    const expected = under.value ?? ZERO;
    if (found === expected || (found === null && expected === 0)) return holdsWithAllRows(table.tableau, place);
    return () => {
      const omitted = cell.formula === null ? findOmitted(addends, found, expected) : null;
      return {
        message: found === null ? "non-renseigne" : "faux",
        ...identity,
        cells: [cell.ref],
        figures: { unit: "montant", found, expected },
        data: { place },
        ...(omitted !== null && slipOfRow(table, omitted)),
      };
    };
  };
}

/** The rounding that is allowed, in centimes: amounts in thousands are often typed without decimals. */
const roundingIn = (unit: Unite): number => (unit === "€" ? 0 : (100 * EUROS[unit]) / 2);

function isShownAs(found: Montant | null, expected: Montant, unit: Unite): boolean {
  return found === null ? expected === 0 : Math.abs(found - expected) <= roundingIn(unit);
}

/** The amount was typed in thousands, rounded as they are there, where nothing says so. */
const isInThousandsOf = (found: Montant | null, expected: Montant): boolean =>
  found !== null && found > 0 && isShownAs(montantFromCentimes(1000 * found), expected, "k€");

/** A formula is replaced by one that adds the actions, where one plain sum can do so. */
function fixOfRecap({ fact, groups }: RecapSum, montant: Montant): { readonly fix?: readonly Fix[] } {
  const { cell, unit } = fact;
  if (cell.formula === null) return { fix: [{ cell: cell.ref, montant, unit }] };
  const facts = (groups ?? []).flatMap((group) => group.facts);
  if (facts.some((addend) => addend.unit !== unit)) return {};
  const formula = sumFormula(
    facts.map((addend) => addend.cell.ref),
    cell.ref.sheet,
  );
  return formula === null ? {} : { fix: [{ cell: cell.ref, formula }] };
}

/** Whether the gap may come from rows of which nothing tells the axe: some of them may be counted in the sum. */
const mayCountSome = (gap: number, other: Montant, unit: Unite): boolean =>
  other !== 0 && gap >= Math.min(0, other) - roundingIn(unit) && gap <= Math.max(0, other) + roundingIn(unit);

/** The sum of these groups, or why it is not known: which amount among them cannot be read. */
function addUp(lecture: Lecture, groups: readonly Group[], place: string): Montant | NotComparable {
  const amounts: Montant[] = [];
  for (const group of groups) {
    const under = lecture.somme(group);
    if (under.value === null) return notComparable(unreadableReason(place, namesUnreadable(group)));
    amounts.push(under.value);
  }
  return addMontants(ZERO, ...amounts);
}

/** Judges a sum of a recapitulation by the actions of the table that it sums up. */
export function judgeRecapSum({ nom, source }: RecapTable, sum: RecapSum): Judge<SumMeta> {
  const { place, identity, fact, groups, sansAxe } = sum;
  const { cell, unit } = fact;
  const nomSource = source.kind === "budget" ? BUDGET : EXECUTION;
  return (lecture) => {
    if (groups === null) return notComparable(`${place} : rien à additionner dans le ${nomSource}.`);
    const shown = lecture.montant(cell);
    if (shown.reason === "unreadable") return notComparable(unreadableReason(place, []));
    const expected = addUp(lecture, groups, place);
    const other = addUp(lecture, sansAxe, place);
    if (typeof expected !== "number") return expected;
    if (typeof other !== "number") return other;
    const found = shown.reason === null ? shown.value : null;
    if (isShownAs(found, expected, unit)) return holdsWithAllRows(source.tableau, place);
    if (mayCountSome((found ?? 0) - expected, other, unit)) {
      const unknown =
        describeRowsNotRecognised(source.tableau) ?? `l’axe d’une partie des actions du ${nomSource} n’est pas connu`;
      return notComparable(`${place} : ${unknown}.`);
    }
    return () => ({
      message: found === null ? "non-renseigne" : "faux",
      ...identity,
      cells: [cell.ref],
      figures: { unit: "montant", found, expected },
      data: { place },
      corrected: setTo(cell, expected),
      ...fixOfRecap(sum, expected),
      ...(isInThousandsOf(found, expected) && { slip: slipOf(`${identity.key}-en-milliers`, "en-milliers", { nom }) }),
    });
  };
}
