// What corrected amounts make of the figures that the contract bounds: the axe, the year's envelope, the local party's share.
import { axeDe } from "../contract/in-force/en-vigueur";
import { estParAction, seuilDe } from "../contract/in-force/contract-amounts";
import type { Convention } from "../contract/convention";
import type { Dossier } from "../domain/dossier";
import { addMontants, type Montant } from "../domain/values/montant";
import { setTo } from "../facts/corrected-fact";
import type { YearFact } from "../facts/fact";
import { budgetTable, type FactTable } from "../facts/fact-tables";
import { findFact } from "../facts/find-fact";
import { groupOf, type GroupKey } from "../facts/groups";
import { shownIn, TELLE_QUELLE } from "../facts/lecture";
import { stateAmount, stateEnvelope } from "../facts/lines/axe-groups";
import type { Correction, Effect, Share } from "./correction";
import { LectureCorrigee } from "./corrected-reading";

/** The sums of the State's parts that change in a year. None of a sum of which an amount cannot be read. */
function stateEffects(convention: Convention, table: FactTable, annee: number, lecture: LectureCorrigee): Effect[] {
  const effect = (axe: number | null): Effect[] => {
    const key: GroupKey = axe === null ? "total" : `axe-${axe}`;
    const group = groupOf(table, key, annee, "etat");
    const [before, after] = [TELLE_QUELLE.somme(group), lecture.somme(group)];
    if (!lecture.changed.includes(group) || before.value === null || after.value === null) return [];
    const expected = axe === null ? stateEnvelope(convention, annee) : stateAmount(convention, axe, annee);
    return [
      {
        on: axe === null ? "enveloppe" : "axe",
        axe,
        annee,
        before: before.value,
        after: after.value,
        expected: expected?.montant ?? null,
      },
    ];
  };
  return [...convention.axes.map(({ numero }) => numero), null].flatMap(effect);
}

function shareEffect(convention: Convention, part: YearFact, lecture: LectureCorrigee): Effect[] {
  const { row, year } = part;
  const { action } = row;
  const [etat, collectivite] = [row.at(year, "etat")[0], row.at(year, "collectivite")[0]];
  // A share of an axe, a year or the whole contract is none of an action alone.
  if (!action || !etat || !collectivite || !estParAction(convention)) return [];
  const before = ({ cell }: YearFact): Montant => shownIn(cell);
  const after = (fact: YearFact): Montant => lecture.montants.get(fact.cell)?.after ?? before(fact);
  const share = (side: (fact: YearFact) => Montant): Share => ({
    part: side(collectivite),
    whole: addMontants(side(etat), side(collectivite)),
  });
  return [
    {
      on: "cofinancement",
      action: action.numero,
      annee: year,
      before: share(before),
      after: share(after),
      expected: seuilDe(convention, { axe: axeDe(action, year), action: action.numero, annee: year }),
    },
  ];
}

export function effectsOf(dossier: Dossier, corrections: readonly Correction[]): readonly Effect[] {
  const { budget, convention } = dossier;
  if (!budget) return [];
  const table = budgetTable(budget);
  const corrected = corrections.flatMap(({ cell, montants }) => {
    const fact = findFact(dossier, cell)?.fact;
    const after = montants?.after ?? null;
    return fact && after !== null ? [setTo(fact.cell, after)] : [];
  });
  const lecture = new LectureCorrigee(dossier, corrected);
  const parts = [...lecture.montants].flatMap(([cell, { place, after }]): YearFact[] => {
    if (place?.band.table !== table || after === shownIn(cell)) return [];
    const { row, column } = place.fact;
    return row.kind === "action" && column !== "total" ? [place.fact] : [];
  });
  const years = [...new Set(parts.filter(({ column }) => column === "etat").map(({ year }) => year))].sort();
  const shares = new Map(parts.map((part) => [`${part.row.index}/${part.year}`, part]));
  return [
    ...years.flatMap((annee) => stateEffects(convention, table, annee, lecture)),
    ...[...shares.values()].flatMap((part) => shareEffect(convention, part, lecture)),
  ];
}
