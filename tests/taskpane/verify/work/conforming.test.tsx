// The state « Conforme » says how far it goes: what was compared, and what stands beside it that nobody compared.
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Unread } from "../../../../src/core/verification";
import { Conforming } from "../../../../src/taskpane/verify/work/conforming";
import { workTexts } from "../../../../src/taskpane/verify/work/texts";
import { rule, verification } from "../../sample-verification";

const RULES = [rule("total-general", "compliant"), rule("sous-total-axe", "compliant")];

const show = (unread: readonly Unread[]) =>
  render(<Conforming verification={verification({ rules: RULES, unread })} onReports={() => {}} />);

const section = (title: string) => screen.queryByRole("heading", { name: title })?.parentElement ?? null;
const textOf = (element: Element | null) => element?.textContent?.replace(/\s/g, " ");

afterEach(cleanup);

describe("« Conforme »", () => {
  it("of the whole workbook left nothing aside", () => {
    show([]);
    expect(textOf(section(workTexts.verifiedTitle))).toMatch(/2 comparaisons faites, aucune laissée de côté\.$/);
    expect(section(workTexts.unreadTitle)).toBeNull();
  });

  it("names what nobody compared, each place with its reason", () => {
    show([
      { sheet: "Plan de financement", range: "A1:F3", reason: "montants lus, aucune ligne d’action reconnue" },
      { sheet: "Brouillon", reason: "feuille masquée, non lue" },
    ]);
    expect(textOf(section(workTexts.verifiedTitle))).toMatch(/2 comparaisons faites\.$/);
    const items = section(workTexts.unreadTitle)?.querySelectorAll("li") ?? [];
    expect([...items].map(textOf)).toEqual([
      "'Plan de financement'!A1:F3 : montants lus, aucune ligne d’action reconnue",
      "« Brouillon » : feuille masquée, non lue",
    ]);
  });
});
