// An action on several rows, one for each operator named in a column of its own: merged over them, or written again on each.
import type { Heading, HeadingReader } from "../headings/headings";
import type { RowLabel } from "./row-labels";

interface LabelledLine {
  readonly found: readonly RowLabel[];
}

/** What stands beside the label of an action and names nothing of the contract, nor whose or of which year the row is. */
const besideOf = (
  found: readonly RowLabel[],
  main: RowLabel | undefined,
  headings: HeadingReader,
): RowLabel | undefined =>
  found.find(
    (label) =>
      !isScope(headings.read(label.text)) &&
      label !== main &&
      label.meaning.action === null &&
      label.meaning.axe === null &&
      label.meaning.total === null &&
      !label.meaning.isUnknownAxe &&
      !label.meaning.isNumberOnly,
  );

const isScope = ({ annee, part, nature }: Heading): boolean => annee !== null || part !== null || nature !== null;

/** The lines, those of operators under their action with the action's label. */
export function tellOperators<Line extends LabelledLine>(
  lines: readonly Line[],
  mainColumn: number,
  headings: HeadingReader,
): readonly Line[] {
  let action: { readonly label: RowLabel; readonly column: number; readonly text: string } | null = null;
  return lines.map((line) => {
    const label = line.found.find(({ meaning }) => meaning.action !== null);
    const beside = besideOf(line.found, label, headings);
    if (label) {
      action = beside && beside.column !== mainColumn ? { label, column: beside.column, text: beside.text } : null;
      return action ? { ...line, found: withOperator(line.found, label, action.text) } : line;
    }
    const isUnder = action !== null && line.found.length === 1 && beside?.column === action.column;
    if (!isUnder || !beside || !action) {
      if (line.found.length > 0) action = null;
      return line;
    }
    return { ...line, found: [{ ...action.label, operateur: beside.text.trim() }, beside] };
  });
}

const withOperator = (found: readonly RowLabel[], label: RowLabel, operateur: string): readonly RowLabel[] =>
  found.map((other) => (other === label ? { ...label, operateur: operateur.trim() } : other));
