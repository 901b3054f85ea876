// The workbook of the running Excel, each write of which is compared with its plan as soon as it is done.
import type { WorkbookPort } from "../core/workbook-port";
import { excelWorkbook } from "../excel/excel-workbook";
import { runExcel } from "../excel/run-excel";
import { SessionMemory } from "../excel/session-memory";
import { comparePlan } from "./compare/compare-plan";
import type { Comparison } from "./compare/comparison";

export type UseWorkbook = <T>(work: (port: WorkbookPort, context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** Each use is a command of the agent's, as the pane runs it; `own` gets the names of the sheets that it writes. */
export function checkedWorkbook(seen: Comparison, own: Set<string>): UseWorkbook {
  const memory = new SessionMemory();
  return (work) =>
    runExcel((context) => {
      const port = excelWorkbook(context, { memory });
      const checked: WorkbookPort = {
        ...port,
        async apply(plan, raw) {
          const report = await port.apply(plan, raw);
          for (const name of report.sheetNames) own.add(name);
          await comparePlan(seen, context, plan, report);
          return report;
        },
      };
      return work(checked, context);
    });
}
