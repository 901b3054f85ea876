// What speaks for what a column of indicators' figures is: its words, the values of the contract, its place among those of its year.
import { NATURE_IN_A_WORD } from "../../../domain/brief-role";
import type { Indicateur } from "../../../contract/convention";
import { ofYear } from "../../../contract/in-force/of-year";
import type { Figure } from "../../account/figure-cells";
import type { Hint } from "../../headings/heading-hints";
import type { HeadedColumn } from "../headed-columns";
import { only } from "./of-columns";
import type { IndicatorSays } from "./says";
import type { Told } from "./weigh";

export interface IndicatorAsked {
  readonly column: HeadedColumn;
  readonly hint: Hint;
  readonly years: readonly number[];
  /** Those of which the contract has the figures of the column's rows. */
  readonly figures: readonly { readonly figure: Figure; readonly indicateur: Indicateur }[];
  /** Of the columns under the same year: its rank and how many they are. */
  readonly rank: number;
  readonly of: number;
  /** It stands before every column of a year. */
  readonly isBefore: boolean;
}

type Says = readonly Told<IndicatorSays>[];

const FEWEST = 2;
const SHARE = 0.6;

export function words({ hint }: IndicatorAsked): Says {
  const year = only(hint.annees);
  const nature = only(hint.natures);
  const isDone = nature === "executed" || nature === "achieved" || nature === "paid";
  const measure = nature === undefined ? undefined : isDone ? "achieved" : "target";
  if (year === undefined && measure === undefined) return [];
  const said = [...(measure ? [NATURE_IN_A_WORD[measure]] : []), ...(year === undefined ? [] : [`${year}`])];
  return [
    {
      says: { ...(year !== undefined && { year }), ...(measure && { measure }) },
      clause: `son intitulé dit : ${said.join(", ")}`,
    },
  ];
}

export function contractValues({ figures, years, hint }: IndicatorAsked): Says {
  const matches = [
    { year: undefined, valueOf: ({ t0 }: Indicateur) => t0 },
    ...years.map((year) => ({ year, valueOf: ({ cibles }: Indicateur) => ofYear(cibles, year)?.valeur })),
  ].map(({ year, valueOf }) => {
    const due = figures.filter(({ indicateur }) => typeof valueOf(indicateur) === "number");
    const same = due.filter(({ figure, indicateur }) => valueOf(indicateur) === figure.value).length;
    return { year, same, of: due.length };
  });
  const said = only(hint.annees);
  const [best, next] = matches
    .filter(({ year, same, of }) => same >= FEWEST && same >= SHARE * of && (said === undefined || year === said))
    .sort((one, other) => other.same - one.same);
  if (!best || next?.same === best.same) return [];
  const { year, same, of } = best;
  const what = year === undefined ? "les situations de départ du contrat" : `les cibles du contrat pour ${year}`;
  return [
    {
      says: year === undefined ? { measure: "t0" } : { measure: "target", year },
      clause: `${same} de ses ${of} valeurs sont ${what}`,
    },
  ];
}

/** "Prévu 2024 | Fait 2024": the target of a year first, then what was achieved. */
export function order({ rank, of, isBefore, hint }: IndicatorAsked): Says {
  if (isBefore && hint.annees.length === 0) {
    return [{ says: { measure: "t0" }, clause: "elle précède les colonnes des années" }];
  }
  if (of !== 2) return [];
  const [which, measure] = rank === 1 ? (["première", "target"] as const) : (["seconde", "achieved"] as const);
  return [{ says: { measure }, clause: `des deux colonnes de son année elle est la ${which}` }];
}
