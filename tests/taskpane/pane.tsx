// The pane over a workbook that a test answers for.
import { formatCellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "../../src/taskpane/app";
import { createSession, type PaneWorkbook } from "../../src/taskpane/session-store";
import { situation } from "./sample-situation";
import { verification } from "./sample-verification";

export const NOW = new Date(2026, 10, 24, 14, 5);

export interface Went {
  readonly asOf: string[];
  /** Who each verification was asked for by. */
  readonly by: (string | null)[];
  readonly cells: string[];
  /** Tells the pane that the agent edited the workbook. */
  edit: () => void;
}

export function workbook(changes: Partial<PaneWorkbook> = {}): { readonly port: PaneWorkbook; readonly went: Went } {
  const went: Went = { asOf: [], by: [], cells: [], edit: () => {} };
  const port: PaneWorkbook = {
    async verify(asOf, _onStep, _onWaitingForCell, qui) {
      went.asOf.push(asOf);
      went.by.push(qui?.name ?? null);
      return { verification: verification({ asOf }), refusals: [] };
    },
    clearHighlights: async () => [],
    corrections: {
      preview: () => Promise.reject(new Error("no corrections here")),
      apply: () => Promise.reject(new Error("no corrections here")),
      undo: () => Promise.reject(new Error("no corrections here")),
    },
    justify: () => Promise.reject(new Error("no justifications here")),
    situate: async (asOf) => situation({ asOf }),
    questions: () => Promise.reject(new Error("no questions here")),
    contrat: {
      avenir: () => Promise.reject(new Error("no avenant to come here")),
      preview: () => Promise.reject(new Error("no avenants here")),
      record: () => Promise.reject(new Error("no avenants here")),
      look: () => Promise.reject(new Error("no new contract here")),
      draft: () => Promise.reject(new Error("no new contract here")),
      seal: () => Promise.reject(new Error("no new contract here")),
      compare: () => Promise.reject(new Error("no comparison here")),
      previewReprise: () => Promise.reject(new Error("no other copy here")),
      reprendre: () => Promise.reject(new Error("no other copy here")),
      writeComparison: () => Promise.reject(new Error("no comparison here")),
    },
    annexes: {
      insert: async () => ({ sheetNames: ["Tableau budgétaire"], refusals: [] }),
    },
    async selectCell(cell) {
      const { end } = cell;
      went.cells.push(formatCellRef(cell) + (end ? `:${formatLocalCell(end.row, end.column)}` : ""));
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
