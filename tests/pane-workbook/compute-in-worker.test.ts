// Large workbooks computed elsewhere: as here, whatever becomes of the thread.
import { describe, expect, it } from "vitest";
import { contratsIntegres } from "../../src/contracts/built-in";
import { situate } from "../../src/core/situation/situation";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { answer } from "../../src/pane-workbook/computation-worker";
import { computeInWorker, type Answer, type Question } from "../../src/pane-workbook/compute-in-worker";
import { planCorrections } from "../../src/usecases/plan-corrections";
import { verifyAndCompose } from "../../src/usecases/verify-and-compose";
import { annexesWorkbook } from "../core/sheets/annexes-workbook";

const AS_OF = "2026-11-24";

/** jsdom starts no thread: what goes there and back is copied as between two, and answered by the thread's own code. */
class Thread {
  onmessage: ((event: { data: Answer }) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  isEnded = false;

  constructor(private readonly reply: (question: Question) => Answer | null = answer) {}

  postMessage(question: Question): void {
    const data = this.reply(structuredClone(question));
    queueMicrotask(() =>
      data === null
        ? this.onerror?.(new Event("error", { cancelable: true }))
        : this.onmessage?.({ data: structuredClone(data) }),
    );
  }

  terminate(): void {
    this.isEnded = true;
  }
}

function threads(reply?: ConstructorParameters<typeof Thread>[0]) {
  const started: Thread[] = [];
  const compute = computeInWorker(() => {
    const thread = new Thread(reply);
    started.push(thread);
    return thread as unknown as Worker;
  });
  return { compute, started };
}

/** The annexes, and beside them a sheet of ours, which no rule reads, that brings the workbook to so many cells. */
function workbookOf(cells: number): RawWorkbook {
  const raw = annexesWorkbook();
  const own = raw.sheets
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, { values }) => sum + values.length * (values[0]?.length ?? 0), 0);
  const [first] = raw.sheets;
  if (!first) throw new Error("a workbook has a sheet");
  const grid = <T>(value: T) => Array.from({ length: cells - own }, () => [value]);
  const block = { row: 0, column: 0, values: grid("x"), formulas: grid(null), numberFormats: grid("General") };
  return {
    ...raw,
    sheets: [...raw.sheets, { ...first, id: "autre", name: "Autre", resultSheet: "bilan-financier", blocks: [block] }],
  };
}

const situation = (raw: RawWorkbook) => situate(raw, contratsIntegres, AS_OF);

const ROY = { name: "Mme Roy", capacity: "", party: "collectivite" } as const;

describe("what touches no workbook", () => {
  it("is computed here up to 5 000 cells, in a thread that ends from the next one on", async () => {
    const { compute, started } = threads();
    for (const [cells, begun] of [
      [4_999, 0],
      [5_000, 0],
      [5_001, 1],
    ] as const) {
      const raw = workbookOf(cells);
      expect(await compute("situate", situate, raw, contratsIntegres, AS_OF)).toEqual(situation(raw));
      expect(started).toHaveLength(begun);
    }
    expect(started.every(({ isEnded }) => isEnded)).toBe(true);
  });

  it("comes back from a thread as it is here: verification, what is written, corrections", async () => {
    const raw = workbookOf(5_001);
    const { compute, started } = threads();
    const verified = verifyAndCompose(raw, contratsIntegres, AS_OF, "built-in", ROY, { today: AS_OF });
    expect(
      await compute("verify", verifyAndCompose, raw, contratsIntegres, AS_OF, "built-in", ROY, { today: AS_OF }),
    ).toEqual(verified);
    const ids = verified.verification.findings.map(({ id }) => id);
    expect(await compute("correct", planCorrections, raw, contratsIntegres, AS_OF, ids, "built-in")).toEqual(
      planCorrections(raw, contratsIntegres, AS_OF, ids, "built-in"),
    );
    expect(started).toHaveLength(2);
  });

  it.each([
    ["breaks", () => null],
    ["cannot answer", (): Answer => ({ kind: "failed" })],
    [
      "does not start",
      (): Answer => {
        throw new Error("no threads here");
      },
    ],
  ])("is computed here where the thread %s", async (_, reply) => {
    const raw = workbookOf(5_001);
    const { compute } = threads(reply);
    expect(await compute("situate", situate, raw, contratsIntegres, AS_OF)).toEqual(situation(raw));
  });

  it("refuses in the agent's words as it does here", async () => {
    const { compute } = threads(() => ({ kind: "refused", sentence: "Feuille protégée." }));
    const asked = compute("situate", situate, workbookOf(5_001), contratsIntegres, AS_OF);
    await expect(asked).rejects.toThrow(new WorkbookError("Feuille protégée."));
  });
});
