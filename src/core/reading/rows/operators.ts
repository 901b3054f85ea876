// An action on several rows, one for each operator named in a column of its own: merged over them, or written again on each.
import type { HeadingReader } from "../headings/headings";
import { namesAction, namesNothing, type Line, type RowLabel } from "./row-labels";

/** What stands beside the label of an action and names nothing of the contract, nor whose or of which year the row is. */
const besideOf = ({ found }: Line, main: RowLabel | undefined, headings: HeadingReader): RowLabel | undefined =>
  found.find((label) => {
    if (label === main || !namesNothing(label) || label.meaning.isNumberOnly) return false;
    const { annee, part, nature } = headings.read(label.text);
    return annee === null && part === null && nature === null;
  });

/** The lines, those of operators under their action with the action's label. */
export function tellOperators(lines: readonly Line[], mainColumn: number, headings: HeadingReader): readonly Line[] {
  let action: { readonly label: RowLabel; readonly column: number } | null = null;
  return lines.map((line) => {
    const { found } = line;
    const label = found.find(namesAction);
    const beside = besideOf(line, label, headings);
    if (label) {
      action = null;
      if (!beside || beside.column === mainColumn) return line;
      action = { label, column: beside.column };
      const told = { ...label, operateur: beside.text.trim() };
      return { ...line, found: found.map((other) => (other === label ? told : other)) };
    }
    if (action && beside?.column === action.column && found.length === 1) {
      return { ...line, found: [{ ...action.label, operateur: beside.text.trim() }, beside] };
    }
    if (found.length > 0) action = null;
    return line;
  });
}
