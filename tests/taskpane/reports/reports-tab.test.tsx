// The tab « Rapports » over a real workbook file: the report as sheets and as a document, the procès-verbal and its control.
import { readFileSync } from "node:fs";
import { act, screen, waitFor, within } from "@testing-library/react";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { openFileWorkbook, type FileWorkbook } from "../../../src/files/file-workbook";
import type { ReportsService } from "../../../src/taskpane/reports/reports-service";
import { texts } from "../../../src/taskpane/reports/texts";
import { bilanPeriods } from "../../../src/usecases/bilan-periods";
import { checkProcesVerbal } from "../../../src/usecases/check-proces-verbal";
import { establishProcesVerbal } from "../../../src/usecases/establish-proces-verbal";
import { computeWorkbookBilan, writeBilan } from "../../../src/usecases/write-bilan";
import { bilanDocx } from "../../../src/word/bilan-docx";
import { expectAccessible } from "../expect-accessible";
import { showPane } from "../pane";

const BILAN = "exemples/classeur-bilan.xlsx";

const button = (name: string | RegExp) => screen.getByRole("button", { name });
/** Testing Library reads every space of the page as a plain one. */
const plain = (text: string | null) => (text ?? "").replace(/\s/g, " ");
const open = (path: string) => openFileWorkbook(new Uint8Array(readFileSync(path)), "classeur.xlsx");

function serviceOf({ port }: FileWorkbook): ReportsService {
  return {
    periods: (asOf) => bilanPeriods(port, contratIntegre, asOf),
    writeBilan: (periode, asOf) => writeBilan(port, contratIntegre, { periode, asOf }),
    async wordBilan(periode, asOf) {
      const bilan = await computeWorkbookBilan(port, contratIntegre, { periode, asOf });
      return { bilan, bytes: await bilanDocx(bilan) };
    },
    establish: (asOf, replace) => establishProcesVerbal(port, contratIntegre, asOf, replace),
    check: () => checkProcesVerbal(port, contratIntegre),
  };
}

async function showReports(file: FileWorkbook = open(BILAN), changes: Partial<ReportsService> = {}) {
  const pane = showPane({ reports: { ...serviceOf(file), ...changes } });
  await pane.user.click(screen.getByRole("tab", { name: "Documents" }));
  await pane.user.click(screen.getByRole("tab", { name: "Rapports" }));
  await screen.findByRole("option", { name: plain(texts.year(2025)) });
  return { ...pane, file };
}

const tabs = ({ model }: FileWorkbook) => model.sheets.map(({ name }) => name);

function change({ model }: FileWorkbook, sheetName: string, row: number, column: number, value: number): void {
  const sheet = model.sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new Error(`no sheet ${sheetName}`);
  sheet.setContent(row, column, { value, formula: null });
}

describe("the report of execution", () => {
  it("offers the mid-term report first, then the whole contract and each year of the contract in force", async () => {
    const { container } = await showReports();
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual([
      "Mi-parcours (2024-2025)",
      "Tout le contrat (2024-2027)",
      ...[2024, 2025, 2026, 2027].map((annee) => `Année ${annee}`),
    ]);
    expect(screen.getByText(/À la date du 24\/11\/2026/)).toBeDefined();
    await expectAccessible(container);
  });

  it("writes its sheets, and says whether it is ready and what lacks, with the way to each cell", async () => {
    const { user, container, file, went } = await showReports(open("exemples/classeur-exemple.xlsx"));
    const before = tabs(file);
    await user.click(button(texts.writeSheets));
    await screen.findByRole("heading", { name: "Bilan 2024-2025" });
    expect(screen.getByText(/^Prêt à transmettre : non, il manque/)).toBeDefined();
    const added = tabs(file).filter((name) => !before.includes(name));
    expect(added.length).toBeGreaterThanOrEqual(4);
    for (const name of added) expect(screen.getByText(new RegExp(`Feuilles écrites :.*« ${name} »`))).toBeDefined();
    const [link] = screen.getAllByRole("button", { name: /^Aller à la cellule/ });
    if (!link) throw new Error("no way to a cell");
    await user.click(link);
    expect(went.cells).toHaveLength(1);
    await expectAccessible(container);
  });

  it("is that of the chosen period", async () => {
    const { user } = await showReports();
    await user.selectOptions(screen.getByRole("combobox"), "Année 2025");
    await user.click(button(texts.writeSheets));
    await screen.findByRole("heading", { name: "Bilan 2025" });
    await user.selectOptions(screen.getByRole("combobox"), "Tout le contrat (2024-2027)");
    await user.click(button(texts.writeSheets));
    await screen.findByRole("heading", { name: "Bilan 2024-2027" });
    expect(screen.getAllByText(/^202[67] : l’année n’est pas close/)).toHaveLength(2);
  });

  it("is written again without a question, and says where what somebody typed on its sheets is kept", async () => {
    const { user, container, file } = await showReports();
    const write = async () => {
      await user.click(button(texts.writeSheets));
      await screen.findByRole("heading", { name: "Bilan 2024-2025" });
    };
    await write();
    await write();
    expect(screen.queryByText(/Notes conservées/)).toBeNull();
    const sheet = file.model.sheets.find(({ name }) => name === "Bilan par axe");
    sheet?.setContent(3, 2, { value: "Relu avec la DDETS", formula: null });
    await write();
    await screen.findByText(
      /dans « Bilan par axe », qui vient d’être réécrite, est gardé dans la feuille « Notes conservées »/,
    );
    const kept = file.model.sheets.find(({ name }) => name === "Notes conservées");
    expect([0, 2].map((column) => kept?.content(3, column).value)).toEqual([
      "'Bilan par axe'!C4",
      "Relu avec la DDETS",
    ]);
    await expectAccessible(container);
  });

  it("can be asked for before the periods are known", async () => {
    const file = open(BILAN);
    const { user } = showPane({
      reports: { ...serviceOf(file), periods: () => Promise.reject(new Error("not yet")) },
    });
    await user.click(screen.getByRole("tab", { name: "Documents" }));
    await user.click(screen.getByRole("tab", { name: "Rapports" }));
    expect((await screen.findAllByRole("option")).map(({ textContent }) => textContent)).toEqual(["Mi-parcours"]);
    await user.click(button(texts.writeSheets));
    await screen.findByRole("heading", { name: "Bilan 2024-2025" });
  });
});

describe("the Word document", () => {
  const kept = new Map<string, Blob>();
  const clicked: string[] = [];
  const { click } = HTMLAnchorElement.prototype;
  beforeEach(() => {
    kept.clear();
    clicked.length = 0;
    // jsdom keeps no files.
    URL.createObjectURL = (blob) => {
      const url = `blob:fichier-${kept.size + 1}`;
      kept.set(url, blob as Blob);
      return url;
    };
    URL.revokeObjectURL = (url) => void kept.delete(url);
    HTMLAnchorElement.prototype.click = function () {
      clicked.push(`${this.download} ${this.href}`);
    };
  });
  afterEach(() => {
    HTMLAnchorElement.prototype.click = click;
  });

  it("is made of the period, offered to be saved, and can be saved again", async () => {
    const { user, container, file } = await showReports();
    const before = file.save();
    await user.click(button(texts.makeWord));
    const link = await screen.findByRole("link", { name: /Enregistrer\s«\sbilan-execution-2024-2025\.docx\s»/ });
    expect(clicked).toEqual(["bilan-execution-2024-2025.docx blob:fichier-1"]);
    expect([link.getAttribute("href"), link.getAttribute("download")]).toEqual([
      "blob:fichier-1",
      "bilan-execution-2024-2025.docx",
    ]);
    const blob = kept.get("blob:fichier-1");
    expect(blob?.type).toMatch(/wordprocessingml/);
    const parts = unzipSync(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)));
    expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toContain("Bilan d’exécution 2024-2025");
    expect(screen.getByText(/Si rien ne s’enregistre/)).toBeDefined();
    expect(file.save()).toEqual(before);
    await expectAccessible(container);
  });

  it("leaves no file behind when another is made", async () => {
    const { user } = await showReports();
    await user.click(button(texts.makeWord));
    await screen.findByRole("link");
    await user.click(button(texts.writeSheets));
    await screen.findByText(/Feuilles écrites/);
    expect(kept.size).toBe(0);
    expect(screen.queryByRole("link")).toBeNull();
  });
});

describe("the procès-verbal", () => {
  it("is established, with its sheet and its fingerprint", async () => {
    const { user, container, file } = await showReports();
    await user.click(button(texts.establish));
    await screen.findByRole("heading", { name: texts.established });
    expect(screen.getByText(/Feuille « Procès-verbal »/)).toBeDefined();
    expect(screen.getByText(/^[0-9a-f]{8}(?: [0-9a-f]{8}){7}$/)).toBeDefined();
    expect(tabs(file)).toContain("Procès-verbal");
    await expectAccessible(container);
  });

  it("is replaced only when the agent says so", async () => {
    const { user, file } = await showReports();
    await user.click(button(texts.establish));
    await screen.findByRole("heading", { name: texts.established });
    const before = file.save();
    await user.click(button(texts.establish));
    const heading = await screen.findByRole("heading", { name: texts.exists });
    expect(plain(heading.closest("section")?.textContent ?? "")).toContain("établi à la date du 24/11/2026");
    await user.click(button(texts.keep));
    expect(screen.queryByRole("heading", { name: texts.exists })).toBeNull();
    expect(file.save()).toEqual(before);
    await user.click(button(texts.establish));
    await screen.findByRole("heading", { name: texts.exists });
    change(file, "Tableau budgétaire", 30, 1, 5);
    await user.click(button(texts.replace));
    await screen.findByRole("heading", { name: texts.established });
    expect(tabs(file).filter((name) => name.startsWith("Procès-verbal"))).toEqual(["Procès-verbal"]);
  });

  it("is not replaced by one who saw another: what stands now is shown, and asked about again", async () => {
    const { user, file } = await showReports();
    await user.click(button(texts.establish));
    await user.click(button(texts.establish));
    await screen.findByRole("heading", { name: texts.exists });
    // The other party draws up its own meanwhile.
    const draw = (replace: string | null) => establishProcesVerbal(file.port, contratIntegre, "2026-03-01", replace);
    const shown = await draw(null);
    await draw(shown.kind === "exists" ? shown.standing : null);
    const before = file.save();
    await user.click(button(texts.replace));
    await screen.findByText(/Le procès-verbal a changé depuis son affichage.*établi à la date du 01\/03\/2026/);
    expect(file.save()).toEqual(before);
    const heading = screen.getByRole("heading", { name: texts.exists });
    expect(plain(heading.closest("section")?.textContent ?? "")).toContain("établi à la date du 01/03/2026");
    await user.click(button(texts.replace));
    await screen.findByRole("heading", { name: texts.established });
    expect(file.save()).not.toEqual(before);
  });

  it("is found identical, then different with what changed and the way to its cell", async () => {
    const { user, container, file, went } = await showReports();
    await user.click(button(texts.establish));
    await screen.findByRole("heading", { name: texts.established });
    await user.click(button(texts.check));
    await screen.findByRole("heading", { name: /^Identique\s: les chiffres/ });
    expect(screen.getByText(/procès-verbal, le 24\/11\/2026/)).toBeDefined();

    const draw = (replace: string | null) => establishProcesVerbal(file.port, contratIntegre, "2026-11-24", replace);
    const shown = await draw(null);
    const { chiffres } = await draw(shown.kind === "exists" ? shown.standing : null).then((done) => {
      if (done.kind !== "established") throw new Error("not established");
      return done.procesVerbal;
    });
    const target = chiffres.find(({ cle }) => cle === "budget/action-1/2025/etat");
    const [, sheet = "", row = "", column = ""] = /^'?([^'!]+)'?!([A-Z])(\d+)$/.exec(target?.cellule ?? "") ?? [];
    change(file, sheet, Number(column) - 1, row.charCodeAt(0) - 65, 12);
    await user.click(button(texts.check));
    await screen.findByRole("heading", { name: /^Différent\s: / });
    const section = screen.getByRole("heading", { name: texts.pvTitle }).closest("section");
    expect(plain(section?.textContent ?? "")).toContain(
      "Action 1 – 2025 – part État : 65 000,00 € au procès-verbal, 12,00 € à présent.",
    );
    const link = within(section as HTMLElement).getByRole("button", {
      name: `Aller à la cellule ${sheet}, ${row}${column}`,
    });
    await user.click(link);
    expect(went.cells).toEqual([target?.cellule]);
    await expectAccessible(container);
  });

  it("says in one sentence what is wrong, and that alone", async () => {
    const { user } = await showReports();
    await user.click(button(texts.check));
    await screen.findByText(/n’a pas de procès-verbal à contrôler/);
    expect(screen.queryByRole("heading", { level: 3 })).toBeNull();
  });

  it("is out of date after an edit, as the report of execution is", async () => {
    const { user, session, went } = await showReports();
    await act(() => session.watch());
    await user.click(button(texts.writeSheets));
    await screen.findByText(/^Prêt à transmettre/);
    await user.click(button(texts.establish));
    await screen.findByRole("heading", { name: texts.established });
    await user.click(button(texts.check));
    await screen.findByRole("heading", { name: /^Identique/ });
    expect(screen.queryByText(/périmés/)).toBeNull();
    act(() => went.edit());
    expect(screen.getByText(plain(texts.bilanStale))).toBeDefined();
    expect(screen.getByText(plain(texts.pvStale))).toBeDefined();
    await user.click(button(texts.check));
    await waitFor(() => expect(screen.queryByText(plain(texts.pvStale))).toBeNull());
    expect(screen.getByText(plain(texts.bilanStale))).toBeDefined();
  });

  it("keeps its outcome while another tab is shown", async () => {
    const { user } = await showReports();
    await user.click(button(texts.establish));
    await screen.findByRole("heading", { name: texts.established });
    await user.click(screen.getByRole("tab", { name: "Écarts" }));
    await user.click(screen.getByRole("tab", { name: "Documents" }));
    await user.click(screen.getByRole("tab", { name: "Rapports" }));
    expect(screen.getByRole("heading", { name: texts.established })).toBeDefined();
  });
});

describe("the texts", () => {
  it.each(Object.entries(texts).flatMap(([name, text]) => (typeof text === "string" ? [[name, text]] : [])))(
    "%s has no-break spaces and curly apostrophes",
    (_, text) => {
      expect(text).not.toMatch(/ [:;?!»€%]|« |'|\.\.\./);
    },
  );
});
