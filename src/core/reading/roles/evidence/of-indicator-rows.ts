// What speaks for which indicator of the contract a row is: its values, the words that it shares, being the only one left of its action.
import type { Indicateur } from "../../../contract/convention";
import { ofYear } from "../../../contract/in-force/of-year";
import type { LigneIndicateur } from "../../../domain/dossier";
import { formatListe } from "../../../domain/words/format";
import { cite } from "../../../domain/words/typographie";
import { sharedWords } from "./of-rows";
import type { RowSays } from "./says";
import type { Told } from "./weigh";

export interface IndicatorRowAsked extends Pick<LigneIndicateur, "label" | "figures"> {
  /** Those of the contract that stand on no row, of its action where that one is known. */
  readonly absent: readonly Indicateur[];
  /** No other row of its action, or of none, is asked about. */
  readonly isAlone: boolean;
}

type Says = readonly Told<RowSays>[];

/** So many values that agree make evidence; fewer are chance. */
const FEWEST = 2;

export function contractValues({ figures, absent }: IndicatorRowAsked): Says {
  const shown = figures.flatMap(({ year, nature, cell: { known } }) =>
    nature !== "achieved" && known.value !== null ? [{ year, value: known.value }] : [],
  );
  const valueOf = ({ t0, cibles }: Indicateur, year: number | null) =>
    year === null ? t0 : ofYear(cibles, year)?.valeur;
  const [best, next] = absent
    .map((indicateur) => ({
      indicateur,
      same: shown.filter(({ year, value }) => valueOf(indicateur, year) === value).length,
    }))
    .filter(({ same }) => same >= FEWEST && same * 2 > shown.length)
    .sort((one, other) => other.same - one.same);
  if (!best || next?.same === best.same) return [];
  const clause = `${best.same} de ses ${shown.length} valeurs sont au contrat celles de ${cite(best.indicateur.intitule)}`;
  return [{ says: { row: best.indicateur.intitule }, clause }];
}

export function words({ label, absent }: IndicatorRowAsked): Says {
  const best = sharedWords(label.text, absent, ({ intitule }) => [intitule]);
  if (!best) return [];
  const clause = `son intitulé partage ${formatListe(best.shared.map(cite))} avec ${cite(best.item.intitule)}`;
  return [{ says: { row: best.item.intitule }, clause }];
}

export function lastOfAction({ absent, isAlone }: IndicatorRowAsked): Says {
  const [only, another] = absent;
  if (!isAlone || !only || another) return [];
  return [
    {
      says: { row: only.intitule },
      clause: `c’est le seul indicateur de l’action qui n’a pas de ligne : ${cite(only.intitule)}`,
    },
  ];
}
