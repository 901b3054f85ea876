// Says which amounts come from another workbook: their last saved value is what was read.
import type { Shows } from "../../domain/amounts";
import type { CellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";

/** "[Budget.xlsx]Feuil1!A1", "'C:\\…\\[Budget.xlsx]Feuil 1'!A1", "[1]Feuil1!A1"; a table's column is followed by no "!". */
const EXTERNAL = /'[^'[\]]*\[[^[\]]+\](?:[^']|'')*'!|(?:^|[^\p{L}\p{N}_.\]])\[[^[\]]+\][\p{L}\p{N}_.]*!/u;
const NAMED_CELLS = 5;

export const externalLinks = ({ amounts }: Shows): readonly CellRef[] =>
  amounts.flatMap(({ cell: { formula, ref } }) => (formula?.includes("[") && EXTERNAL.test(formula) ? ref : []));

/** A French sentence; none where there is no such cell. */
export function noteLinks(refs: readonly CellRef[]): readonly string[] {
  if (refs.length === 0) return [];
  const named = refs.slice(0, NAMED_CELLS).map(({ row, column }) => formatLocalCell(row, column));
  const rest = refs.length - named.length;
  const others = rest > 0 ? ` et ${rest} autre${rest > 1 ? "s" : ""}` : "";
  const where = `${named.join(", ")}${others}`;
  return [`Formules liées à un autre classeur (${where}) : leur dernière valeur enregistrée a été lue.`];
}
