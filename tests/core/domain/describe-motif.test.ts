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
    expect(describeMotif(unsigned(text))).toBe(expected);
  });

  it("name who gave it and who decided, each with the day", () => {
    const signed = { ...unsigned("Faute de local."), by: "Mme Durand", on: "2026-02-01" };
    expect(describeMotif({ ...signed, decision: "refused", decidedBy: "DDETS", decidedOn: "2026-03-01" })).toBe(
      "Faute de local (Mme Durand, 01/02/2026) – refusée par DDETS, 01/03/2026",
    );
  });
});
