// What the session does with success, failure, a second click and an edited workbook.
import { describe, expect, it, vi } from "vitest";
import { DiffersFromShown } from "../../src/usecases/as-shown";
import { WorkbookError } from "xlsx-model/plan";
import { isStale } from "../../src/taskpane/session";
import { createSession, isUsableDate, type PaneWorkbook } from "../../src/taskpane/session-store";
import { texts } from "../../src/taskpane/texts";
import { NOW, workbook } from "./pane";
import { verification } from "./sample-verification";

function session(changes: Partial<PaneWorkbook> = {}) {
  const { port, went } = workbook(changes);
  return { ...createSession(port, () => NOW), went };
}

/** A verification that ends when the test says so. */
function pending() {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const verify: PaneWorkbook["verify"] = async (_, onStep) => {
    await onStep("read");
    await ended;
    return { verification: verification(), refusals: [] };
  };
  return { verify, end };
}

describe("stop", () => {
  it.each([
    ["while the workbook is read", "check"],
    ["while it is checked", "write"],
  ] as const)("%s ends it before the step that follows, and nothing is written", async (_, last) => {
    const reached: string[] = [];
    const shown: (boolean | undefined)[] = [];
    const { verify, stop, getState, subscribe } = session({
      async verify(_asOf, onStep) {
        for (const step of ["read", "check", "write"] as const) {
          if (step === last) stop();
          await onStep(step);
          reached.push(step);
        }
        return { verification: verification(), refusals: [] };
      },
    });
    subscribe(() => shown.push(getState().running?.isStopping));
    expect(await verify()).toBe(false);
    expect(reached).not.toContain(last);
    expect(getState()).toMatchObject({ running: null, outcome: null });
    expect(getState().notices).toEqual([{ kind: "warning", text: texts.stopped }]);
    expect(shown).toContain(true);
    stop();
    expect(getState().running).toBeNull();
  });

  it("does nothing once results are being written", async () => {
    const { verify, stop } = session({
      async verify(_, onStep) {
        await onStep("write");
        stop();
        return { verification: verification(), refusals: [] };
      },
    });
    expect(await verify()).toBe(true);
  });
});

describe("what a verification is held against", () => {
  it("is the workbook's last one before this session, whatever follows", async () => {
    const before = { asOf: "2026-11-01", causes: ["parti"] };
    const { verify, getState } = session({
      verify: () => Promise.resolve({ verification: verification(), refusals: [], previous: before }),
    });
    await verify();
    expect(getState().outcome?.since).toEqual(before);
    await verify();
    expect(getState().outcome?.since).toEqual(before);
  });

  it("is the session's own first one in a workbook that was never verified", async () => {
    const { verify, getState } = session();
    await verify();
    expect(getState().outcome?.since).toBeNull();
    await verify();
    expect(getState().outcome?.since?.asOf).toBe(verification().asOf);
  });
});

describe("who verifies", () => {
  it("is nobody until a name is given, which is kept on this machine for the next session", async () => {
    const first = session();
    await first.verify();
    first.declare({ name: "Mme Roy", capacity: "directrice", party: "collectivite" });
    await first.verify();
    expect(first.went.by).toEqual([null, "Mme Roy"]);
    const next = session();
    expect(next.getState().qui).toEqual({ name: "Mme Roy", capacity: "directrice", party: "collectivite" });
    next.declare({ name: "", capacity: "", party: null });
    await next.verify();
    expect(next.went.by).toEqual([null]);
  });
});

describe("verify", () => {
  it("verifies at today's date where the agent sits, unless another was chosen", async () => {
    const { verify, setAsOf, went } = session();
    expect(await verify()).toBe(true);
    setAsOf("2024-06-30");
    await verify();
    expect(went.asOf).toEqual(["2026-11-24", "2024-06-30"]);
  });

  it("refuses a date that is none, and reads nothing", async () => {
    const { verify, setAsOf, went, getState } = session();
    setAsOf("0202-01-01");
    expect(await verify()).toBe(false);
    expect(went.asOf).toEqual([]);
    expect(getState().notices).toEqual([{ kind: "error", text: texts.dateInvalid }]);
  });

  it("says at which step it is, and that Excel waits for a cell until the next step", async () => {
    const seen: unknown[] = [];
    const { verify, getState } = session({
      async verify(_, onStep, onWaitingForCell) {
        seen.push(getState().running);
        await onStep("read");
        onWaitingForCell();
        seen.push(getState().running);
        await onStep("check");
        seen.push(getState().running);
        return { verification: verification(), refusals: [] };
      },
    });
    await verify();
    expect(seen).toMatchObject([
      { step: null, waitingForCell: false },
      { step: "read", waitingForCell: true },
      { step: "check", waitingForCell: false },
    ]);
    expect(getState().running).toBeNull();
  });

  it("runs one job at a time", async () => {
    const { verify: slowly, end } = pending();
    const { verify, clearHighlights } = session({ verify: slowly });
    const first = verify();
    expect(await verify()).toBe(false);
    expect(await clearHighlights()).toBe(false);
    end();
    expect(await first).toBe(true);
  });

  it("shows a failure in the words of its WorkbookError and keeps the last results", async () => {
    let fails = false;
    const { verify, getState } = session({
      async verify() {
        if (fails) throw new WorkbookError("Validez la cellule.");
        return { verification: verification(), refusals: [] };
      },
    });
    await verify();
    fails = true;
    expect(await verify()).toBe(false);
    expect(getState().notices).toEqual([{ kind: "error", text: "Validez la cellule." }]);
    expect(getState().outcome?.verification).toBeDefined();
    expect(getState().running).toBeNull();
  });

  it("tells an unexpected error in French alone, its detail in the console, and a missing file of the add-in apart", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const bug = new TypeError("x is undefined");
    const { verify, getState } = session({ verify: () => Promise.reject(bug) });
    await verify();
    expect(getState().notices[0]?.text).toBe(texts.unexpected);
    expect(logged.mock.calls).toEqual([[bug]]);
    const missing = Object.assign(new Error("Loading chunk 7 failed"), { name: "ChunkLoadError" });
    const offline = session({ verify: () => Promise.reject(missing) });
    await offline.verify();
    expect(offline.getState().notices[0]?.text).toBe(texts.filesMissing);
    logged.mockRestore();
  });
});

describe("watch", () => {
  it("makes the results stale when the workbook is edited afterwards", async () => {
    const { verify, watch, went, getState } = session();
    await watch();
    await verify();
    expect(isStale(getState(), getState().outcome)).toBe(false);
    went.edit();
    expect(isStale(getState(), getState().outcome)).toBe(true);
    await verify();
    expect(isStale(getState(), getState().outcome)).toBe(false);
  });

  it("makes them stale at once when the workbook was edited during the verification", async () => {
    const { verify: slowly, end } = pending();
    const { verify, watch, went, getState } = session({ verify: slowly });
    await watch();
    const running = verify();
    went.edit();
    end();
    await running;
    expect(isStale(getState(), getState().outcome)).toBe(true);
  });

  it("takes an answer for an edit, of which the verification that follows knows", async () => {
    const { verify, verifyAfter, getState } = session();
    await verify();
    const { outcome: before } = getState();
    expect(await verifyAfter(() => Promise.resolve())).toBe(true);
    expect(isStale(getState(), before)).toBe(true);
    expect(isStale(getState(), getState().outcome)).toBe(false);
  });

  it("verifies all the same where something else was answered by now, and says so", async () => {
    const { verifyAfter, getState } = session();
    expect(await verifyAfter(() => Promise.reject(new DiffersFromShown("Ils ont changé.")))).toBe(false);
    expect(getState().outcome).not.toBeNull();
    expect(getState().notices).toEqual([{ kind: "warning", text: "Ils ont changé." }]);
  });

  it("watches once, and tries again after a failure", async () => {
    let calls = 0;
    const { verify, watch } = session({
      async watchChanges() {
        calls += 1;
        if (calls === 1) throw new WorkbookError("occupé");
      },
    });
    await watch();
    await verify();
    await watch();
    expect(calls).toBe(2);
  });
});

describe("clearHighlights and selectCell", () => {
  it("confirms, or says what refused", async () => {
    const fine = session();
    expect(await fine.clearHighlights()).toBe(true);
    expect(fine.getState().notices).toEqual([{ kind: "success", text: texts.cleared }]);
    const refused = session({ clearHighlights: async () => ["La feuille « A » est protégée."] });
    expect(await refused.clearHighlights()).toBe(false);
    expect(refused.getState().notices).toEqual([{ kind: "warning", text: "La feuille « A » est protégée." }]);
  });

  const B2 = { sheet: "A", row: 1, column: 1 };

  it("remembers the cell gone to, and says why it could not go", async () => {
    const fine = session();
    await fine.selectCell(B2);
    expect(fine.getState().selectedCell).toBe(B2);
    const gone = session({ selectCell: () => Promise.reject(new WorkbookError("La feuille n’existe plus.")) });
    await gone.selectCell(B2);
    expect(gone.getState()).toMatchObject({ selectedCell: null, notices: [{ text: "La feuille n’existe plus." }] });
  });
});

describe("isUsableDate", () => {
  it("takes the years from 2000 to 2099", () => {
    expect(["2000-01-01", "2099-12-31"].every(isUsableDate)).toBe(true);
    expect(["", "1999-12-31", "2100-01-01", "20266-01-01"].some(isUsableDate)).toBe(false);
  });
});

describe("a click while a cell is being edited", () => {
  it("is said at once, and forgotten when Excel answers", async () => {
    const seen: unknown[] = [];
    const { selectCell, getState } = session({
      selectCell(_, onWaitingForCell) {
        onWaitingForCell();
        seen.push(getState().notices);
        return Promise.resolve();
      },
    });
    await selectCell({ sheet: "Budget", row: 0, column: 0 });
    expect(seen).toEqual([[{ kind: "warning", text: texts.waitingForCell }]]);
    expect(getState().notices).toEqual([]);
  });
});
