// One Vérifier through Microsoft's client over the simulated Excel: what crosses the wire, and how long reading and writing take.
import { performance } from "node:perf_hooks";
import type { Convention } from "../../src/core/contract/convention";
import { verify } from "../../src/core/verify";
import { composeVerification } from "../../src/core/sheets/compose-verification";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { SessionMemory } from "../../src/excel/session-memory";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { ExcelHost } from "simulated-excel/excel-host";
import { situateWorkbook } from "../../src/usecases/situate-workbook";

const AS_OF = "2024-06-30";

export interface ExcelMeasure {
  /** Requests when the pane opens, before anything is asked for. */
  readonly opening: number;
  readonly requests: number;
  readonly housekeeping: number;
  readonly sent: number;
  readonly received: number;
  readonly cellsRead: number;
  /** Milliseconds, the median of `runs`. */
  readonly read: number;
  readonly apply: number;
}

export async function measureExcel(
  host: ExcelHost,
  bytes: Uint8Array,
  convention: Convention,
  runs: number,
): Promise<ExcelMeasure> {
  const measures: ExcelMeasure[] = [];
  for (let run = 0; run < runs; run++) {
    host.open(openXlsx(bytes, "banc.xlsx"));
    host.takeTraffic();
    measures.push(await measureOnce(host, convention));
  }
  const sorted = (key: keyof ExcelMeasure) => measures.map((measure) => measure[key]).sort((a, b) => a - b);
  const median = (key: keyof ExcelMeasure) => sorted(key)[Math.floor(runs / 2)] ?? 0;
  const last = measures.at(-1);
  if (!last) throw new Error("at least one run");
  return { ...last, read: median("read"), apply: median("apply") };
}

async function measureOnce(host: ExcelHost, convention: Convention): Promise<ExcelMeasure> {
  const memory = new SessionMemory();
  await runExcel((context) => situateWorkbook(excelWorkbook(context, { memory }), convention, AS_OF));
  await released();
  const opening = host.takeTraffic().requests;
  const times = await runExcel(async (context) => {
    const workbook = excelWorkbook(context, { memory });
    const t0 = performance.now();
    const raw = await workbook.read();
    const t1 = performance.now();
    const { verification, dossier } = verify(raw, convention, AS_OF);
    const plan = composeVerification(verification, dossier, raw);
    const t2 = performance.now();
    await workbook.apply(plan, raw);
    return { read: t1 - t0, apply: performance.now() - t2 };
  });
  await released();
  const traffic = host.takeTraffic();
  return {
    ...times,
    opening,
    requests: traffic.requests,
    housekeeping: traffic.housekeeping,
    sent: traffic.bytesSent,
    received: traffic.bytesReceived,
    cellsRead: traffic.cellsRead,
  };
}

/** The client releases its references after its answer. */
const released = () => new Promise((resolve) => setTimeout(resolve, 50));
