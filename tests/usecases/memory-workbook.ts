// A workbook in memory behind the port: what use cases read, and a note of all that they ask to change.
import type { ApplyReport, RawWorkbook, WorkbookPort, WritePlan } from "../../src/core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";

export interface MemoryWorkbook extends WorkbookPort {
  readonly plans: WritePlan[];
  /** How often the cells were read. */
  readonly reads: () => number;
}

/** `refuses` makes every change fail with that sentence. */
export function memoryWorkbook(raw: RawWorkbook, { refuses = null }: { refuses?: string | null } = {}): MemoryWorkbook {
  const plans: WritePlan[] = [];
  let reads = 0;
  return {
    plans,
    reads: () => reads,
    read: () => {
      reads += 1;
      return Promise.resolve(raw);
    },
    readMarks: () => Promise.resolve({ ...raw, sheets: raw.sheets.map((sheet) => ({ ...sheet, blocks: [] })) }),
    survey: () => Promise.resolve({ obstacles: [], names: [] }),
    apply: (plan): Promise<ApplyReport> => {
      if (refuses !== null) return Promise.reject(new WorkbookError(refuses));
      plans.push(plan);
      const placed = plan.placed ? [plan.placed.area.sheet] : [];
      const names = [...plan.sheets, ...(plan.annexes ?? [])].map(({ name }) => name);
      return Promise.resolve({ refusals: [], sheetNames: [...names, ...placed] });
    },
  };
}
