// What a person sees before a correction is written, where one is safe and where he must choose.
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import type { CorrectionPlan } from "../../../../src/core/why/correction";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";
import { CorrectionPreview } from "../../../../src/taskpane/verify/work/correction-preview";
import { workTexts } from "../../../../src/taskpane/verify/work/texts";
import { expectAccessible } from "../../expect-accessible";

const cell = { sheet: "Budget", row: 3, column: 5 };

afterEach(cleanup);

function plan(part: "etat" | "collectivite" | null, gain: number): CorrectionPlan {
  const [before, after] = [7_340_000, 7_340_000 + gain].map(montantFromCentimes);
  if (before === undefined || after === undefined) throw new Error("two amounts");
  const fix = { cell, montant: after, unit: "€" } as const;
  return {
    findings: ["montant-contractualise/1/2025/etat"],
    chosen: part && { part, gain: montantFromCentimes(gain), fix, settles: "montant-contractualise/1/2025/etat" },
    corrections: [
      {
        findings: ["montant-contractualise/1/2025/etat"],
        cell,
        before: { value: before / 100, formula: null },
        after: { value: after / 100, formula: null },
        montants: { before, after },
        numberFormatBefore: "General",
        numberFormatAfter: null,
      },
    ],
    effects: [{ on: "enveloppe", axe: null, annee: 2025, before, after, expected: montantFromCentimes(6_500_000) }],
    left: [],
  };
}

function show(plans: readonly CorrectionPlan[]) {
  const applied: CorrectionPlan[] = [];
  const { container } = render(
    <FluentProvider theme={webLightTheme}>
      <CorrectionPreview
        plans={plans}
        localParty="Métropole"
        describeRest={() => []}
        isBusy={false}
        onApply={(chosen) => applied.push(chosen)}
        onCancel={() => {}}
      />
    </FluentProvider>,
  );
  const text = () => (container.textContent ?? "").replace(/\s/g, " ");
  return { applied, container, text, user: userEvent.setup() };
}

describe("where one correction is safe", () => {
  it("shows before, after, the difference and what becomes of the envelope, then applies", async () => {
    const { applied, container, text, user } = show([plan(null, -840_000)]);
    expect(text()).toContain("Avant73 400,00 €Après65 000,00 €Différence−8 400,00 €");
    expect(text()).toContain("La part État de l’année 2025 passe de 73 400,00 € à 65 000,00 €, comme au contrat.");
    expect(screen.queryByRole("radio")).toBeNull();
    await expectAccessible(container);
    await user.click(screen.getByRole("button", { name: workTexts.apply }));
    expect(applied).toHaveLength(1);
  });
});

describe("what changes beside the value", () => {
  const changed = (changes: Partial<CorrectionPlan["corrections"][number]>): CorrectionPlan => {
    const safe = plan(null, -840_000);
    return { ...safe, corrections: safe.corrections.map((correction) => ({ ...correction, ...changes })) };
  };

  it("is its format, said only where it changes", () => {
    const sentence = "Le format de la cellule devient celui d’un nombre.";
    expect(show([changed({ numberFormatAfter: "General" })]).text()).toContain(sentence);
    cleanup();
    expect(show([changed({})]).text()).not.toContain(sentence);
  });

  it("is the formula that comes, and the one that goes", () => {
    const [sum, other] = ["=SUM(B3:B4)", "=B3"];
    const after = { value: null, formula: sum };
    expect(show([changed({ after })]).text()).toContain("Formule : =SOMME(B3:B4)");
    cleanup();
    expect(show([changed({ before: { value: 1, formula: other }, after })]).text()).toContain(
      "Formule : =SOMME(B3:B4), au lieu de =B3",
    );
    cleanup();
    expect(show([changed({ before: { value: 1, formula: other } })]).text()).toContain("À la place de la formule =B3");
  });
});

describe("where a person must choose", () => {
  it("names what each part gains, and writes nothing before one is chosen", async () => {
    const choices = [plan("etat", -840_000), plan("collectivite", 840_000)];
    const { applied, container, text, user } = show(choices);
    expect(text()).toContain("−8 400,00 € de part État");
    expect(text()).toContain("+8 400,00 € de part Métropole");
    expect(text()).toContain("le contrat dit 65 000,00 € (écart +16 800,00 €)");
    await user.click(screen.getByRole("button", { name: workTexts.apply }));
    expect(applied).toEqual([]);
    expect(screen.getByRole("alert").textContent).toBe(workTexts.choiceMissing);
    expect(document.activeElement).toBe(screen.getAllByRole("radio")[0]);
    await user.click(screen.getByRole("radio", { name: /part Métropole/ }));
    await expectAccessible(container);
    await user.click(screen.getByRole("button", { name: workTexts.apply }));
    expect(applied).toEqual([choices[1]]);
  });
});
