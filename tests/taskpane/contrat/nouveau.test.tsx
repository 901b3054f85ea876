// « Nouveau contrat » as a person goes through it, with real files of an invented contract: given, answered, read again, sealed.
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { Convention } from "../../../src/core/contract/convention";
import { questionsOuvertes } from "../../../src/core/contract/definition/questions";
import { WorkbookError } from "xlsx-model/plan";
import { DocumentError } from "../../../src/documents/limits";
import { draftFiles, readSignedFile } from "../../../src/signed-files/draft-files";
import type { ContratService } from "../../../src/taskpane/contrat/contrat-service";
import { nouveauStore } from "../../../src/taskpane/contrat/nouveau/nouveau-store";
import { nouveauTexts } from "../../../src/taskpane/contrat/nouveau/texts";
import { contratTexts } from "../../../src/taskpane/contrat/texts";
import { texts } from "../../../src/taskpane/texts";
import { whoTexts } from "../../../src/taskpane/who/texts";
import { textOf } from "../../contracts/invented-document";
import { INVENTES } from "../../contracts/invented-documents";
import { expectAccessible } from "../expect-accessible";
import { showPane } from "../pane";
import { situation } from "../sample-situation";

const plain = (text: string) => text.replace(/\s/g, " ");
const button = (name: string) => screen.getByRole("button", { name: (shown) => plain(shown) === plain(name) });
const line = (pattern: RegExp) =>
  INVENTES[3]?.[1].lignes.map((own) => (typeof own === "string" ? own.replace(...swap(pattern)) : own)) ?? [];
const swap = (pattern: RegExp): [RegExp, string] => [
  pattern,
  "$& Le Département apporte au moins 30 % des crédits de chaque action.",
];

/** The least share is said twice, and not alike. */
const CONTRACT = textOf(line(/La part du Département, pour chaque action.*/));

async function showNouveau(changes: Partial<ContratService> = {}) {
  const contrat: ContratService = {
    avenir: () => Promise.reject(new Error("no avenant here")),
    previewReprise: () => Promise.reject(new Error("no other copy here")),
    reprendre: () => Promise.reject(new Error("no other copy here")),
    preview: () => Promise.reject(new Error("no avenant here")),
    record: () => Promise.reject(new Error("no avenant here")),
    async look(file) {
      try {
        const { blocs } = await readSignedFile(file);
        return {
          pages: 0,
          articles: 4,
          tables: blocs.filter(({ kind }) => kind === "tableau").length,
          isWorkbook: false,
          unread: [],
        };
      } catch (error) {
        return error instanceof DocumentError ? error.message : String(error);
      }
    },
    draft: (files) => draftFiles(files, (_, read) => read()),
    seal: () => Promise.reject(new Error("nothing is sealed here")),
    compare: () => Promise.reject(new Error("nothing is compared here")),
    writeComparison: () => Promise.reject(new Error("nothing is compared here")),
    ...changes,
  };
  const pane = showPane({ contrat });
  await pane.user.click(screen.getByRole("tab", { name: texts.tab.contrat }));
  await pane.user.click(await screen.findByRole("button", { name: contratTexts.newContract }));
  await screen.findByText(nouveauTexts.drop);
  return pane;
}

type Shown = Awaited<ReturnType<typeof showNouveau>>;

async function give({ user }: Shown, ...files: readonly File[]) {
  await user.upload(screen.getByLabelText(nouveauTexts.choose, { selector: "input" }), [...files]);
}

const contract = () => new File([CONTRACT], "contrat.txt");

async function read(shown: Shown) {
  await give(shown, contract());
  await screen.findByText(/4 articles/);
  await shown.user.click(button(nouveauTexts.read));
  await shown.user.type(await screen.findByLabelText(whoTexts.name), "Claire Martin");
  await shown.user.click(screen.getByRole("radio", { name: /^La collectivité/ }));
  await shown.user.click(button(whoTexts.go));
  await screen.findByText(nouveauTexts.byArticle);
}

const question = () => screen.getByText(/^(?:Une question|Question \d+ sur)/).closest("section") as HTMLElement;

const headingOf = (card: HTMLElement) => within(card).getAllByRole("heading", { level: 3 })[0] as HTMLElement;

async function answerAll({ user }: Shown) {
  for (let left = 40; screen.queryByText(/^(?:Une question|Question \d+ sur)/); left -= 1) {
    if (left === 0) throw new Error(question().textContent);
    const [first] = within(question()).queryAllByRole("radio");
    if (first) await user.click(first);
    const [primary] = within(question())
      .getAllByRole("button")
      .filter(({ textContent }) => /^(?:Retenir|C’est exact|Le contrat)/.test(textContent));
    if (!primary) throw new Error(question().textContent);
    await user.click(primary);
  }
}

async function readAll({ user }: Shown) {
  for (let left = 60; left > 0; left -= 1) {
    const [exact] = screen.queryAllByRole("button", { name: /exactes?$/ });
    const [closed] = screen.queryAllByRole("button", { name: /à relire/, expanded: false });
    const next = exact ?? closed;
    if (!next) return;
    await user.click(next);
  }
}

describe("the files", () => {
  it("say what is in them, or why they cannot be read, and can be taken back", async () => {
    const shown = await showNouveau();
    await give(shown, contract(), new File(["%PD"], "scan.pdf"));
    expect(await screen.findByText(/4 articles/)).toBeTruthy();
    expect(await screen.findByText(/n’est pas un PDF/)).toBeTruthy();
    await expectAccessible(shown.container);
    await shown.user.click(button(nouveauTexts.removeNamed("scan.pdf")));
    expect(screen.queryByText("scan.pdf")).toBeNull();
    expect(document.activeElement).toBe(button(nouveauTexts.choose));
  });

  it("are asked for before anything is read", async () => {
    const { user } = await showNouveau();
    await user.click(button(nouveauTexts.read));
    expect(screen.getByRole("alert").textContent).toBe(nouveauTexts.nothingGiven);
  });

  it("can be stopped while they are read", async () => {
    const shown = await showNouveau({
      draft: (_, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new WorkbookError("stopped")))),
    });
    await give(shown, contract());
    await screen.findByText(/4 articles/);
    await shown.user.click(button(nouveauTexts.read));
    await shown.user.click(button(nouveauTexts.stop));
    expect((await screen.findByRole("alert")).textContent).toBe(nouveauTexts.stopped);
    expect(button(nouveauTexts.read)).toBeTruthy();
  });

  it("may be a definition, refused with the field that is wrong", async () => {
    const shown = await showNouveau();
    await shown.user.upload(screen.getByLabelText(nouveauTexts.openDefinition, { selector: "input" }), [
      new File(['{"id": "x"}'], "contrat.json"),
    ]);
    expect((await screen.findByRole("alert")).textContent).toMatch(
      /^contrat\.json : La définition du contrat est refusée/,
    );
  });
});

describe("what the contract says", () => {
  it("is asked where it is doubtful, each value with its sentence, and what the choice changes", async () => {
    const shown = await showNouveau();
    await read(shown);
    const card = question();
    expect(plain(headingOf(card).textContent)).toMatch(/part minimale/);
    expect(within(card).getAllByRole("radio")).toHaveLength(3);
    expect(within(card).getAllByText(/au moins 30|La part du Département, pour/).length).toBeGreaterThan(0);
    await expectAccessible(shown.container);
    // Nothing is chosen for the person.
    await shown.user.click(within(card).getByRole("button", { name: nouveauTexts.answer }));
    expect(within(card).getByText(nouveauTexts.chooseFirst)).toBeTruthy();
    expect(document.activeElement).toBe(within(card).getAllByRole("radio")[0]);
    await shown.user.click(within(card).getByRole("radio", { name: /30/ }));
    expect(within(card).getByRole("status").textContent).toMatch(/respectent la part minimale/);
    await shown.user.click(within(card).getByRole("radio", { name: nouveauTexts.another }));
    await shown.user.type(within(card).getByLabelText(nouveauTexts.anotherLabel), "trente");
    await shown.user.click(within(card).getByRole("button", { name: nouveauTexts.answer }));
    expect(within(card).getByText(/^Écrivez une part/)).toBeTruthy();
  });

  it("waits where it is put off, and comes last", async () => {
    vi.spyOn(document, "hasFocus").mockReturnValue(true);
    const shown = await showNouveau();
    await read(shown);
    const before = headingOf(question()).textContent;
    await shown.user.click(within(question()).getByRole("button", { name: nouveauTexts.later }));
    expect(headingOf(question()).textContent).not.toBe(before);
    expect(document.activeElement).toBe(headingOf(question()));
  });

  it("is corrected by a value and its place, or left as it was by Escape", async () => {
    const shown = await showNouveau();
    await read(shown);
    await shown.user.click(screen.getByRole("button", { name: /Contrat signé/ }));
    const opener = () => button(nouveauTexts.correctNamed("Contrat signé le"));
    await shown.user.click(opener());
    await shown.user.keyboard("{Escape}");
    expect(document.activeElement).toBe(opener());
    await shown.user.click(opener());
    const field = screen.getByLabelText(nouveauTexts.newValue);
    await shown.user.clear(field);
    await shown.user.type(field, "21/06/2024");
    await shown.user.type(screen.getByLabelText(nouveauTexts.where), "page 9");
    await shown.user.click(button(nouveauTexts.saveValue));
    expect(screen.getByText("21/06/2024")).toBeTruthy();
    expect(screen.getByText("page 9")).toBeTruthy();
    await expectAccessible(shown.container);
  });
});

describe("what the contract says and was not read", () => {
  it("is added by its words, signed, and what is lacking is asked at its field", async () => {
    const shown = await showNouveau();
    await read(shown);
    await shown.user.click(button(nouveauTexts.add));
    const form = screen.getByRole("form", { name: nouveauTexts.addTitle });
    const choose = (nom: string) => shown.user.selectOptions(within(form).getByLabelText(/^De quoi/), nom);
    await choose("Autre financeur");
    await expectAccessible(shown.container);
    await shown.user.click(within(form).getByRole("button", { name: nouveauTexts.addIt }));
    const name = within(form).getByLabelText("Financeur");
    expect(document.activeElement).toBe(name);
    expect(within(form).getByText("Écrivez la valeur que donne le contrat.")).toBeTruthy();
    await shown.user.type(name, "CAF du Nord");
    await shown.user.type(within(form).getByLabelText(/^Mots de ses colonnes/), "CAF{Enter}Allocations");
    await shown.user.type(within(form).getByLabelText(nouveauTexts.where), "article 4");
    await shown.user.click(within(form).getByRole("button", { name: nouveauTexts.addIt }));
    expect(document.activeElement).toBe(button(nouveauTexts.add));
    const { work } = nouveauStore(shown.session).getState();
    expect(work?.definition.autresFinanceurs).toEqual([{ nom: "CAF du Nord", motsColonne: ["CAF", "Allocations"] }]);
    expect(work?.definition.sources?.["financeurs/1/nom"]).toEqual({
      lieu: "article 4",
      par: "Claire Martin",
      le: "2026-11-24",
    });
  });

  it("waits for another where it does not hold together alone", async () => {
    const shown = await showNouveau();
    await read(shown);
    await shown.user.click(button(nouveauTexts.add));
    await shown.user.selectOptions(screen.getByLabelText(/^De quoi/), "Versement");
    await shown.user.type(screen.getByLabelText("Part versée"), "80 %");
    await shown.user.click(button(nouveauTexts.addIt));
    expect(await screen.findByText(/font 80 % de ses crédits/)).toBeTruthy();
    await shown.user.click(button(nouveauTexts.add));
    await shown.user.selectOptions(screen.getByLabelText(/^De quoi/), "Versement");
    await shown.user.type(screen.getByLabelText("Part versée"), "20 %");
    await shown.user.click(button(nouveauTexts.addIt));
    const { work, pending } = nouveauStore(shown.session).getState();
    expect(pending).toBeNull();
    expect(work?.definition.versements).toEqual([{ part: 0.8 }, { part: 0.2 }]);
  });
});

describe("the seal", () => {
  it("is offered once everything was said, and the definition bears who said it", async () => {
    let isProtected = true;
    const sealed: Convention[] = [];
    const shown = await showNouveau({
      async seal(_, convention) {
        if (isProtected) throw new WorkbookError("La feuille est protégée.");
        sealed.push(convention);
        return { sheetNames: ["Contrat"], refusals: [] };
      },
    });
    await read(shown);
    expect(screen.queryByRole("button", { name: nouveauTexts.toSeal })).toBeNull();
    await answerAll(shown);
    await readAll(shown);
    await shown.user.click(button(nouveauTexts.toSeal));
    await expectAccessible(shown.container);
    await shown.user.click(button(nouveauTexts.sealIt));
    expect(await screen.findByText("La feuille est protégée.")).toBeTruthy();
    isProtected = false;
    await shown.user.click(button(nouveauTexts.sealIt));
    await waitFor(() => expect(sealed).toHaveLength(1));
    const [convention] = sealed;
    expect(convention && questionsOuvertes(convention)).toEqual([]);
    expect(convention?.relecture).toEqual({ par: "Claire Martin", le: "2026-11-24" });
    expect(await screen.findByText(situation().contrat.sceau?.empreinte ?? "absent")).toBeTruthy();
    await expectAccessible(shown.container);
    await shown.user.click(button(nouveauTexts.verify));
    await act(async () => {});
    expect(shown.went.asOf).toHaveLength(1);
    expect(shown.session.getState().tab).toBe("verify");
  });
});
