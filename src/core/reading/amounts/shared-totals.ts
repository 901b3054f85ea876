// The totals of tables that share the actions of a year out: each adds its own actions, one may add those of all.
import type { Axe } from "../../contract/convention";
import type { LigneAction, LigneDeSommes, TableauExecution } from "../../domain/dossier";
import { onlyAxeOf } from "./axe-rows";
import { sousTotalOf, totalOf } from "../../domain/table-rows";
import { countSummed, saidOtherwise } from "./total-rows";
import type { NumeroAction } from "../../domain/values/numero-action";

type Part = TableauExecution;

const yearsOf = ({ annees }: Part): string => annees.map(({ annee }) => annee).join();
const numerosOf = ({ lignesAction }: Part): ReadonlySet<NumeroAction | undefined> =>
  new Set(lignesAction.map(({ action }) => action?.numero));

/** The total as a sum of its axe; one that is of no axe is compared with nothing. */
function asOwn(part: Part, total: LigneDeSommes, axe: Axe | undefined): Part {
  const { lignesAxe, lignesAction, redites = [] } = part;
  const sommes = part.sommes.filter((somme) => somme !== total);
  const [known, ...others] = lignesAxe;
  const own = axe !== undefined && others.length === 0 ? (known ?? { label: total.label, axe }) : undefined;
  const sousTotal = sousTotalOf(part, 0);
  const again = [...redites, ...saidOtherwise(total, own ? (sousTotal ?? total) : null)];
  const said = again.length > 0 ? { redites: again } : {};
  if (!own) return { ...part, sommes, ...said };
  return {
    ...part,
    lignesAxe: [own],
    lignesAction: known ? lignesAction : lignesAction.map((ligne): LigneAction => ({ ...ligne, ligneAxe: 0 })),
    sommes: sousTotal ? sommes : [{ ...total, of: { kind: "axe", index: 0 } }, ...sommes],
    ...said,
  };
}

export function shareTotals(parts: readonly Part[], axes: readonly Axe[]): readonly Part[] {
  const byYears = new Map<string, LigneAction[]>();
  for (const part of parts) {
    const key = yearsOf(part);
    byYears.set(key, [...(byYears.get(key) ?? []), ...part.lignesAction]);
  }
  return parts.map((part) => {
    const total = totalOf(part);
    if (!total) return part;
    const numeros = numerosOf(part);
    const all = byYears.get(yearsOf(part)) ?? [];
    if (all.every(({ action }) => numeros.has(action?.numero))) return part;
    const isOfAll = countSummed(total, all) > countSummed(total, part.lignesAction);
    return isOfAll ? part : asOwn(part, total, onlyAxeOf(part.lignesAction, axes));
  });
}
