// The readable report: order, counts, honesty, and nothing that could steer a terminal.
import { describe, expect, it } from "vitest";
import { formatReport } from "../../src/cli/verifier/report-text";
import type { Verification } from "../../src/core/verification";
import { annexesWorkbook, composeFor } from "../core/sheets/annexes-workbook";
import { rawWorkbook } from "../core/reading/raw-workbook-builder";

const { verification } = composeFor(annexesWorkbook({ G4: 64999.99 }));

function withFirst(change: Partial<Verification["findings"][number]>): Verification {
  const [first, ...rest] = verification.findings;
  if (!first) throw new Error("no finding");
  return { ...verification, findings: [{ ...first, ...change }, ...rest] };
}

describe("order", () => {
  it("tells what was read, counts, findings from the worst, then the coverage", () => {
    const text = formatReport(verification, false);
    const places = [
      "Ce qui a été lu",
      `3 erreurs, 1 avertissement, ${verification.summary.info} informations, dont 3 conséquences d’un autre écart`,
      "  Erreur – ",
      "  Avertissement – ",
      "  Information – ",
      "Règles non vérifiables",
      "Règles respectées",
      "Ce qu’aucun calcul ne peut vérifier",
    ].map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("names the rules that share a reason under it, once", () => {
    const text = formatReport(verification, false);
    expect(text.split("Aucun tableau d’exécution n’a été trouvé dans le classeur.").length).toBe(2);
  });
});

describe("a search for causes that was given up", () => {
  const given = { ...verification, summary: { ...verification.summary, causesNotSought: true as const } };

  it("is told below the counts, and nowhere else", () => {
    expect(formatReport(given, false)).toContain(
      "règles non vérifiables\nQuel écart découle de quel autre n’a pas été cherché",
    );
    expect(formatReport(verification, false)).not.toContain("n’a pas été cherché");
  });
});

const NO_DECISION = { decision: null, decidedBy: null, decidedParty: null, decidedOn: null, remark: null } as const;

describe("a finding", () => {
  it("shows its justification with author and date, and what the other party decided", () => {
    const justification = {
      text: "Accord.",
      by: "M. Martin",
      party: "collectivite",
      on: "2026-11-24",
      ...NO_DECISION,
    } as const;
    const shown = (changes: object) =>
      formatReport(withFirst({ justification: { ...justification, ...changes } }), false);
    expect(shown({})).toContain(
      "Justifié\u00a0: Accord (M. Martin, Métropole, 24/11/2026) – en attente de l’autre partie",
    );
    const decided = { decidedBy: "DDETS", decidedParty: "etat", decidedOn: "2026-12-01" };
    expect(shown({ decision: "accepted", ...decided })).toContain(
      "Accepté\u00a0: Accord (M. Martin, Métropole, 24/11/2026) – acceptée par DDETS, État, 01/12/2026",
    );
    expect(shown({ decision: "refused", ...decided })).toContain(
      "Non admis\u00a0: Accord (M. Martin, Métropole, 24/11/2026) – refusée par DDETS, État, 01/12/2026",
    );
    expect(shown({ by: null, party: null, on: null })).toMatch(
      /Justifié\u00a0: Accord – en attente de l’autre partie$/m,
    );
  });

  it("names six cells and counts the others", () => {
    const cells = Array.from({ length: 9 }, (_, row) => ({ sheet: "Feuil1", row, column: 0 }));
    expect(formatReport(withFirst({ cells }), false)).toContain("Feuil1!A6 et 3 autres");
  });
});

describe("the line of counts", () => {
  const counts = (summary: object) =>
    formatReport({ ...verification, summary: { ...verification.summary, ...summary } }, false);

  it("tells what is accepted apart from what waits", () => {
    expect(counts({ consequences: 0, justified: 2, accepted: 1 })).toContain(
      "dont 2 écarts justifiés et 1 écart accepté\u00a0;",
    );
    expect(counts({ consequences: 0, justified: 0, accepted: 2 })).toContain("dont 2 écarts acceptés\u00a0;");
    expect(counts({ justified: 0, accepted: 0 })).not.toContain("accepté");
  });
});

describe("a terminal", () => {
  it("gets bold headings when it can show them, and otherwise none", () => {
    expect(formatReport(verification, true)).toContain("\u001b[1mCe qui a été lu\u001b[22m");
    expect(formatReport(verification, false)).not.toContain("\u001b");
  });

  it("is not steered by a label of the workbook", () => {
    const text = formatReport(withFirst({ message: "a\u001b[2Jb\r\nc\u0007d" }), false);
    expect(text).toContain("Erreur – a [2Jb c d");
  });
});

describe("no finding", () => {
  it("is never called conforming while rules could not be checked", () => {
    const text = formatReport({ ...verification, findings: [] }, false);
    expect(text).toMatch(/Aucun écart.*, mais \d+ règles n’ont pas pu l’être entièrement/);
  });

  it("says that no table was recognised", () => {
    const empty = composeFor(rawWorkbook({ Notes: [["rien"]] })).verification;
    expect(formatReport(empty, false)).toContain("Aucun tableau du contrat n’a été reconnu.");
  });
});
