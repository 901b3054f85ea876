// A reason is one party's and its decision the other's: what counts, and what must be given again once one of them changes.
import { describe, expect, it } from "vitest";
import type { Inscription, JustificationSaisie } from "../../../src/core/domain/justification-saisie";
import { suivreMotif } from "../../../src/core/domain/justification-suivie";

const REASON: Inscription = {
  text: "Recrutement retardé",
  by: "Mme Durand",
  on: "2026-02-01",
  decision: "Acceptée",
  decidedBy: "DDETS",
  decidedOn: "2026-03-01",
};

function saisie(changes: Partial<JustificationSaisie> = {}): JustificationSaisie {
  return {
    ...REASON,
    id: "sous-consommation/1/2024/total",
    found: 1,
    expected: 2,
    numberFormat: "General",
    rule: "",
    article: "2.2",
    severity: "",
    action: 1,
    year: 2024,
    message: "",
    repere: "",
    place: { row: 6, column: 10 },
    ...changes,
  };
}

/** As the next run reads what this one wrote, with what somebody typed over it since. */
function again(changes: Partial<Inscription>, first: Partial<JustificationSaisie> = {}, typed: string | null = null) {
  const written = suivreMotif(saisie(first), typed);
  return suivreMotif(saisie({ ...written.inscription, repere: written.repere, ...changes }), typed);
}

describe("the other party's decision", () => {
  it.each([
    ["Acceptée", "accepted"],
    ["acceptee", "accepted"],
    ["REFUSÉE", "refused"],
    ["Refusé", "refused"],
  ])("is read: %s", (decision, expected) => {
    expect(suivreMotif(saisie({ decision }), null).justification?.decision).toBe(expected);
  });

  it.each<[string, Partial<JustificationSaisie>]>([
    ["by nobody", { decidedBy: null }],
    ["without a date", { decidedOn: null }],
    ["at what is no date", { decidedOn: "en mars" }],
    ["in other words", { decision: "à voir" }],
    ["by who gave the reason", { decidedBy: "mme  DURAND" }],
    ["of no reason", { text: "", by: null, on: null }],
  ])("does not count %s, and that is said", (_, changes) => {
    const { justification, remarque, inscription } = suivreMotif(saisie(changes), null);
    expect(justification?.decision ?? null).toBeNull();
    expect(remarque).toMatch(/^Décision/);
    // What was typed stays.
    expect(inscription).toMatchObject({ decision: changes.decision ?? "Acceptée" });
  });

  it("stays while the reason is the same", () => {
    expect(again({}).justification?.decision).toBe("accepted");
    expect(again({}).isSetAside).toBe(false);
  });

  it("is to be given again once the reason it was given for was reworded", () => {
    const { justification, isSetAside, inscription, remarque } = again({ text: "Autre raison" });
    expect(justification).toMatchObject({ text: "Autre raison", by: "Mme Durand", decision: null, decidedBy: null });
    expect([isSetAside, inscription.decision]).toEqual([true, null]);
    expect(remarque).toContain("à donner de nouveau");
  });

  it("counts for the new words when it was given after them", () => {
    const first = { decision: null, decidedBy: null, decidedOn: null };
    const { decision, decidedBy, decidedOn } = REASON;
    expect(again({ text: "Autre raison", decision, decidedBy, decidedOn }, first).justification?.decision).toBe(
      "accepted",
    );
    expect(again({ text: "Autre raison", decidedOn: "2026-04-01" }).justification?.decision).toBe("accepted");
  });
});

describe("a reason of the execution table", () => {
  const none = { text: "", by: null, on: null, decision: null, decidedBy: null, decidedOn: null };

  it("is the justification, with nothing typed in « Écarts »", () => {
    expect(suivreMotif(null, "Retard").justification).toEqual({ ...none, text: "Retard" });
    expect(suivreMotif(null, null).justification).toBeNull();
  });

  it("is followed where « Écarts » repeats it, and withdrawn with it", () => {
    const written = suivreMotif(null, "Retard");
    const next = saisie({ ...written.inscription, repere: written.repere });
    expect(suivreMotif(next, "Retard d’un an").justification?.text).toBe("Retard d’un an");
    expect(suivreMotif(next, null).justification).toBeNull();
  });

  it("yields to what the agent types in « Écarts »", () => {
    const written = suivreMotif(null, "Retard");
    const next = saisie({ ...written.inscription, text: "Mieux dit", repere: written.repere });
    expect(suivreMotif(next, "Retard").justification?.text).toBe("Mieux dit");
    expect(suivreMotif(saisie({ text: "Mieux dit" }), "Retard").justification?.text).toBe("Mieux dit");
  });

  it("takes its decision along only while its words are the same", () => {
    const written = suivreMotif(null, "Retard");
    const { decision, decidedBy, decidedOn } = REASON;
    const decided = saisie({ ...written.inscription, decision, decidedBy, decidedOn, repere: written.repere });
    expect(suivreMotif(decided, "Retard").justification?.decision).toBe("accepted");
    const reworded = suivreMotif(decided, "Retard d’un an");
    expect([reworded.justification?.decision, reworded.isSetAside]).toEqual([null, true]);
  });
});
