// A reason is one party's and its decision the other's: what counts, and what must be given again once one of them changes.
import { describe, expect, it } from "vitest";
import { unsigned } from "../../../src/core/domain/justification";
import type { Inscription, JustificationSaisie } from "../../../src/core/domain/justification-saisie";
import { suivreMotif as suivre } from "../../../src/core/domain/justification-suivie";
import { contratIntegre } from "../../../src/contracts/built-in";

const TODAY = "2026-11-24";

const suivreMotif = (saisie: JustificationSaisie | null, typed: string | null, rule = "sous-consommation") =>
  suivre(saisie, typed, rule, { convention: contratIntegre, today: TODAY });

const REASON: Inscription = {
  text: "Recrutement retardé",
  by: "Mme Durand",
  party: "Métropole",
  on: "2026-02-01",
  decision: "Acceptée",
  decidedBy: "M. Petit",
  decidedParty: "DDETS",
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
    ["for no party", { decidedParty: null }],
    ["for what is no party", { decidedParty: "Mme la directrice" }],
    ["for both parties", { decidedParty: "État et Métropole" }],
    ["for the party that gave the reason", { decidedParty: "Dijon métropole" }],
    ["by who gave the reason", { decidedBy: "mme  DURAND" }],
    ["by who gave the reason, with a service after the name", { decidedBy: "Mme Durand (DDETS)" }],
    ["of a reason of nobody", { by: null }],
    ["of a reason for no party", { party: null }],
    ["of a reason without a date", { on: null }],
    ["before the reason", { decidedOn: "2026-01-31" }],
    ["tomorrow", { decidedOn: "2026-11-25" }],
    ["of no reason", { text: "", by: null, on: null }],
  ])("does not count %s, and that is said", (_, changes) => {
    const { justification, remarque, inscription } = suivreMotif(saisie(changes), null);
    expect(justification?.decision ?? null).toBeNull();
    expect(remarque).toMatch(/^Décision/);
    // What was typed stays.
    expect(inscription).toMatchObject({ decision: changes.decision ?? "Acceptée" });
  });

  it.each<[string, Partial<JustificationSaisie>]>([
    ["the day of the reason", { decidedOn: "2026-02-01" }],
    ["today", { decidedOn: TODAY }],
    ["in the words of the definition", { party: "DM", decidedParty: "État" }],
    ["the other way round", { party: "Préfecture de la région", decidedParty: "collectivité" }],
  ])("counts %s", (_, changes) => {
    expect(suivreMotif(saisie(changes), null)).toMatchObject({
      justification: { decision: "accepted", remark: null },
      remarque: null,
    });
  });

  it("is asked for nothing that a reason of before the parties lacks, without being told", () => {
    const old = { party: null, decision: null, decidedBy: null, decidedParty: null, decidedOn: null };
    const { justification, remarque } = suivreMotif(saisie(old), null);
    expect(justification).toMatchObject({ text: REASON.text, party: null, decision: null });
    expect(remarque).toMatch(/^Justification incomplète\s: indiquez pour quelle partie elle est donnée/);
  });

  it.each(["contrat-signe", "coordonnees-bancaires", "imputation-du-contrat", "avenant-lisible"])(
    "excuses nothing that only an avenant changes: %s",
    (rule) => {
      const { justification, inscription, remarque } = suivreMotif(saisie(), null, rule);
      expect(justification).toMatchObject({ text: REASON.text, decision: null, decidedParty: null, isVoid: true });
      expect(remarque).toMatch(/^Aucune justification ne compte ici/);
      expect(inscription).toMatchObject(REASON);
    },
  );

  it("stays while the reason is the same", () => {
    expect(again({}).justification?.decision).toBe("accepted");
    expect(again({}).isSetAside).toBe(false);
  });

  it("is to be given again once the reason it was given for was reworded", () => {
    const { justification, isSetAside, inscription, remarque } = again({ text: "Autre raison" });
    expect(justification).toMatchObject({
      text: "Autre raison",
      by: "Mme Durand",
      party: "collectivite",
      decision: null,
      decidedBy: null,
    });
    expect([isSetAside, inscription.decision]).toEqual([true, null]);
    expect(remarque).toContain("à donner de nouveau");
  });

  it("counts for the new words when it was given after them", () => {
    const first = { decision: null, decidedBy: null, decidedParty: null, decidedOn: null };
    const { decision, decidedBy, decidedParty, decidedOn } = REASON;
    expect(
      again({ text: "Autre raison", decision, decidedBy, decidedParty, decidedOn }, first).justification?.decision,
    ).toBe("accepted");
    expect(again({ text: "Autre raison", decidedOn: "2026-04-01" }).justification?.decision).toBe("accepted");
  });
});

describe("a reason of the execution table", () => {
  it("is the justification, with nothing typed in « Écarts »", () => {
    expect(suivreMotif(null, "Retard").justification).toEqual({
      ...unsigned("Retard"),
      remark: expect.stringContaining("par qui, pour quelle partie et à quelle date elle est donnée"),
    });
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
    const signed = { ...REASON, text: written.inscription.text };
    const decided = saisie({ ...written.inscription, ...signed, repere: written.repere });
    expect(suivreMotif(decided, "Retard").justification?.decision).toBe("accepted");
    const reworded = suivreMotif(decided, "Retard d’un an");
    expect([reworded.justification?.decision, reworded.isSetAside]).toEqual([null, true]);
  });
});
