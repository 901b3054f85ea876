// Looks for what an area of the agent's sheet holds beside values.
import type { RangeRef } from "xlsx-model/cell-ref";
import type { AreaSurvey, Obstacle } from "../core/workbook-port";
import { intersects } from "xlsx-model/sheet/ranges";
import type { XlsxWorkbook } from "xlsx-model/workbook/xlsx-workbook";

export function surveyArea(workbook: XlsxWorkbook, area: RangeRef): AreaSurvey {
  const sheet = workbook.sheets.find(({ name }) => name === area.sheet);
  const merges = (sheet?.merges ?? []).map((range): Obstacle => ({ kind: "merge", name: null, range }));
  return {
    obstacles: [...(sheet?.objects ?? []), ...merges].filter(({ range }) => range === null || intersects(range, area)),
    names: workbook.names.filter(({ scope }) => scope === null || scope === sheet?.id).map(({ name }) => name),
  };
}
