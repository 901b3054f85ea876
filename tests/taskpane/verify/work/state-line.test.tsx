// What is said below the count: causes that were not sought, and what changed since the last times.
import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { resultTexts } from "../../../../src/taskpane/verify/results/texts";
import { texts } from "../../../../src/taskpane/texts";
import { workTexts } from "../../../../src/taskpane/verify/work/texts";
import { expectAccessible } from "../../expect-accessible";
import { showPane } from "../../pane";
import { verification } from "../../sample-verification";

/** Testing Library reads every space of the page as a plain one. */
const plain = (text: string) => text.replace(/\s/g, " ");
const button = (name: string | RegExp) => screen.getByRole("button", { name });

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
  const shown = () => document.querySelector("main")?.textContent?.replace(/\s/g, " ");
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
    expect(said()).toContain(plain(resultTexts.refusalsStillValid));
    expect(said().split("rien n’a changé")).toHaveLength(3);
    act(() => pane.went.edit());
    expect(said()).toContain(plain(texts.stale));
    expect(said()).toContain(plain(texts.refusalsTitle));
    expect(said()).not.toContain(plain(resultTexts.refusalsStillValid));
    expect(said()).not.toContain("rien n’a changé");
  });

  it("says of an older procès-verbal that it keeps no list", async () => {
    await show({ procesVerbal: { asOf: AS_OF, causes: null } });
    expect(shown()).toContain("Le procès-verbal du 01/06/2026 ne garde pas la liste de ses écarts");
  });
});
