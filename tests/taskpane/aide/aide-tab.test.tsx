// The tab « Aide »: found as one types, read in the pane, and the way from a rule to its page.
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import manifest from "../../../package.json";
import { rules } from "../../../src/core/rules/index";
import { aideStore, openHelp } from "../../../src/taskpane/aide/aide-store";
import { searchPages } from "../../../src/taskpane/aide/help-page";
import { pagesOf } from "../../../src/taskpane/aide/help-pages";
import { aideTexts } from "../../../src/taskpane/aide/texts";
import { texts } from "../../../src/taskpane/texts";
import { workItems } from "../../../src/taskpane/verify/work/work-list";
import { workTexts } from "../../../src/taskpane/verify/work/texts";
import { expectAccessible } from "../expect-accessible";
import { showPane } from "../pane";
import { verification } from "../sample-verification";

const PAGES = pagesOf([]);

describe("the pages", () => {
  it("are those of every rule, each with how to correct and its limits, the help and the statement", () => {
    const ids = PAGES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { meta } of rules) {
      const page = PAGES.find(({ id }) => id === meta.id);
      const titles = page?.blocks.flatMap((block) => ("titre" in block ? [block.titre] : []));
      expect(titles).toEqual(expect.arrayContaining(["Comment corriger", "Limites"]));
    }
    expect(ids).toContain("accessibilite");
    expect(PAGES.filter(({ kind }) => kind === "guide").length).toBeGreaterThan(3);
  });

  it.each(["cofinancement minimum", "COFINANCEMENT minimum", "minimum cofinancement", "cofinancement-minimum"])(
    "are found by « %s », the page of that name first",
    (query) => {
      expect(searchPages(PAGES, query)[0]?.page.id).toBe("cofinancement-minimum");
    },
  );

  it("are found whatever the accents, and only with every word", () => {
    expect(searchPages(PAGES, "échéance").map(({ page }) => page.id)).toEqual(
      searchPages(PAGES, "echeance").map(({ page }) => page.id),
    );
    const both = searchPages(PAGES, "avenant signature");
    const each = ["avenant", "signature"].map((word) => new Set(searchPages(PAGES, word).map(({ page }) => page.id)));
    expect(both.length).toBeGreaterThan(0);
    for (const { page } of both) expect(each.every((ids) => ids.has(page.id))).toBe(true);
    expect(searchPages(PAGES, "xyzzy")).toEqual([]);
    expect(searchPages(PAGES, "  ")).toHaveLength(PAGES.length);
  });
});

it.each([
  ["2.2", "Article 2.2"],
  ["2.2, 3, annexe", "Articles 2.2, 3 et annexe"],
  ["non précisé", "Article non précisé"],
  ["annexe", "Annexe"],
  ["–", "Forme du classeur"],
])("the article « %s » is « %s »", (article, words) => {
  expect(aideTexts.article(article)).toBe(words);
});

describe("the tab", () => {
  async function showAide() {
    const pane = showPane();
    await pane.user.click(screen.getByRole("button", { name: new RegExp(`^${texts.settings}`) }));
    await pane.user.click(await screen.findByRole("button", { name: texts.aide }));
    await screen.findByLabelText(aideTexts.search);
    return pane;
  }

  it("searches as one types, says how many pages, and goes there and back by keyboard", async () => {
    const { user, container } = await showAide();
    await expectAccessible(container);
    await user.click(screen.getByLabelText(aideTexts.search));
    await user.paste("cofinancement minimum");
    expect(screen.getByText(/pages? trouvées?\.$/)).toBeTruthy();
    await user.tab();
    const opened = document.activeElement?.textContent;
    await user.keyboard("{Enter}");
    expect(document.activeElement?.tagName).toBe("H2");
    await expectAccessible(container);
    await user.click(screen.getByRole("button", { name: aideTexts.back }));
    expect(document.activeElement?.textContent).toBe(opened);
    await user.clear(screen.getByLabelText(aideTexts.search));
    await user.click(screen.getByLabelText(aideTexts.search));
    await user.paste("xyzzy");
    expect(screen.getByText(aideTexts.found(0))).toBeTruthy();
  });

  it("says of which version it is, below all its pages", async () => {
    const { user } = await showAide();
    expect(screen.getByText(/^Version/).textContent).toContain(`${manifest.version} `);
    await user.click(screen.getByLabelText(aideTexts.search));
    await user.paste("cofinancement");
    expect(screen.queryByText(/^Version/)).toBeNull();
  });

  it("opens at the page of the rule of a card", async () => {
    const { user, session } = showPane();
    await act(() => session.verify());
    const [line] = await screen.findAllByRole("button", { name: /Cofinancement/ });
    if (!line) throw new Error("no line");
    await user.click(line);
    await user.click(screen.getByRole("button", { name: workTexts.rulePage }));
    await screen.findByRole("button", { name: aideTexts.back });
    expect(screen.getByRole("region", { name: texts.aide })).toBeDefined();
    const { page } = aideStore(session).getState();
    const [first] = workItems(verification().findings);
    expect(page).toBe(first?.finding.rule);
  });

  it("gives the keyboard to the page each time it is asked for, and to the search where that does not find it", async () => {
    const { user, session } = showPane();
    for (let times = 0; times < 2; times += 1) {
      await user.click(screen.getByRole("tab", { name: texts.tab.verify }));
      act(() => openHelp(session, "montant-lisible"));
      await screen.findByRole("button", { name: aideTexts.back });
      await waitFor(() => expect(document.activeElement?.tagName).toBe("H2"));
    }
    await user.click(screen.getByRole("button", { name: aideTexts.back }));
    await user.click(screen.getByLabelText(aideTexts.search));
    await user.paste("xyzzy");
    act(() => openHelp(session, "montant-lisible"));
    await user.click(await screen.findByRole("button", { name: aideTexts.back }));
    expect(document.activeElement).toBe(screen.getByLabelText(aideTexts.search));
  });

  it("opens at the page of a rule, from anywhere", async () => {
    const { session } = showPane();
    act(() => openHelp(session, "montant-lisible"));
    const title = rules.find(({ meta }) => meta.id === "montant-lisible")?.meta.title ?? "";
    await screen.findByRole("heading", { name: title });
    expect(screen.getByRole("region", { name: texts.aide })).toBeDefined();
  });
});
