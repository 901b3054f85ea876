// Whose the tables of a workbook are, seen from one contract: the words of their actions and their amounts are its own, or another's.
import { partsOf } from "../domain/amounts";
import { showsContracted } from "../domain/contrat/contracted-cells";
import type { Action, Convention } from "../contract/convention";
import type { LigneAction, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import { LIMITS } from "./limits";

type Row = Pick<LigneAction, "action" | "reconnaissance" | "designe">;

/** So many parts that are all those of one action are not there by chance, whatever the row is called. */
const LEAST_PARTS = 4;

/** The parts that the rows show, and whether each is the contract's of the action that its row was taken for, or may be. */
function areContracted(ligne: LigneAction, actions: readonly Action[]): readonly boolean[] {
  const parts = partsOf(ligne).filter(({ column, cell }) => column !== "total" && cell.known.reason === null);
  const areOf = (action: Action | null): readonly boolean[] =>
    parts.map(({ year, column, cell }) => showsContracted(cell, action, year, column));
  const own = areOf(ligne.action);
  if (ligne.action !== null || parts.length < LEAST_PARTS) return own;
  return actions.map(areOf).find((all) => all.every(Boolean)) ?? own;
}

/** What its words say of whose table it is; a part of the contract's words, or its number alone, say nothing. */
function saysOf({ action, reconnaissance, designe }: Row): "ours" | "another" | "nothing" {
  if (designe?.parIntitule) return designe.parNumero ? "ours" : "nothing";
  if (action === null) return "another";
  if (reconnaissance === undefined) return "ours";
  return reconnaissance.autreIntitule === true ? "another" : "nothing";
}

/** An indicator of the contract's words tells whose its action is, whatever that one is called. */
const namedByIndicators = ({ lignesAction, lignesIndicateur }: TableauIndicateurs): readonly Row[] =>
  lignesIndicateur.flatMap(({ indicateur, ligneAction }) => {
    const action = lignesAction[ligneAction ?? -1]?.action;
    return indicateur && action ? [{ action }] : [];
  });

const count = (found: readonly boolean[]): number => found.filter(Boolean).length;

/** What the tables of amounts and of indicators show. */
export interface TablesLues {
  readonly budget: TableauBudgetaire | null;
  readonly execution: TableauBudgetaire | null;
  readonly indicators: TableauIndicateurs | null;
}

export const hasAmounts = ({ budget, execution }: Omit<TablesLues, "indicators">): boolean =>
  [budget, execution].some((table) => table?.lignesAction.some((row) => areContracted(row, []).length > 0));

/**
 * "sien": nothing says otherwise. "douteux": more of its actions bear other words than the contract's, and neither half of the
 * contract's actions nor half of its amounts stand there. "autre": nearly all of them do.
 */
export function aQuiSontLesTables(
  { actions }: Convention,
  { budget, execution, indicators }: TablesLues,
): "sien" | "douteux" | "autre" {
  const amounts = [budget, execution].flatMap((table) => table?.lignesAction ?? []);
  const rows: readonly Row[] = [...amounts, ...(indicators?.lignesAction ?? [])];
  const others = count(rows.map((row) => saysOf(row) === "another"));
  // In most workbooks no action bears other words, and no more need be asked.
  if (others === 0) return "sien";
  const ours = [...rows, ...(indicators ? namedByIndicators(indicators) : [])].filter((row) => saysOf(row) === "ours");
  const named = new Set(ours.map(({ action }) => action));
  const parts = amounts.flatMap((row) => areContracted(row, actions));
  // Round amounts are found in every contract: half of them are not there by chance.
  if (named.size * 2 >= actions.length || (parts.length > 0 && count(parts) * 2 >= parts.length)) return "sien";
  if (others > Math.max(1, ours.length) * LIMITS.otherActions) return "autre";
  return others >= LIMITS.doubtfulActions && others > ours.length ? "douteux" : "sien";
}

/** Whether a budget table shows so few of the contract's amounts that shared labels alone make it this one's. */
export function montreSesMontants({ actions }: Convention, { budget }: Pick<TablesLues, "budget">): boolean {
  const parts = budget?.lignesAction.flatMap((row) => areContracted(row, actions)) ?? [];
  return parts.length === 0 || count(parts) * LIMITS.ownParts >= parts.length;
}
