// The tab « Annexes » as an agent uses it: which annexe, with what, where; by mouse and by keyboard.
import { DiffersFromShown } from "../../../src/usecases/as-shown";
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Situation } from "../../../src/core/situation/situation";
import { WorkbookError } from "xlsx-model/plan";
import { ANNEXE_KINDS, type AnnexeRequest } from "../../../src/core/sheets/annexes/annexe-request";
import { refusals } from "../../../src/core/sheets/parts/refusals";
import { annexeTexts } from "../../../src/taskpane/annexes/texts";
import type { AnnexesService } from "../../../src/taskpane/annexes/annexes-service";
import { isStale } from "../../../src/taskpane/session";
import { texts } from "../../../src/taskpane/texts";
import { expectAccessible } from "../expect-accessible";
import { showPane } from "../pane";
import { situation } from "../sample-situation";

/** A workbook that has nothing but the fiche of the first action. */
const EMPTY: Situation = {
  ...situation(),
  annexes: { ...situation().annexes, budget: [], indicateurs: [] },
  fiches: [1],
};

interface Asked {
  readonly requests: readonly AnnexeRequest[];
  readonly place: string;
  readonly asOf: string;
  readonly again: readonly string[];
}

async function showAnnexes(changes: Partial<AnnexesService> = {}, read: () => Promise<Situation> = async () => EMPTY) {
  const asked: Asked[] = [];
  const annexes: AnnexesService = {
    async insert(requests, place, asOf, again) {
      asked.push({ requests, place, asOf, again });
      return { sheetNames: requests.map((_, index) => `Feuille ${index + 1}`), refusals: [] };
    },
    ...changes,
  };
  const pane = showPane({ annexes, situate: read });
  await pane.user.click(screen.getByRole("tab", { name: texts.tab.documents }));
  await screen.findByRole("button", { name: annexeTexts.insert });
  return { ...pane, asked };
}

const radio = (name: RegExp | string) => screen.getByRole<HTMLInputElement>("radio", { name });
const insert = () => screen.getByRole("button", { name: annexeTexts.insert });
const text = (of: string) => of.replaceAll("\u00a0", " ");

describe("the annexes", () => {
  it("are all offered, each with what it is, and accessible", async () => {
    const { container } = await showAnnexes();
    for (const kind of ANNEXE_KINDS) {
      const description = text(annexeTexts.description(kind)).replace(/[()]/g, ".").replaceAll(" ", ".");
      const name = new RegExp(`^${annexeTexts.title(kind)}.?${description}$`);
      expect(radio(name)).toBeTruthy();
    }
    expect(radio(/^Toutes les annexes/)).toBeTruthy();
    expect(radio(/^Tableau budgétaire/).checked).toBe(true);
    await expectAccessible(container);
  });

  it("make a verification stale that did not count them", async () => {
    const { user, session } = await showAnnexes();
    await act(() => session.verify());
    await user.click(insert());
    await screen.findByText(/a été insérée/);
    expect(isStale(session.getState(), session.getState().outcome)).toBe(true);
  });

  it("are inserted on new sheets, and the pane says where", async () => {
    const { user, asked } = await showAnnexes();
    await user.click(radio(/^Imputation/));
    await user.click(insert());
    expect(asked).toEqual([{ requests: [{ kind: "imputation" }], place: "new-sheets", asOf: "2026-11-24", again: [] }]);
    expect(await screen.findByText(text(annexeTexts.inserted(["Feuille 1"])))).toBeTruthy();
  });

  it("take their options", async () => {
    const { user, asked } = await showAnnexes();
    await user.click(screen.getByRole("checkbox", { name: annexeTexts.sousTotaux }));
    await user.click(insert());
    await user.click(radio(/^Suivi/));
    await user.click(screen.getByRole("checkbox", { name: annexeTexts.realises }));
    await user.click(insert());
    await user.click(radio(/^Exécution/));
    await user.selectOptions(screen.getByRole("combobox", { name: annexeTexts.annee }), "2025");
    await user.click(insert());
    await user.click(radio(/^Fiches/));
    expect(screen.getByRole("option", { name: /^1.*\(a déjà sa fiche\)$/ })).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: annexeTexts.action }), "2");
    await user.click(insert());
    expect(asked.flatMap(({ requests }) => requests)).toEqual([
      { kind: "budget", sousTotaux: true },
      { kind: "indicateurs", realises: true },
      { kind: "execution", annee: 2025 },
      { kind: "fiches", action: 2 },
    ]);
  });

  it("go to the selected cell when one cell is enough", async () => {
    const { user, asked } = await showAnnexes();
    await user.click(radio(annexeTexts.selectedCell));
    await user.click(insert());
    expect(asked[0]?.place).toBe("selected-cell");
    expect(await screen.findByText(text(annexeTexts.insertedAt(["Feuille 1"])))).toBeTruthy();

    await user.click(radio(/^Exécution/));
    expect(radio(annexeTexts.selectedCell).disabled).toBe(true);
    expect(radio(annexeTexts.newSheets).checked).toBe(true);
    expect(screen.getByText(text(annexeTexts.onlyNewSheets.execution))).toBeTruthy();
    await user.click(insert());
    expect(asked[1]?.place).toBe("new-sheets");

    await user.selectOptions(screen.getByRole("combobox", { name: annexeTexts.annee }), "2024");
    expect(radio(annexeTexts.selectedCell).checked).toBe(true);
    for (const name of [/^Contrat/, /^Toutes/]) {
      await user.click(radio(name));
      expect(radio(annexeTexts.selectedCell).disabled).toBe(true);
    }
  });

  it("can all be asked for at once, without those that the workbook has already", async () => {
    const { user, asked } = await showAnnexes();
    await user.click(radio(/^Toutes/));
    await user.click(insert());
    expect(asked[0]?.requests).toEqual([
      { kind: "budget", sousTotaux: false },
      { kind: "indicateurs", realises: false },
      { kind: "execution", annee: null },
      { kind: "fiches", action: null, siManque: true },
      { kind: "imputation" },
      { kind: "versements" },
      { kind: "echeancier" },
      { kind: "contrat", siManque: true },
    ]);
    expect(await screen.findByText(/^8.feuilles ont été insérées/)).toBeTruthy();
  });

  // What the arrows do is the browser's: tests/browser/annexes.test.ts.
  it("have one stop of the keyboard for each choice, in reading order", async () => {
    const { user, asked } = await showAnnexes();
    radio(/^Tableau budgétaire/).focus();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: annexeTexts.sousTotaux }));
    await user.keyboard(" ");
    await user.tab();
    expect(document.activeElement).toBe(radio(annexeTexts.newSheets));
    await user.tab();
    expect(document.activeElement).toBe(insert());
    await user.keyboard("{Enter}");
    expect(asked[0]?.requests).toEqual([{ kind: "budget", sousTotaux: true }]);
  });
});

describe("an annexe that the workbook has already", () => {
  it("is shown with its sheet, and asked about before a second one goes in", async () => {
    const { user, asked, container } = await showAnnexes({}, async () => situation());
    await screen.findByText(/^Déjà dans le classeur : feuille « Tableau budgétaire »$/);
    await user.click(insert());
    expect(asked).toEqual([]);
    const title = screen.getByRole("heading", { name: annexeTexts.againTitle });
    expect(document.activeElement).toBe(title);
    await expectAccessible(container);
    await user.click(screen.getByRole("button", { name: annexeTexts.keep }));
    expect([asked, document.activeElement]).toEqual([[], insert()]);
    await user.click(insert());
    await user.click(screen.getByRole("button", { name: annexeTexts.again }));
    await waitFor(() => expect(asked.map(({ again }) => again)).toEqual([["Tableau budgétaire"]]));
  });

  it("is asked about again where it stands elsewhere by now than where it was shown", async () => {
    let isInserted = false;
    const asked: (readonly string[])[] = [];
    const sheets = () => ["Tableau budgétaire", ...(isInserted ? ["Celui du collègue"] : [])];
    const { user } = await showAnnexes(
      {
        async insert(_requests, _place, _asOf, again) {
          asked.push(again);
          if (isInserted) return { sheetNames: ["Tableau budgétaire (2)"], refusals: [] };
          isInserted = true;
          throw new DiffersFromShown("Le classeur en a deux : rien n’a été inséré.");
        },
      },
      async () => situation({ annexes: { ...situation().annexes, budget: sheets() } }),
    );
    await screen.findByText(/^Déjà.*« Tableau budgétaire »$/);
    await user.click(insert());
    await user.click(screen.getByRole("button", { name: annexeTexts.again }));
    await screen.findByText(/^Le classeur en a deux/);
    await screen.findByText(/^Déjà.*Celui du collègue/);
    await user.click(insert());
    await user.click(screen.getByRole("button", { name: annexeTexts.again }));
    await waitFor(() => expect(asked).toEqual([["Tableau budgétaire"], ["Tableau budgétaire", "Celui du collègue"]]));
  });

  it("is no longer asked about once another one is chosen", async () => {
    const { user, asked } = await showAnnexes({}, async () => situation());
    await screen.findByText(/^Déjà.*« Tableau budgétaire »$/);
    await user.click(insert());
    await user.click(radio(/^Échéancier/));
    expect(screen.queryByRole("heading", { name: annexeTexts.againTitle })).toBeNull();
    await user.click(insert());
    await waitFor(() => expect(asked.map(({ again }) => again)).toEqual([[]]));
  });
});

describe("what goes wrong", () => {
  it("with the look of a sheet is said beside what was inserted", async () => {
    const sheetNames = ["Échéancier"];
    const told = refusals.undressed("Échéancier");
    const { user } = await showAnnexes({ insert: async () => ({ sheetNames, refusals: [told] }) });
    await user.click(insert());
    expect(await screen.findByText(text(annexeTexts.inserted(sheetNames)))).toBeTruthy();
    expect(screen.getByText(text(told))).toBeTruthy();
  });

  it("is said, and the choice stays", async () => {
    const sentence = "La feuille est protégée : rien n’y a été inséré.";
    const { user } = await showAnnexes({ insert: () => Promise.reject(new WorkbookError(sentence)) });
    await user.click(radio(/^Échéancier/));
    await user.click(insert());
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(radio(/^Échéancier/).checked).toBe(true);
  });

  it("leaves the annexes whole when the contract's years cannot be read", async () => {
    const { user, asked } = await showAnnexes({}, () => Promise.reject(new WorkbookError("illisible")));
    await user.click(radio(/^Exécution/));
    expect(screen.getAllByRole("option")).toHaveLength(1);
    await user.click(insert());
    await waitFor(() => expect(asked).toHaveLength(1));
  });

  it("is one job at a time", async () => {
    let finish = (): void => {};
    const { user, asked } = await showAnnexes({
      insert: () => new Promise((resolve) => (finish = () => resolve({ sheetNames: ["Feuille"], refusals: [] }))),
    });
    await user.click(insert());
    expect(insert().getAttribute("aria-disabled")).toBe("true");
    await user.click(insert());
    finish();
    expect(await screen.findByText(text(annexeTexts.inserted(["Feuille"])))).toBeTruthy();
    expect(asked).toEqual([]);
  });
});
