// Tells the workbook of another contract: nearly all of its actions bear other words than this contract's, and other amounts.
import { showsContracted } from "../domain/contrat/contract-amounts";
import type { Convention } from "../domain/contrat/convention";
import type { LigneAction, SourceContrat, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import { cite, typographie } from "../domain/words/typographie";
import { LIMITS } from "./limits";

type Row = Pick<LigneAction, "action" | "reconnaissance" | "contradiction">;

/** The parts that the rows show, and whether each is the contract's of the action that its row was taken for. */
function partsOf({ action, montants }: LigneAction): readonly boolean[] {
  return [...montants].flatMap(([annee, { etat, collectivite }]) => [
    ...(etat?.lu.kind === "montant" ? [showsContracted(etat, action, annee, "etat")] : []),
    ...(collectivite?.lu.kind === "montant" ? [showsContracted(collectivite, action, annee, "collectivite")] : []),
  ]);
}

/** What its words say of whose table it is; a part of the contract's words, or its number alone, say nothing. */
function saysOf({ action, reconnaissance, contradiction }: Row): "ours" | "another" | "nothing" {
  if (contradiction) return "ours";
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

/** Round amounts are found in every contract: half of them are not there by chance. */
const isHalf = (found: readonly boolean[]): boolean =>
  found.length > 0 && found.filter(Boolean).length * 2 >= found.length;

/**
 * French: why nothing may be held against this contract; null where the tables may be its own. A sheet « Contrat » in the
 * workbook says whose it is, whatever its tables show.
 */
export function describeAutreContrat(
  { collectivite, actions }: Convention,
  amounts: readonly TableauBudgetaire[],
  indicators: readonly TableauIndicateurs[],
  source: SourceContrat,
): string | null {
  if (source === "workbook") return null;
  const tables = [...amounts, ...indicators];
  const rows = tables.flatMap(({ lignesAction }): readonly Row[] => lignesAction);
  const others = rows.filter((row) => saysOf(row) === "another");
  // Of most workbooks no more need be asked.
  if (others.length === 0) return null;
  const ours = [...rows, ...indicators.flatMap(namedByIndicators)].filter((row) => saysOf(row) === "ours");
  if (others.length <= Math.max(1, ours.length) * LIMITS.otherActions) return null;
  const named = new Set(ours.map(({ action }) => action));
  if (named.size * 2 >= actions.length || isHalf(amounts.flatMap(({ lignesAction }) => lignesAction.flatMap(partsOf))))
    return null;
  const [first] = tables;
  const sheet = first ? cite(first.range.sheet) : "";
  const way =
    source === "given"
      ? "donnez la définition du contrat que celui-ci suit"
      : "insérez dans celui-ci la feuille « Contrat » du contrat qu’il suit";
  return typographie(
    `Ce classeur n’est pas celui du contrat de ${collectivite.nom} : les actions de la feuille ${sheet} ont d’autres intitulés${amounts.length > 0 ? " et d’autres montants" : ""}. Ouvrez le classeur de ce contrat, ou ${way}, puis relancez.`,
  );
}
