// Workbook and Application.
import type { ExcelState } from "../excel-state";
import { choiceArgument, hostClass, textArgument, type ClassTables, type HostObject } from "../object-table";
import { hostErrors } from "../wire";
import { rangeObject } from "./objects";

export function workbookClasses(state: ExcelState, release: (referenceId: string) => void): ClassTables {
  const only = (className: string) => () => state.objectOf(state.model, className, () => ({ className }));
  return {
    Workbook: hostClass<HostObject>({
      get: { Name: () => state.model.name },
      nav: {
        Application: only("Application"),
        Names: only("NamedItemCollection"),
        Protection: only("WorkbookProtection"),
        Worksheets: only("WorksheetCollection"),
      },
      call: {
        GetActiveCell() {
          const { sheet, range } = state.selection;
          return rangeObject(sheet, { ...range, bottom: range.top, right: range.left });
        },
        GetSelectedRange() {
          if (!state.hasCellSelected) throw hostErrors.invalidSelection();
          return rangeObject(state.selection.sheet, state.selection.range);
        },
        _RemoveReference: (_, referenceId) => release(textArgument(referenceId)),
      },
    }),
    WorkbookProtection: hostClass<HostObject>({ get: { Protected: () => state.model.isStructureProtected } }),
    Application: hostClass<HostObject>({
      get: { CalculationMode: () => (state.isCalculatedByHand ? "Manual" : "Automatic") },
      call: {
        Calculate(_, type) {
          choiceArgument(type, ["Recalculate"]);
          state.isDirty = true;
        },
        SuspendScreenUpdatingUntilNextSync: () => null,
      },
    }),
  };
}
