// Workbook and Application.
import type { ExcelState } from "../excel-state";
import {
  booleanArgument,
  choiceArgument,
  hostClass,
  textArgument,
  type ClassTables,
  type HostObject,
} from "../object-table";
import { hostErrors } from "../wire";
import type { ChartObject } from "./charts/chart-object";
import { rangesObject } from "./objects";
import { rangeObject } from "./range-object";

export function workbookClasses(state: ExcelState, release: (referenceId: string) => void): ClassTables {
  // Windows separates French thousands by a narrow no-break space.
  const separators = () =>
    state.profile.locale === "fr-FR" ? { decimal: ",", thousands: "\u202f" } : { decimal: ".", thousands: "," };
  const only = (className: string) => () => state.objectOf(state.model, className, () => ({ className }));
  const activeChart = () => {
    const { active } = state.charts;
    return active && ({ className: "Chart", ...active } satisfies ChartObject);
  };
  return {
    Workbook: hostClass<HostObject>({
      get: { Name: () => state.model.name },
      nav: {
        Application: only("Application"),
        Comments: only("CommentCollection"),
        CustomXmlParts: only("CustomXmlPartCollection"),
        Names: only("NamedItemCollection"),
        PivotTables: only("PivotTableCollection"),
        Protection: only("WorkbookProtection"),
        Settings: only("SettingCollection"),
        Tables: only("TableCollection"),
        Worksheets: only("WorksheetCollection"),
        _Runtime: only("Runtime"),
      },
      call: {
        GetActiveCell() {
          const { sheet, range } = state.selection;
          return rangeObject(sheet, { ...range, bottom: range.top, right: range.left });
        },
        GetActiveChart() {
          const chart = activeChart();
          if (!chart) throw hostErrors.itemNotFound();
          return chart;
        },
        GetActiveChartOrNullObject: activeChart,
        GetSelectedRange() {
          if (!state.hasCellSelected) throw hostErrors.invalidSelection();
          return rangeObject(state.selection.sheet, state.selection.range);
        },
        GetSelectedRanges() {
          if (!state.hasCellSelected) throw hostErrors.invalidSelection();
          return rangesObject("RangeAreas", state.selection.sheet, [state.selection.range]);
        },
        _GetRangeForEventByReferenceId(_, key) {
          const range = state.toldRanges.get(textArgument(key));
          if (!range) throw hostErrors.invalidReference();
          return range;
        },
        _GetRangeOrNullObjectForEventByReferenceId: (_, key) => state.toldRanges.get(textArgument(key)) ?? null,
        _RemoveReference: (_, referenceId) => release(textArgument(referenceId)),
      },
    }),
    Application: hostClass<HostObject>({
      get: {
        CalculationMode: () => (state.isCalculatedByHand ? "Manual" : "Automatic"),
        CalculationState: () => (state.isDirty ? "Pending" : "Done"),
        DecimalSeparator: () => separators().decimal,
        ThousandsSeparator: () => separators().thousands,
        UseSystemSeparators: () => true,
      },
      set: {
        CalculationMode(_, value) {
          state.isCalculatedByHand = choiceArgument(value, ["Automatic", "Manual"]) === "Manual";
          if (!state.isCalculatedByHand) state.isDirty = true;
        },
      },
      nav: { CultureInfo: only("CultureInfo") },
      call: {
        Calculate(_, type) {
          choiceArgument(type, ["Recalculate", "Full", "FullRebuild"]);
          state.calculate();
        },
        SuspendApiCalculationUntilNextSync: () => null,
        SuspendScreenUpdatingUntilNextSync: () => null,
      },
    }),
    Runtime: hostClass<HostObject>({
      get: { EnableEvents: () => state.areEventsOn },
      set: {
        EnableEvents(_, value) {
          state.areEventsOn = booleanArgument(value);
        },
      },
    }),
    CultureInfo: hostClass<HostObject>({
      get: { Name: () => state.profile.locale },
      nav: { NumberFormat: only("NumberFormatInfo") },
    }),
    NumberFormatInfo: hostClass<HostObject>({
      get: {
        NumberDecimalSeparator: () => separators().decimal,
        NumberGroupSeparator: () => separators().thousands,
      },
    }),
  };
}
