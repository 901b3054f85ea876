// The pane over a workbook that a test answers for.
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "../../src/taskpane/app";
import { createSession, type PaneWorkbook } from "../../src/taskpane/session-store";
import { verification } from "./sample-verification";
import "./setup";

export const NOW = new Date(2026, 10, 24, 14, 5);

export interface Went {
  readonly asOf: string[];
  readonly cells: string[];
  /** Kind and heading of each table that was chosen. */
  readonly choices: string[];
  /** Tells the pane that the agent edited the workbook. */
  edit: () => void;
}

export function workbook(changes: Partial<PaneWorkbook> = {}): { readonly port: PaneWorkbook; readonly went: Went } {
  const went: Went = { asOf: [], cells: [], choices: [], edit: () => {} };
  const port: PaneWorkbook = {
    async verify(asOf) {
      went.asOf.push(asOf);
      return { verification: verification({ asOf }), refusals: [] };
    },
    async chooseTable({ kind }, heading) {
      went.choices.push(`${kind} ${heading}`);
    },
    clearHighlights: async () => [],
    annexes: {
      choices: async () => ({
        annees: [2024, 2025],
        actions: [{ numero: 1, intitule: "Aller vers", hasFiche: false }],
      }),
      insert: async () => ["Tableau budgétaire"],
    },
    async selectCell(cell) {
      went.cells.push(cell);
    },
    async watchChanges(onChange) {
      went.edit = onChange;
    },
    reports: {
      periods: () => Promise.reject(new Error("no reports here")),
      writeBilan: () => Promise.reject(new Error("no reports here")),
      wordBilan: () => Promise.reject(new Error("no reports here")),
      establish: () => Promise.reject(new Error("no reports here")),
      check: () => Promise.reject(new Error("no reports here")),
    },
    totals: {
      preview: () => Promise.reject(new Error("no totals here")),
      apply: () => Promise.reject(new Error("no totals here")),
    },
    ...changes,
  };
  return { port, went };
}

export function showPane(changes: Partial<PaneWorkbook> = {}) {
  const { port, went } = workbook(changes);
  const session = createSession(port, () => NOW);
  const view = render(<App session={session} officeBackground={null} today={() => "2026-11-24"} />);
  return { ...view, session, went, user: userEvent.setup() };
}
