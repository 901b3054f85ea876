// Under the headings of the sheet itself: what each column is read as, while « Voici comment je lis votre classeur » shows beside it.
import { useMemo, useSyncExternalStore } from "react";
import { columnIndex } from "xlsx-model/local-cell";
import type { LigneDeLecture, TableauDeLecture } from "../core/domain/lecture";
import { cleReponse } from "../core/domain/reponses";
import type { ColumnNote, SheetNotes } from "../grid/view/column-notes";
import type { SheetView } from "../grid/view/sheet-view";
import { openLine } from "../taskpane/reading/answer";
import { nameOfLine } from "../taskpane/reading/ask";
import { groupsOf } from "../taskpane/reading/groups";
import { isReadingShown, questionsOf, readingStore } from "../taskpane/reading/reading-store";
import { readingTexts } from "../taskpane/reading/texts";
import type { Session } from "../taskpane/session-store";
import { texts } from "./texts";

function noteOf(line: LigneDeLecture, isHere: boolean, pane: Session): ColumnNote {
  const { name, as, state, key } = line;
  const id = `note ${nameOfLine(line)}`;
  return {
    id,
    column: columnIndex(name),
    text: readingTexts.readAs(as, state),
    name: key === null ? readingTexts.readAs(as, state) : readingTexts.changeLine(line),
    isOpen: state === "asked",
    isHere,
    onPress:
      key === null
        ? null
        : () => {
            if (pane.getState().tab !== "verify") pane.chooseTab("verify");
            void openLine(pane, line, id);
          },
  };
}

/** Of several tables one under the other, that of the active cell says what a column is. */
const nearestFirst = (tables: readonly TableauDeLecture[], row: number): readonly TableauDeLecture[] => {
  const isAround = ({ range: { top, bottom } }: TableauDeLecture): boolean => row >= top && row <= bottom;
  return [...tables.filter(isAround), ...tables.filter((table) => !isAround(table))];
};

/** Null while the pane shows something else, or nothing is read on that sheet. */
export function useSheetNotes(pane: Session, { sheet, active }: SheetView): SheetNotes | null {
  const store = readingStore(pane);
  const reading = useSyncExternalStore(store.subscribe, store.getState);
  const { outcome, tab } = useSyncExternalStore(pane.subscribe, pane.getState);
  const verification = outcome?.verification ?? null;
  return useMemo(() => {
    const isShown = verification !== null && tab === "verify" && isReadingShown(reading, verification);
    const tables = reading.tables?.list.filter(({ range }) => range.sheet === sheet.name) ?? [];
    if (!isShown || tables.length === 0) return null;
    const asked = reading.changing
      ? [reading.changing.question]
      : (groupsOf(questionsOf(verification), reading)[0] ?? []);
    const keys = asked.map(cleReponse);
    const lines = new Map<string, LigneDeLecture>();
    for (const { columns } of nearestFirst(tables, active.row))
      for (const line of columns) if (!lines.has(line.name)) lines.set(line.name, line);
    return {
      label: texts.read,
      columns: [...lines.values()].map((line) =>
        noteOf(line, line.key !== null && keys.includes(cleReponse({ key: line.key })), pane),
      ),
      marked: asked.flatMap(({ range, alsoAt = [] }) =>
        [range, ...alsoAt].flatMap((one) => (one?.sheet === sheet.name ? [one] : [])),
      ),
    };
  }, [pane, reading, verification, tab, sheet.name, active.row]);
}
