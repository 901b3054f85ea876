// The list to finish as an agent works through it: cards, next and previous, filters, search, long lists, keyboard.
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../src/core/verification";
import { recall } from "../../../../src/taskpane/kept";
import { texts } from "../../../../src/taskpane/texts";
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

async function showList(findings?: readonly Finding[]) {
  const found = verification(findings === undefined ? {} : { findings });
  const pane = showPane({ verify: async () => ({ verification: found, refusals: [] }) });
  await pane.user.click(button(texts.verify));
  await screen.findByRole("heading", { name: workTexts.title });
  return pane;
}

describe("a card", () => {
  it("tells the problem, where, and leads to its cell; what it entails is folded into it and counted", async () => {
    const { user, went, container } = await showList();
    expect(cards()).toEqual(["cofinancement-minimum", "cible-a-preciser"]);
    const card = button(/^Cofinancement sous le minimum/);
    expect(card.textContent).toContain("Action 1 · 2025");
    expect(card.textContent).toContain("Tableau budgétaire, G7");
    expect(card.closest("li")?.textContent).toMatch(/Entraîne 1.autre écart/);
    expect(screen.queryByText("Total 2025 faux.")).toBeNull();
    await user.click(screen.getAllByRole("button", { name: workTexts.why })[0] as HTMLElement);
    expect(screen.getByText("Total 2025 faux.")).toBeDefined();
    expect(screen.getByText("Un centime manque.")).toBeDefined();
    await user.click(card);
    expect(went.cells).toEqual([`${BUDGET}G7`]);
    expect(current()).toBe("cofinancement-minimum");
    await expectAccessible(container);
  });

  it("says its sentence once: where its figures compare nothing, and where it has none, instead of a title alone", async () => {
    const compared = { unit: "montant", found: 100, expected: 200, gap: -100 } as Finding["figures"];
    const alone = { unit: "montant", found: 100, expected: null, gap: null } as Finding["figures"];
    const { user } = await showList([
      finding("total-general", { figures: compared }),
      finding("montant-lisible", { figures: alone }),
      finding("echeances", { subject: {} }),
    ]);
    const says = (sentence: string) => screen.queryAllByText(sentence).length;
    const said = () => ["total-general", "montant-lisible", "echeances"].map((of) => says(`Phrase de ${of}`));
    expect(said()).toEqual([0, 1, 1]);
    expect(screen.getAllByText(workTexts.found).length).toBe(1);
    for (const why of screen.getAllByRole("button", { name: workTexts.why })) await user.click(why);
    expect(said()).toEqual([1, 1, 1]);
  });

  it("shows each of several cells under « Pourquoi ? »", async () => {
    const { user, went } = await showList();
    await user.click(screen.getAllByRole("button", { name: workTexts.why })[1] as HTMLElement);
    await user.click(button(texts.goTo("Autre, E9")));
    expect(went.cells).toEqual(["Autre!E9"]);
    expect(button(texts.goTo("Autre, E9")).getAttribute("aria-current")).toBe("true");
  });

  it("says the reason given and that the other party has not answered", async () => {
    const { user } = await showList();
    await user.click(button(`${viewTexts.view("attend", null)} 1`));
    expect(
      screen.getByText(/Motif : Avenant en cours \(M\. Dupont, Métropole, 12\/10\/2026\)\. En attente/),
    ).toBeDefined();
  });

  it("stands without a cell", async () => {
    await showList([finding("tableau-attendu", { cells: [], subject: {} })]);
    expect(document.querySelector("[data-finding]")?.tagName).toBe("DIV");
  });
});

describe("the way through the list", () => {
  it("goes on with F8, j and the button, back with Shift and F8 and k, and stops at both ends", async () => {
    const { user, went } = await showList();
    await user.keyboard("{F8}");
    await waitFor(() => expect(document.activeElement?.getAttribute("data-finding")).toBe("cofinancement-minimum"));
    await user.keyboard("j");
    await user.keyboard("{F8}");
    expect(current()).toBe("cible-a-preciser");
    await user.keyboard("k{Shift>}{F8}{/Shift}k");
    expect(current()).toBe("cofinancement-minimum");
    await user.click(button(workTexts.next));
    expect(went.cells).toEqual([`${BUDGET}G7`, "Indicateurs!C9", `${BUDGET}G7`, "Indicateurs!C9"]);
  });

  it("leaves letters to who types them", async () => {
    const { user, went } = await showList();
    await user.type(screen.getByRole("searchbox"), "jk");
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

describe("filters and search", () => {
  it("keep what is wanted, say how many, stay after a verification, and give all back", async () => {
    const { user } = await showList();
    await user.click(button(workTexts.filters));
    await user.selectOptions(screen.getByLabelText(workTexts.severityLabel), "error");
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

  it("group by action in the contract's order", async () => {
    const { user } = await showList();
    await user.click(button(workTexts.filters));
    await user.selectOptions(screen.getByLabelText(workTexts.grouping), "action");
    const groups = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
    expect(groups).toEqual(["Action 1 1", "Action 4 1"]);
  });

  it("leave only an axe, which stays to be seen chosen once nothing of it is left", async () => {
    const of = (axe: number) =>
      finding("total-de-l-action", {
        id: `total/${axe}`,
        cells: cellsAt(`${BUDGET}D${axe + 4}`),
        subject: { action: axe, axe },
      });
    let findings = [of(1), of(2)];
    const pane = showPane({ verify: async () => ({ verification: verification({ findings }), refusals: [] }) });
    await pane.user.click(button(texts.verify));
    await pane.user.click(await screen.findByRole("button", { name: workTexts.filters }));
    await pane.user.selectOptions(screen.getByLabelText(workTexts.axeLabel), "2");
    expect(cards()).toEqual(["total/2"]);
    expect(button(workTexts.filtersOn(1))).toBeDefined();
    findings = [of(1)];
    await pane.user.click(button(texts.verify));
    await screen.findByText(plain(workTexts.hidden(1)));
    expect((screen.getByLabelText(workTexts.axeLabel) as HTMLSelectElement).value).toBe("2");
  });

  it("are found again at the next opening, which says what they hide", async () => {
    const { user } = await showList();
    await user.click(button(workTexts.filters));
    await user.selectOptions(screen.getByLabelText(workTexts.grouping), "sheet");
    await user.selectOptions(screen.getByLabelText(workTexts.severityLabel), "error");
    await user.selectOptions(screen.getByLabelText(workTexts.actionLabel), "1");
    await user.type(screen.getByRole("searchbox"), "cofin");
    expect(screen.getByText(plain(workTexts.hidden(1)))).toBeDefined();
    const kept = firstFilter(recall("filters"));
    expect(kept).toEqual({ ...NO_FILTER, grouping: "sheet", severity: "error", action: 1, search: "cofin" });
    await user.click(button(workTexts.reset));
    expect(firstFilter(recall("filters"))).toEqual({ ...NO_FILTER, grouping: "sheet" });
  });

  it("of a kept text that is not understood hide nothing", () => {
    const spoilt = { grouping: "autre", state: 1, severity: "info", axe: "1", action: 1.5, search: null };
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

describe("a search for causes that was given up", () => {
  it("is told under the count that it makes larger", async () => {
    const sample = verification();
    const given = { ...sample, summary: { ...sample.summary, causesNotSought: true as const } };
    const pane = showPane({ verify: async () => ({ verification: given, refusals: [] }) });
    await pane.user.click(button(texts.verify));
    await screen.findByRole("heading", { name: workTexts.title });
    expect(screen.getByText(/^Quel écart découle de quel autre n’a pas été cherché/)).toBeDefined();
    await expectAccessible(pane.container);
  });
});

describe("since the last time", () => {
  const AS_OF = "2026-06-01";
  const since = { asOf: AS_OF, causes: ["parti", "cible-a-preciser"] };
  const shown = () => document.querySelector("section[aria-labelledby=etat]")?.textContent?.replace(/\s/g, " ");
  const show = async (told: object) => {
    const pane = showPane({ verify: async () => ({ verification: verification(), refusals: [], ...told }) });
    await pane.user.click(button(texts.verify));
    await screen.findByRole("heading", { name: workTexts.title });
    return pane;
  };

  it("says what changed since the last verification and since the procès-verbal, each with its date", async () => {
    const { container } = await show({ previous: { ...since, causes: [] }, procesVerbal: since });
    expect(shown()).toContain("Depuis la vérification du 01/06/2026 : 3 nouveaux.");
    expect(shown()).toContain("Depuis le procès-verbal du 01/06/2026 : 1 réglé, 2 nouveaux et 1 encore là.");
    await expectAccessible(container);
  });

  it("says so where nothing changed", async () => {
    await show({ previous: { ...since, causes: verification().findings.map(({ id }) => id) } });
    expect(shown()).toContain("Depuis la vérification du 01/06/2026 : rien n’a changé.");
  });

  it("says neither that nor that the results hold, once the workbook changed since", async () => {
    const same = { asOf: AS_OF, causes: verification().findings.map(({ id }) => id) };
    const pane = await show({ previous: same, procesVerbal: same, refusals: ["La feuille « A » est protégée."] });
    const said = () => pane.container.textContent.replace(/\s/g, " ");
    expect(said()).toContain(plain(texts.refusalsStillValid));
    expect(said().split("rien n’a changé")).toHaveLength(3);
    act(() => pane.went.edit());
    expect(said()).toContain(plain(texts.stale));
    expect(said()).toContain(plain(texts.refusalsTitle));
    expect(said()).not.toContain(plain(texts.refusalsStillValid));
    expect(said()).not.toContain("rien n’a changé");
  });

  it("says of an older procès-verbal that it keeps no list", async () => {
    await show({ procesVerbal: { asOf: AS_OF, causes: null } });
    expect(shown()).toContain("Le procès-verbal du 01/06/2026 ne garde pas la liste de ses écarts");
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
    expect(cards()[0]).toBe("f4969");
  }, 30_000);
});
