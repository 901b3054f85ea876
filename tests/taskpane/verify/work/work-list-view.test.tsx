// The list to finish as an agent works through it: cards, next and previous, filters, search, long lists, keyboard.
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { unsigned } from "../../../../src/core/domain/justification";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";
import type { Finding, Verification } from "../../../../src/core/verification";
import { recall } from "../../../../src/taskpane/kept";
import { texts } from "../../../../src/taskpane/texts";
import { draftKey, draftsFrom } from "../../../../src/taskpane/verify/work/drafts";
import { firstFilter, NO_FILTER } from "../../../../src/taskpane/verify/work/work-list";
import { workTexts } from "../../../../src/taskpane/verify/work/texts";
import { viewTexts } from "../../../../src/taskpane/verify/work/view-texts";
import { expectAccessible } from "../../expect-accessible";
import { showPane } from "../../pane";
import { BUDGET, cellsAt, finding, verification } from "../../sample-verification";

/** Testing Library reads every space of the page as a plain one. */
const plain = (text: string) => text.replace(/\s/g, " ");
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const cards = () =>
  [...document.querySelectorAll<HTMLElement>("[data-finding]")].map(({ dataset }) => dataset["finding"]);
const current = () =>
  document.querySelector("[aria-current=true] [data-finding]")?.getAttribute("data-finding") ?? null;

async function showList(findings?: readonly Finding[], actions: Verification["contract"]["actions"] = []) {
  const { contract } = verification();
  const found = verification({ contract: { ...contract, actions }, ...(findings && { findings }) });
  const pane = showPane({ verify: async () => ({ verification: found, refusals: [] }) });
  await pane.user.click(button(texts.verify));
  await screen.findByRole("heading", { name: workTexts.title });
  return pane;
}

describe("a line", () => {
  it("says which year, what and how much, has no button of its own, and opens into its card with its cell selected", async () => {
    const { user, went, container } = await showList();
    expect(cards()).toEqual(["cofinancement-minimum", "cible-a-preciser"]);
    const line = button(/Cofinancement sous le minimum/);
    expect(line.textContent).toContain("2025 · Cofinancement sous le minimum");
    // Its action stands in the heading, and is heard.
    expect(line.textContent).toMatch(/^Action 1, /);
    expect(within(line.closest("li") as HTMLElement).getAllByRole("button")).toHaveLength(1);
    await user.click(line);
    expect(went.cells).toEqual([`${BUDGET}G7`]);
    expect(line.getAttribute("aria-expanded")).toBe("true");
    expect(current()).toBe("cofinancement-minimum");
    expect(screen.getByText(/1.autre écart disparaîtra avec lui/)).toBeDefined();
    expect(screen.getByText("Total 2025 faux.")).toBeDefined();
    expect(screen.getByText("Un centime manque.")).toBeDefined();
    // One card is open at a time.
    await user.click(button(/Cible laissée à préciser/));
    expect(screen.queryByText("Un centime manque.")).toBeNull();
    await expectAccessible(container);
    await user.click(button(/Cible laissée à préciser/));
    expect(current()).toBeNull();
  });

  it("shows the money at stake before the gap, and no number of lines", async () => {
    const compared = { unit: "montant", found: 10_000, expected: 20_000, gap: -10_000 } as Finding["figures"];
    const counted = { unit: "nombre", found: 7, expected: 8, gap: -1 } as Finding["figures"];
    await showList([
      finding("total-general", { figures: compared }),
      finding("sous-consommation", { figures: compared, enJeu: montantFromCentimes(800_000) }),
      finding("formule-incomplete", { figures: counted }),
    ]);
    const of = (problem: RegExp) => (button(problem).textContent ?? "").replace(/\s/g, " ");
    expect(of(/TOTAL du tableau faux/)).toContain("−100 €");
    expect(of(/Sous-consommation/)).toContain("8 000 € en jeu");
    expect(of(/Formule de total/)).not.toContain("−1");
  });

  it("shows its figures and each of several cells in its card", async () => {
    const figures = { unit: "montant", found: 100, expected: 200, gap: -100 } as Finding["figures"];
    const { user, went } = await showList([
      finding("total-general", { figures, cells: cellsAt("Indicateurs!C9", "Indicateurs!D9", "Autre!E9") }),
    ]);
    await user.click(button(/TOTAL du tableau faux/));
    expect(screen.getByText(workTexts.found)).toBeDefined();
    expect(screen.getByText("Phrase de total-general")).toBeDefined();
    await user.click(button(texts.goTo("Autre, E9")));
    expect(went.cells).toEqual(["Indicateurs!C9", "Autre!E9"]);
    expect(button(texts.goTo("Autre, E9")).getAttribute("aria-current")).toBe("true");
  });

  it("says in its card that its cell has another discrepancy", async () => {
    const also = finding("cofinancement-minimum");
    // Of several cells, one is that one.
    const remark = finding("total-en-formule", { severity: "info", cells: cellsAt("Autre!A1", `${BUDGET}D7`) });
    const settled = finding("total-de-l-action", { causedBy: "total-general" });
    const { user } = await showList([finding("total-general"), settled, also, remark]);
    await user.click(button(/TOTAL du tableau faux/));
    expect(screen.getByText("La même cellule a un autre écart : cofinancement sous le minimum.")).toBeDefined();
    expect(screen.getByText("La même cellule a une remarque : totaux saisis en chiffres.")).toBeDefined();
    expect(screen.queryByText(/^La même cellule .*total de l’action faux/)).toBeNull();
  });

  it("stands under the number and the name of its action, in full for the pointer; the number alone where the contract has no such action", async () => {
    const unknown = finding("actions-du-contrat", { subject: { action: 9 } });
    await showList([finding("total-general"), unknown], [{ number: 1, name: "Prévenir le décrochage" }]);
    const heading = screen.getByRole("heading", { level: 3, name: /^Action 1 · Prévenir le décrochage/ });
    expect(within(heading).getByTitle("Action 1 · Prévenir le décrochage")).toBeDefined();
    expect(screen.getByRole("heading", { level: 3, name: "Action 9 1" })).toBeDefined();
  });

  it("says the reason given and that the other party has not answered", async () => {
    const { user } = await showList();
    await user.click(button(`${viewTexts.view("attend", null)} 1`));
    await user.click(button(/Montant différent/));
    expect(
      screen.getByText(/Motif : Avenant en cours \(M\. Dupont, Métropole, 12\/10\/2026\)\. En attente/),
    ).toBeDefined();
  });

  it("says in words what its mark shows, and in the name of each action which discrepancy it is about", async () => {
    const justification = { ...unsigned("Motif"), by: "Mme Roy" };
    const { user } = await showList([
      finding("total-general"),
      finding("montant-positif", { severity: "warning" }),
      finding("sous-consommation", { justification }),
    ]);
    expect(button(/TOTAL du tableau faux, erreur$/)).toBeDefined();
    expect(button(/, avertissement$/)).toBeDefined();
    await user.click(button(/TOTAL du tableau faux/));
    expect(button("Justifier : Action 1 · 2025")).toBeDefined();
    await user.click(button(/^Attend/));
    expect(button(/, justifié$/)).toBeDefined();
  });

  it("without a cell opens all the same", async () => {
    const { user, went } = await showList([finding("tableau-attendu", { cells: [], subject: {} })]);
    await user.click(button(/avertissement|erreur/));
    expect(current()).toBe("tableau-attendu");
    expect(went.cells).toEqual([]);
  });

  it("keeps the words begun in it, whatever is looked at meanwhile and when the pane is opened again", async () => {
    localStorage.clear();
    const { user, session } = await showList();
    act(() => session.declare({ name: "Mme Roy", capacity: "", party: "collectivite" }));
    await user.click(button(/Cofinancement/));
    await user.click(button(/^Justifier/));
    await user.type(screen.getByLabelText(workTexts.wordsLabel.reason), "Délibération du");
    await user.click(button(/Cible laissée à préciser/));
    await user.type(screen.getByRole("searchbox"), "cible");
    await user.clear(screen.getByRole("searchbox"));
    await user.click(button(/Cofinancement/));
    const words = () => screen.getByLabelText<HTMLTextAreaElement>(workTexts.wordsLabel.reason).value;
    expect(words()).toBe("Délibération du");
    await user.click(button(workTexts.cancel));
    await user.click(button(/^Justifier/));
    expect(words()).toBe("Délibération du");
    const kept = draftsFrom(recall("drafts"));
    expect(kept).toEqual({ [draftKey("classeur.xlsx", "cofinancement-minimum", "reason")]: "Délibération du" });
  });
});

describe("how far the work has come", () => {
  it("moves when something is settled, and is found again at the next opening", async () => {
    localStorage.clear();
    const left = (number: number) =>
      Array.from({ length: number }, (_, at) => finding("total-general", { id: `t${at}`, cells: [] }));
    const bar = () => screen.getByRole("progressbar").getAttribute("aria-valuetext")?.replace(/\s/g, " ");
    let findings = left(4);
    const show = () => showPane({ verify: async () => ({ verification: verification({ findings }), refusals: [] }) });
    const pane = show();
    await pane.user.click(button(texts.verify));
    await screen.findByRole("progressbar");
    expect(bar()).toBe("0 réglé sur 4");
    findings = left(1);
    await pane.user.click(button(texts.verify));
    await waitFor(() => expect(bar()).toBe("3 réglés sur 4"));
    pane.unmount();
    const again = show();
    await again.user.click(button(texts.verify));
    await waitFor(() => expect(bar()).toBe("3 réglés sur 4"));
  });
});

describe("the way through the list", () => {
  it("goes on with F8, j and the button, back with Shift and F8, and says what is left after the last", async () => {
    const { user, went } = await showList();
    await user.keyboard("{F8}");
    await waitFor(() => expect(document.activeElement?.getAttribute("data-finding")).toBe("cofinancement-minimum"));
    await user.keyboard("j");
    expect(current()).toBe("cible-a-preciser");
    await user.keyboard("{Shift>}{F8}{/Shift}");
    expect(current()).toBe("cofinancement-minimum");
    await user.click(button(workTexts.next));
    expect(went.cells).toEqual([`${BUDGET}G7`, "Indicateurs!C9", `${BUDGET}G7`, "Indicateurs!C9"]);
    // After the last one, what is left is said; then it begins again.
    await user.keyboard("{F8}");
    await waitFor(() => expect(document.activeElement?.id).toBe("etat"));
    await user.keyboard("{F8}");
    expect(current()).toBe("cofinancement-minimum");
  });

  it("closes a card with Escape, the keyboard on its line, and searches with a slash", async () => {
    const { user } = await showList();
    await user.keyboard("{F8}");
    await waitFor(() => expect(current()).toBe("cofinancement-minimum"));
    await user.tab();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement?.getAttribute("data-finding")).toBe("cofinancement-minimum"));
    expect(current()).toBeNull();
    await user.keyboard("{ArrowRight}");
    expect(current()).toBe("cofinancement-minimum");
    await user.keyboard("/");
    expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  });

  it("begins a reason with m, and does nothing with c where nothing can be corrected", async () => {
    const { user, session } = await showList();
    act(() => session.declare({ name: "Mme Roy", capacity: "", party: "collectivite" }));
    await user.keyboard("{F8}");
    await waitFor(() => expect(document.activeElement?.hasAttribute("data-finding")).toBe(true));
    await user.keyboard("c");
    expect(document.activeElement?.hasAttribute("data-finding")).toBe(true);
    await user.keyboard("m");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(workTexts.wordsLabel.reason)));
    // In the field a letter is a letter.
    await user.keyboard("mc");
    expect(screen.getByLabelText<HTMLTextAreaElement>(workTexts.wordsLabel.reason).value).toBe("mc");
  });

  it("leaves letters to who types them", async () => {
    const { user, went } = await showList();
    await user.type(screen.getByRole("searchbox"), "jkcm");
    expect(went.cells).toEqual([]);
  });

  it("leaves letters to what stands beside the pane, and to nobody while nothing has the keyboard", async () => {
    const { user, went } = await showList();
    const cell = document.body.appendChild(document.createElement("td"));
    cell.tabIndex = 0;
    cell.focus();
    await user.keyboard("jk");
    cell.remove();
    expect(document.activeElement).toBe(document.body);
    await user.keyboard("jk");
    expect(went.cells).toEqual([]);
  });
});

describe("views, order and search", () => {
  it("keep what is wanted after a verification", async () => {
    const { user } = await showList();
    await user.type(screen.getByRole("searchbox"), "cofin");
    expect(cards()).toEqual(["cofinancement-minimum"]);
    await user.click(button(texts.verify));
    await waitFor(() => expect(cards()).toEqual(["cofinancement-minimum"]));
    await user.click(button(workTexts.reset));
    expect(cards()).toHaveLength(2);
    await user.click(button(`${viewTexts.view("attend", null)} 1`));
    expect(cards()).toEqual(["montant-contractualise/6"]);
    await user.click(button(`${viewTexts.view("regles", null)} 0`));
    expect(screen.getByText(viewTexts.emptyView("regles", 1))).toBeDefined();
  });

  it("stand by action in the contract's order, by sheet, or by severity", async () => {
    const { user } = await showList();
    const groups = () => screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
    expect(groups()).toEqual(["Action 1 1", "Action 4 1"]);
    await user.selectOptions(screen.getByLabelText(workTexts.grouping), "severity");
    expect(groups()).toEqual(["Erreurs 1", "Avertissements 1"]);
    await user.selectOptions(screen.getByLabelText(workTexts.grouping), "sheet");
    expect(groups()).toEqual(["Tableau budgétaire 1", "Indicateurs 1"]);
  });

  it("are found again at the next opening, which says what they hide", async () => {
    const { user } = await showList();
    await user.selectOptions(screen.getByLabelText(workTexts.grouping), "sheet");
    await user.type(screen.getByRole("searchbox"), "cofin");
    expect(screen.getByText(plain(workTexts.hidden(1)))).toBeDefined();
    expect(firstFilter(recall("filters"))).toEqual({ ...NO_FILTER, grouping: "sheet", search: "cofin" });
    await user.click(button(workTexts.reset));
    expect(firstFilter(recall("filters"))).toEqual({ ...NO_FILTER, grouping: "sheet" });
  });

  it("of a kept text that is not understood hide nothing", () => {
    const spoilt = { grouping: "autre", search: null };
    for (const kept of ["", "sheet", "null", "[]", JSON.stringify(spoilt)])
      expect(firstFilter(kept)).toEqual(NO_FILTER);
  });

  it("find words whatever their accents, and say when nothing matches", async () => {
    const { user } = await showList();
    const search = screen.getByRole("searchbox");
    await user.type(search, "PRECISER cible");
    expect(cards()).toEqual(["cible-a-preciser"]);
    await user.type(search, " xyz");
    expect(screen.getByText(plain(workTexts.hidden(2)))).toBeDefined();
    await user.click(button(workTexts.reset));
    expect(cards()).toHaveLength(2);
    // The button that was clicked has gone.
    expect(document.activeElement).toBe(search);
  });
});

describe("5 000 discrepancies", () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    finding("montant-contractualise", { id: `f${index}`, cells: cellsAt(`${BUDGET}B${index + 1}`) }),
  );

  it("are drawn in part, around where the agent is, and all can be reached", async () => {
    const { user, went } = await showList(many);
    const first = cards().length;
    expect(first).toBeLessThan(100);
    await user.click(button(/^Afficher la suite/));
    expect(cards().length).toBeGreaterThan(first);
    await user.keyboard("{Shift>}{F8}{/Shift}");
    await waitFor(() => expect(current()).toBe("f4999"));
    expect(went.cells).toEqual([`${BUDGET}B5000`]);
    expect(cards().length).toBeLessThan(100);
    await user.click(button(/^Afficher ce qui précède/));
    expect(cards()[0]).toBe("f4939");
  }, 30_000);
});
