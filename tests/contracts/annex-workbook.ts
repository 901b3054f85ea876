// The two annex tables of any contract as a workbook, typed as its signatories would.
import type { Convention } from "../../src/core/contract/convention";
import { addMontants, montantFromEuros, toEuros } from "../../src/core/domain/values/montant";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { rawWorkbook, type CellLiteral } from "../core/reading/raw-workbook-builder";

export const BUDGET = "Tableau budgétaire";
const INDICATEURS = "Indicateurs";

type Row = CellLiteral[];

/** Years over Total, State and local party; axes over their actions; TOTAL last. */
export function budgetRows({ annees, axes, actions, collectivite }: Convention): Row[] {
  const [word = collectivite.designation] = collectivite.motsColonne;
  const amounts = (of: Convention["actions"]): Row =>
    annees.flatMap(({ annee }) => {
      const years = of.flatMap(({ montants }) => montants.filter((montant) => montant.annee === annee));
      const etat = addMontants(montantFromEuros(0), ...years.map((year) => year.etat));
      const local = addMontants(montantFromEuros(0), ...years.map((year) => year.collectivite));
      return [toEuros(addMontants(etat, local)), toEuros(etat), toEuros(local)];
    });
  return [
    ["Année", ...annees.flatMap(({ annee }): Row => [annee, null, null])],
    [null, ...annees.flatMap((): Row => ["Total", "Etat", word])],
    ...axes.flatMap(({ numero, intitule }) => [
      [`Axe « ${intitule} »`],
      ...actions
        .filter(({ axe }) => axe === numero)
        .map((action): Row => [`${action.numero} ${action.intitule}`, ...amounts([action])]),
    ]),
    ["TOTAL", ...amounts(actions)],
  ];
}

export function indicatorRows({ annees, actions }: Convention): Row[] {
  return [
    ["Actions", "Indicateurs", "Situation T0", ...annees.map(({ annee }) => annee)],
    ...actions.flatMap((action) =>
      action.indicateurs.map(({ intitule, t0, t0Texte, cibles }, rank): Row => [
        rank === 0 ? `Action n°${action.numero} - ${action.intitule}` : null,
        intitule,
        t0Texte ?? t0,
        ...cibles.map(({ valeur, texte }) => texte ?? valeur),
      ]),
    ),
  ];
}

/** A column of another financing party after each year's; what it brings to a row of amounts enters its total. */
export function addFinancer(
  budget: Row[],
  years: number,
  heading: string,
  bring: (row: Row, year: number) => number | null,
) {
  const width = ((budget[1]?.length ?? 1) - 1) / years;
  for (const [index, row] of budget.entries()) {
    const cells = Array.from({ length: years }, (_, year) => {
      const own = row.slice(1 + width * year, 1 + width * (year + 1));
      const brought = index > 1 && typeof own[0] === "number" && row[0] !== "TOTAL" ? bring(row, year) : null;
      const [total, ...parts] = own;
      const whole = brought === null ? own : [Number(total) + brought, ...parts];
      return [...Array.from({ length: width }, (_, at) => whole[at] ?? null), index === 1 ? heading : brought];
    });
    row.splice(1, row.length, ...cells.flat());
  }
}

/** `edit` changes the cells of the budget table, then of the indicators. */
export function annexWorkbook(
  convention: Convention,
  edit: (budget: Row[], indicateurs: Row[]) => void = () => {},
): RawWorkbook {
  const budget = budgetRows(convention);
  const indicateurs = indicatorRows(convention);
  edit(budget, indicateurs);
  return rawWorkbook({ [BUDGET]: budget, [INDICATEURS]: indicateurs });
}
