// The tab « Contrat » as an agent uses it: what it tells, and an avenant from the form to the sheet.
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { AvenantSaisi } from "../../../src/core/avenants/avenant-saisi";
import type { AvenantPlan } from "../../../src/core/avenants/plan-avenant";
import type { Situation } from "../../../src/core/situation/situation";
import { WorkbookError } from "xlsx-model/plan";
import type { ContratService } from "../../../src/taskpane/contrat/contrat-service";
import { contratTexts } from "../../../src/taskpane/contrat/texts";
import { isStale } from "../../../src/taskpane/session";
import { texts } from "../../../src/taskpane/texts";
import { expectAccessible } from "../expect-accessible";
import { showPane } from "../pane";
import { situation } from "../sample-situation";

const plain = (text: string) => text.replace(/\s/g, " ");
const button = (name: string) => screen.getByRole("button", { name: (shown) => plain(shown) === plain(name) });

const withSheet = (changes: Partial<Situation> = {}): Situation => {
  const sample = situation();
  return { ...sample, contrat: { ...sample.contrat, feuille: "Contrat", source: "workbook" }, ...changes };
};

const PLAN: AvenantPlan = {
  sheet: "Contrat",
  lignes: [
    {
      libelle: "Action 8 – 2026 – part État",
      ancienne: "35 000,00 €",
      nouvelle: "47 500,00 €",
      statut: null,
      erreurs: [],
    },
  ],
  remarques: ["La somme des actions dépasse l’enveloppe."],
  cells: [],
};

const notHere = () => Promise.reject(new Error("no new contract here"));

async function showContrat(read: Situation, changes: Partial<ContratService> = {}) {
  const asked: { preview: AvenantSaisi[]; record: AvenantSaisi[] } = { preview: [], record: [] };
  const contrat: ContratService = {
    async preview(_, saisi) {
      asked.preview.push(saisi);
      return PLAN;
    },
    async record(_, saisi) {
      asked.record.push(saisi);
    },
    avenir: notHere,
    look: notHere,
    draft: notHere,
    seal: notHere,
    compare: notHere,
    previewReprise: notHere,
    reprendre: notHere,
    writeComparison: notHere,
    ...changes,
  };
  const pane = showPane({ contrat, situate: async () => read });
  await pane.user.click(screen.getByRole("tab", { name: texts.tab.contrat }));
  await screen.findByRole("heading", { name: contratTexts.seal });
  return { ...pane, asked };
}

async function fillForm(user: Awaited<ReturnType<typeof showContrat>>["user"]) {
  await user.click(button(contratTexts.record));
  await user.selectOptions(screen.getByLabelText("Action"), "8");
  await user.selectOptions(screen.getByLabelText("Année"), "2026");
  await user.selectOptions(screen.getByLabelText("Part"), "etat");
  await user.type(screen.getByLabelText("Nouveau montant"), "47 500");
}

describe("the contract", () => {
  it("tells its credits, its deadlines with the days left, and its seal, accessibly", async () => {
    const { container, user } = await showContrat(withSheet());
    for (const closed of screen.getAllByRole("button", { expanded: false })) await user.click(closed);
    expect(screen.getByRole("row", { name: /^2024.332.500,00.€.ferme$/ })).toBeTruthy();
    for (const echeance of situation().echeances) {
      const item = screen.getAllByRole("listitem").find((one) => one.textContent?.includes(echeance.intitule));
      expect(item?.textContent).toContain(contratTexts.deadlineState(echeance));
    }
    expect(screen.getByText(new RegExp(situation().contrat.sceau?.empreinte ?? "absent"))).toBeTruthy();
    await expectAccessible(container);
  });

  it("offers to insert the sheet where there is none, and no form before", async () => {
    await showContrat(situation());
    expect(button(contratTexts.insertSheet)).toBeTruthy();
    expect(screen.queryByRole("button", { name: contratTexts.record })).toBeNull();
  });
});

describe("what was read", () => {
  it("is said to be old once the workbook was edited, and read again when asked", async () => {
    const read: Situation[] = [situation(), withSheet()];
    const { user, went, session } = showPane({ situate: async () => read.shift() ?? withSheet() });
    await session.watch();
    await user.click(screen.getByRole("tab", { name: texts.tab.contrat }));
    await screen.findByRole("heading", { name: contratTexts.seal });
    expect(screen.queryByText(contratTexts.stale)).toBeNull();
    act(() => went.edit());
    await user.click(screen.getByRole("button", { name: contratTexts.readAgain }));
    await screen.findByRole("button", { name: contratTexts.record });
    expect(screen.queryByText(contratTexts.stale)).toBeNull();
  });
});

describe("an avenant", () => {
  it("is shown before it is written, then written as it was shown, and what was verified is stale", async () => {
    const { user, asked, container, session } = await showContrat(withSheet());
    await session.verify();
    await fillForm(user);
    await user.click(button(contratTexts.preview));
    const shown = await screen.findByRole("region", { name: contratTexts.previewTitle });
    expect(document.activeElement?.textContent).toBe(contratTexts.previewTitle);
    expect(within(shown).getByText(PLAN.remarques[0] ?? "")).toBeTruthy();
    await expectAccessible(container);
    expect(asked.record).toEqual([]);
    await user.click(button(contratTexts.write));
    await screen.findByText(plain(contratTexts.recorded("1", "Contrat")));
    expect(asked.record).toEqual(asked.preview);
    expect(asked.record[0]?.lignes).toEqual([
      {
        objet: "montant",
        champs: expect.objectContaining({ action: "8", annee: "2026", partie: "etat", valeur: "47 500" }),
      },
    ]);
    await waitFor(() => expect(document.activeElement).toBe(button(contratTexts.record)));
    expect(isStale(session.getState(), session.getState().outcome)).toBe(true);
  });

  it("carries whether the amount is fixed or announced, and shows it", async () => {
    const plan: AvenantPlan = { ...PLAN, lignes: PLAN.lignes.map((ligne) => ({ ...ligne, statut: "provisionnel" })) };
    let typed: AvenantSaisi | null = null;
    const { user } = await showContrat(withSheet(), {
      async preview(_, saisi) {
        typed = saisi;
        return plan;
      },
    });
    await fillForm(user);
    await user.selectOptions(screen.getByLabelText("Statut (facultatif)"), "provisionnel");
    await user.click(button(contratTexts.preview));
    await screen.findByText("provisionnel", { selector: "span" });
    expect(typed).toMatchObject({ lignes: [{ champs: { statut: "provisionnel" } }] });
  });

  it("says what it lacks, takes the keyboard there, and asks for nothing", async () => {
    const { user, asked } = await showContrat(withSheet());
    await user.click(button(contratTexts.record));
    await user.click(button(contratTexts.preview));
    expect(screen.getAllByText(contratTexts.chooseMissing)).toHaveLength(3);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Action")));
    expect(asked.preview).toEqual([]);
  });

  it("that has a mistake cannot be written, and the form stays", async () => {
    const lignes = [
      { libelle: "", ancienne: null, nouvelle: "", statut: null, erreurs: ["Ce montant n’est pas lisible."] },
    ];
    const wrong: AvenantPlan = { ...PLAN, lignes, remarques: [] };
    const { user } = await showContrat(withSheet(), { preview: async () => wrong });
    await fillForm(user);
    await user.click(button(contratTexts.preview));
    await screen.findByText("Ce montant n’est pas lisible.");
    expect(screen.queryByRole("button", { name: contratTexts.write })).toBeNull();
    // What was shown is of something else as soon as the form changes.
    await user.type(screen.getByLabelText("Nouveau montant"), "1");
    expect(screen.queryByText("Ce montant n’est pas lisible.")).toBeNull();
  });

  it("that is refused keeps what was typed", async () => {
    const refused = () => Promise.reject(new WorkbookError("Le classeur a changé."));
    const { user } = await showContrat(withSheet(), { record: refused });
    await fillForm(user);
    await user.click(button(contratTexts.preview));
    await user.click(await screen.findByRole("button", { name: contratTexts.write }));
    await screen.findByText("Le classeur a changé.");
    expect(screen.getByLabelText<HTMLInputElement>("Nouveau montant").value).toBe("47 500");
  });

  it("names a point of the contract among those that it has, or one that it has not yet", async () => {
    const { user, asked, container } = await showContrat(withSheet());
    await user.click(button(contratTexts.record));
    await user.type(screen.getByLabelText(contratTexts.signeLe), "2026-02-10");
    await user.selectOptions(screen.getByLabelText(contratTexts.objet), "parametre");
    const point = screen.getByRole("combobox", { name: "Point du contrat" });
    const list = document.getElementById(point.getAttribute("list") ?? "");
    const offered = [...(list?.querySelectorAll("option") ?? [])].map(({ value }) => plain(value));
    expect(offered).toEqual(expect.arrayContaining(["IBAN", "Fin du contrat", "Signataire 1 – nom"]));
    await user.click(button(contratTexts.preview));
    expect(screen.getAllByText(contratTexts.writeMissing)).toHaveLength(2);
    await expectAccessible(container);
    await user.type(point, "Signataire 1 – nom");
    await user.type(screen.getByLabelText("Nouvelle valeur"), "CAF des Collines");
    await user.click(button(contratTexts.preview));
    await waitFor(() => expect(asked.preview).toHaveLength(1));
    expect(asked.preview[0]?.lignes).toEqual([
      { objet: "parametre", champs: { intitule: "Signataire 1 – nom", valeur: "CAF des Collines" } },
    ]);
  });

  it("takes away what the contract has, by its name", async () => {
    const { user, asked, container } = await showContrat(withSheet());
    await user.click(button(contratTexts.record));
    await user.type(screen.getByLabelText(contratTexts.signeLe), "2026-02-10");
    await user.selectOptions(screen.getByLabelText(contratTexts.objet), "suppression");
    await user.click(button(contratTexts.preview));
    expect(screen.getAllByText(contratTexts.chooseMissing)).toHaveLength(1);
    await expectAccessible(container);
    await user.selectOptions(screen.getByLabelText("Ce qui est supprimé"), "Axe 4");
    await user.click(button(contratTexts.preview));
    await waitFor(() => expect(asked.preview).toHaveLength(1));
    expect(asked.preview[0]?.lignes).toEqual([
      { objet: "suppression", champs: expect.objectContaining({ intitule: "Axe 4" }) },
    ]);
  });

  it("takes the amount of another financing party", async () => {
    const { choix } = withSheet();
    const parties = { ...choix.parties, autres: ["CAF des Collines"] };
    const { user } = await showContrat({ ...withSheet(), choix: { ...choix, parties } });
    await user.click(button(contratTexts.record));
    await user.selectOptions(screen.getByLabelText("Part"), "CAF des Collines");
    expect(screen.getByLabelText<HTMLSelectElement>("Part").value).toBe("CAF des Collines");
  });

  it("has as many changes as it needs, and a kind asks for its own fields", async () => {
    const { user } = await showContrat(withSheet());
    await user.click(button(contratTexts.record));
    await user.click(button(contratTexts.addLine));
    const [, second] = screen.getAllByRole("group");
    if (!second) throw new Error("one change only");
    await user.selectOptions(within(second).getByLabelText(contratTexts.objet), "echeance");
    expect(within(second).getByLabelText("Nouvelle date")).toBeTruthy();
    expect(within(second).queryByLabelText("Action")).toBeNull();
    await user.click(button(contratTexts.removeLineNamed(2)));
    expect(screen.getAllByRole("group")).toHaveLength(1);
    expect(document.activeElement?.textContent).toBe(contratTexts.formTitle);
  });
});
