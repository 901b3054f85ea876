// The ribbon's functions as Excel calls them, through Microsoft's client: each runs and is completed.
import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { associateCommands } from "../../src/commands/commands";
import { WorkbookError } from "xlsx-model/plan";
import { createXlsx } from "xlsx-model/create-xlsx";
import { bootOffice } from "simulated-excel/boot-office-node";
import { createExcelHost } from "simulated-excel/excel-host";
import type { Win32Bridge } from "simulated-excel/win32-bridge";
import { createSession, type PaneWorkbook, type Session } from "../../src/taskpane/session-store";

const called: string[] = [];
let refusals: readonly string[] = [];
let inserts = true;
let opens = true;
let bridge: Win32Bridge;

/** Notes what is asked of the workbook, and answers nothing else. */
function asked(name: string) {
  return (): Promise<never> => {
    called.push(name);
    return Promise.reject(new WorkbookError("Rien à lire ici."));
  };
}

const workbook: PaneWorkbook = {
  verify: asked("verify"),
  async clearHighlights() {
    called.push("clear");
    return refusals;
  },
  selectCell: asked("select"),
  watchChanges: async () => {},
  justify: asked("justify"),
  corrections: { preview: asked("correct"), apply: asked("apply corrections"), undo: asked("undo") },
  situate: asked("situate"),
  questions: asked("questions"),
  contrat: {
    avenir: asked("avenir"),
    preview: asked("preview avenant"),
    record: asked("record avenant"),
    look: asked("look"),
    draft: asked("draft"),
    seal: asked("seal"),
    compare: asked("compare"),
    previewReprise: asked("preview of another copy"),
    reprendre: asked("take another copy"),
    writeComparison: asked("write comparison"),
  },
  annexes: {
    async insert(requests, place, asOf) {
      called.push(`insert ${JSON.stringify(requests)} ${place} ${asOf}`);
      if (!inserts) throw new WorkbookError("La structure du classeur est protégée.");
      return { sheetNames: ["Tableau budgétaire"], refusals: [] };
    },
  },
  totals: { preview: asked("totals"), apply: asked("apply totals") },
  reports: {
    periods: asked("periods"),
    async writeBilan(periode) {
      called.push(`bilan ${JSON.stringify(periode)}`);
      throw new WorkbookError("Le classeur n’a pas d’exécution.");
    },
    wordBilan: asked("word"),
    establish: asked("establish"),
    check: asked("check"),
  },
};

/** The one that Excel's functions were associated with; what it found last is asked of it. */
let session: Session;

async function showPane() {
  if (!opens) throw new Error("no pane");
  called.push("pane");
}

beforeAll(async () => {
  bridge = await bootOffice(createExcelHost(createXlsx("vide.xlsx")));
  session = createSession(workbook, () => new Date(2026, 10, 24));
  associateCommands(session, showPane);
});

beforeEach(() => {
  called.length = 0;
  refusals = [];
  inserts = true;
  opens = true;
  session.chooseTab("verify");
});

const notices = () => session.getState().notices.map(({ text }) => text);

describe("the ribbon", () => {
  const functions = [...readFileSync("manifest.xml", "utf8").matchAll(/<FunctionName>(.*)<\//g)].map(
    ([, name]) => name,
  );

  it.each(functions)("completes %s", async (name) => {
    await bridge.invokeCommand(String(name));
    expect(called).not.toEqual([]);
  });

  it("opens the pane on the verification, and verifies", async () => {
    session.chooseTab("reports");
    await bridge.invokeCommand("verifier");
    expect(called.sort()).toEqual(["pane", "verify"]);
    expect(session.getState().tab).toBe("verify");
  });

  it("verifies and completes even when the pane does not open", async () => {
    opens = false;
    await bridge.invokeCommand("verifier");
    expect(called).toEqual(["verify"]);
  });

  it("clears without opening the pane, unless there is something to say", async () => {
    await bridge.invokeCommand("effacerSurlignage");
    expect(called).toEqual(["clear"]);
    refusals = ["La feuille « Budget » est protégée."];
    await bridge.invokeCommand("effacerSurlignage");
    expect(called).toEqual(["clear", "clear", "pane"]);
  });

  it.each([
    ["insererTableauBudgetaire", { kind: "budget", sousTotaux: false }],
    ["insererSuiviIndicateurs", { kind: "indicateurs", realises: false }],
    ["insererExecutionBudgetaire", { kind: "execution", annee: null }],
    ["insererFichesAction", { kind: "fiches", action: null }],
    ["insererImputationCredits", { kind: "imputation" }],
    ["insererVersements", { kind: "versements" }],
    ["insererEcheancier", { kind: "echeancier" }],
    ["insererContrat", { kind: "contrat" }],
  ])("%s inserts that annexe on new sheets, and leaves the agent in his workbook", async (name, request) => {
    await bridge.invokeCommand(name);
    expect(called).toEqual([`insert ${JSON.stringify([request])} new-sheets 2026-11-24`]);
    expect(notices()).toEqual(["L’annexe a été insérée dans la nouvelle feuille «\u00a0Tableau budgétaire\u00a0»."]);
  });

  it("opens the pane to say why an annexe was not inserted", async () => {
    inserts = false;
    await bridge.invokeCommand("insererEcheancier");
    expect(called.at(-1)).toBe("pane");
    expect(session.getState().tab).toBe("annexes");
    expect(notices()).toEqual(["La structure du classeur est protégée."]);
  });

  it("shows what the totals would become before anything is written", async () => {
    await bridge.invokeCommand("actualiserTotaux");
    expect(called.sort()).toEqual(["pane", "totals"]);
    expect(session.getState().tab).toBe("totals");
  });

  it.each([
    ["ecrireBilan", 'bilan "mi-parcours"'],
    ["etablirProcesVerbal", "establish"],
    ["controlerProcesVerbal", "check"],
  ])("%s begins that report, with the pane beside it", async (name, wanted) => {
    await bridge.invokeCommand(name);
    expect(called.sort()).toEqual([wanted, "pane"].sort());
    expect(session.getState().tab).toBe("reports");
  });

  it("is refused a function that nobody associated", async () => {
    await expect(bridge.invokeCommand("imprimer")).rejects.toThrow();
  });
});
