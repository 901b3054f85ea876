// A reason in one sentence with what the other party decided of it, however the agent ended his own.
import { describe, expect, it } from "vitest";
import { describeMotif } from "../../../src/core/domain/describe-motif";
import { unsigned } from "../../../src/core/domain/justification";

describe("a reason and its decision", () => {
  it.each([
    ["Recrutement fait en octobre.", "Recrutement fait en octobre – en attente de l’autre partie"],
    ["Recrutement fait en octobre", "Recrutement fait en octobre – en attente de l’autre partie"],
    ["Report en 2026. Faute de local. ", "Report en 2026. Faute de local – en attente de l’autre partie"],
    ["À suivre...", "À suivre... – en attente de l’autre partie"],
    ["Locaux, matériel, etc.", "Locaux, matériel, etc. – en attente de l’autre partie"],
  ])("are one sentence: « %s »", (text, expected) => {
    expect(describeMotif(unsigned(text), "Métropole")).toBe(expected);
  });

  it("name who gave it and who decided, each with his party and the day", () => {
    const signed = {
      ...unsigned("Faute de local."),
      by: "Mme Durand",
      party: "collectivite",
      on: "2026-02-01",
    } as const;
    const decided = {
      decision: "refused",
      decidedBy: "M. Petit",
      decidedParty: "etat",
      decidedOn: "2026-03-01",
    } as const;
    expect(describeMotif({ ...signed, ...decided }, "Métropole")).toBe(
      "Faute de local (Mme Durand, Métropole, 01/02/2026) – refusée par M. Petit, État, 01/03/2026",
    );
  });

  it("say what is to be completed, and what counts for nothing", () => {
    const remark = "Décision incomplète\u00a0: indiquez par qui elle est prise.";
    expect(describeMotif({ ...unsigned("Retard"), remark }, "Métropole")).toBe(
      "Retard – en attente de l’autre partie. Décision incomplète\u00a0: indiquez par qui elle est prise",
    );
    expect(describeMotif({ ...unsigned("Retard"), remark: "Aucune ne compte.", isVoid: true }, "Métropole")).toBe(
      "Retard – Aucune ne compte",
    );
  });
});
