// Two versions of a workbook held against each other: every figure, statement and reason that differs, and what that does to the verdict.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { comparer } from "../../../../src/core/reports/comparaison/comparer";
import { coteDuClasseur, coteDuProcesVerbal, type Cote } from "../../../../src/core/reports/comparaison/cote";
import {
  direDifference,
  direDifferences,
  direVerdict,
  remarquesDe,
} from "../../../../src/core/reports/comparaison/describe-comparaison";
import type { Convention } from "../../../../src/core/contract/convention";
import type { Justification } from "../../../../src/core/verification";
import { suiteApres } from "../../../../src/core/reports/proces-verbal/suite";
import { verify } from "../../../../src/core/verify";
import { withSlips } from "../../executed-workbook";
import { tableauBudgetaire } from "../../reading/annexes";
import { rawWorkbook } from "../../reading/raw-workbook-builder";
import { AS_OF, drawUp, kept, plain, SHEETS, type Sheets } from "../proces-verbal/established";

type Slips = Parameters<typeof withSlips>[1];

const verified = (slips: Slips = {}, convention: Convention = contratIntegre, sheets: Sheets = SHEETS) =>
  verify(
    rawWorkbook({ ...sheets, "Tableau budgétaire": withSlips(tableauBudgetaire, slips) }),
    convention,
    AS_OF,
    convention === contratIntegre ? "built-in" : "given",
  );

const side = (...given: Parameters<typeof verified>): Cote => coteDuClasseur(verified(...given), null);
const right = side();

const changes = (avant: Cote, apres: Cote) =>
  comparer(avant, apres).differences.map(({ cle, effets }) => [
    cle,
    ...effets.map(({ kind, cause }) => `${kind} ${cause.id}`),
  ]);

describe("two versions of a workbook", () => {
  it("are the same, also once a table has moved", () => {
    const moved = coteDuClasseur(
      verify(
        rawWorkbook({ ...SHEETS, "Tableau budgétaire": { cells: tableauBudgetaire, row: 9, column: 4 } }),
        contratIntegre,
        AS_OF,
      ),
      null,
    );
    const comparaison = comparer(right, moved);
    expect(comparaison).toMatchObject({ identique: true, memeContrat: true, differences: [], autres: [] });
    expect(plain(direDifferences(comparaison))).toContain("Rien ne diffère");
  });

  it.each([
    [64_999.99, ["nouveau montant-contractualise/1/2024/etat"], -0.01],
    [65_000.01, ["nouveau montant-contractualise/1/2024/etat"], 0.01],
  ])("tell an amount of %d from the one of the contract, with what it breaks", (value, effects, gap) => {
    const [difference, ...others] = comparer(right, side({ C4: value })).differences;
    expect(difference).toMatchObject({
      cle: "budget/action-1/2024/etat",
      genre: "chiffre",
      ecart: gap,
      sujet: { action: 1, year: 2024, party: "etat" },
      avant: { nombre: 65_000 },
      apres: { nombre: value, cellule: "'Tableau budgétaire'!C4" },
    });
    expect(difference?.effets.map(({ kind, cause }) => `${kind} ${cause.id}`)).toEqual(effects);
    expect(others).toEqual([]);
  });

  it("are the same with the same amount written another way", () => {
    expect(changes(right, side({ C4: 65_000 }))).toEqual([]);
  });

  it("say what is settled, from the other side", () => {
    const comparaison = comparer(side({ C4: 64_999.99 }), right);
    const [difference] = comparaison.differences;
    expect(difference?.effets.map(({ kind }) => kind)).toEqual(["regle"]);
    expect(plain(direVerdict(comparaison))).toMatch(
      /^\d+ écarts à traiter dans la référence, \d+ à présent : 1 réglé\.$/,
    );
    expect(plain(difference ? direDifference(difference) : "")).toBe(
      "64 999,99 € dans la référence, 65 000,00 € à présent (+0,01 €)",
    );
  });

  it("lay a sum that no longer holds at the figure that made it wrong, and never at another action's", () => {
    const second = right.chiffres.get("budget/action-2/2024/collectivite")?.cellule.split("!").at(-1) ?? "";
    const lines = changes(right, side({ D4: 66_000, [second]: 26_000 }));
    expect(lines.map(([cle]) => cle)).toEqual([
      "budget/action-1/2024/collectivite",
      "budget/action-2/2024/collectivite",
    ]);
    for (const [cle, ...effects] of lines) {
      const action = /action-(\d)/.exec(cle ?? "")?.[1];
      for (const effect of effects) expect(effect).toMatch(new RegExp(`/(?:${action}/)?2024`));
    }
  });

  it("name what only one of them has", () => {
    const { differences } = comparer(right, side({ C4: null }));
    expect(differences[0]).toMatchObject({ apres: { valeur: "non renseigné", nombre: null }, ecart: null });
    const without = coteDuClasseur(
      verify(rawWorkbook({ "Tableau budgétaire": tableauBudgetaire }), contratIntegre, AS_OF),
      null,
    );
    const gone = comparer(right, without).differences;
    expect(gone.length).toBeGreaterThan(20);
    expect(gone.every(({ apres }) => apres === null)).toBe(true);
    expect(comparer(without, right).differences.every(({ avant }) => avant === null)).toBe(true);
  });

  it("that were signed otherwise say so, statement by statement", () => {
    const other: Convention = {
      ...contratIntegre,
      id: "un-autre",
      cofinancement: { ...contratIntegre.cofinancement, seuil: 0.4 },
    };
    const comparaison = comparer(right, side({}, other));
    expect(comparaison).toMatchObject({ memeContrat: false, identique: false });
    expect(comparaison.differences[0]).toMatchObject({
      genre: "contrat",
      avant: { valeur: "50\u00a0%" },
      apres: { valeur: "40\u00a0%" },
    });
    expect(plain(remarquesDe(comparaison).join())).toMatch(
      /n’est pas le même : empreinte .{19} dans la référence, .{19}/,
    );
  });

  it("say which reason and which decision changed, and that the discrepancy is no longer to do", () => {
    const now = verified({ C4: 64_999.99 });
    const reason: Justification = {
      text: "Accord du 2 octobre",
      by: "A. Martin",
      party: "collectivite",
      on: "2026-10-02",
      decision: "accepted",
      decidedBy: "B. Durand",
      decidedParty: "etat",
      decidedOn: "2026-10-09",
      remark: null,
    };
    const justify = (justification: Justification) => ({
      ...now.verification,
      findings: now.verification.findings.map((finding) =>
        finding.id === "montant-contractualise/1/2024/etat" ? { ...finding, justification } : finding,
      ),
    });
    const with_ = (justification: Justification) =>
      coteDuClasseur({ dossier: now.dossier, verification: justify(justification) }, null);
    const plainSide = coteDuClasseur(now, null);
    expect(changes(plainSide, with_(reason))).toEqual([
      ["motif/montant-contractualise/1/2024/etat", "justifie montant-contractualise/1/2024/etat"],
      ["decision/montant-contractualise/1/2024/etat", "justifie montant-contractualise/1/2024/etat"],
    ]);
    expect(changes(with_(reason), with_({ ...reason, text: "Accord du 3 octobre" }))).toEqual([
      ["motif/montant-contractualise/1/2024/etat"],
    ]);
    const refused = with_({ ...reason, decision: "refused" });
    expect(changes(with_(reason), refused)[0]).toEqual([
      "decision/montant-contractualise/1/2024/etat",
      "rouvert montant-contractualise/1/2024/etat",
    ]);
  });
});

describe("a workbook held against a procès-verbal that was kept", () => {
  const pv = drawUp();
  const alone = (from = pv): Cote => coteDuProcesVerbal("garde.xlsx", from.situation, kept(from));

  it("is the same, or names each figure that changed since, and what is new", () => {
    expect(comparer(alone(), right)).toMatchObject({ identique: true, memeContrat: true });
    const comparaison = comparer(alone(), side({ C4: 64_999.99 }));
    expect(comparaison.differences).toMatchObject([
      { cle: "budget/action-1/2024/etat", ecart: -0.01, effets: [{ kind: "nouveau" }] },
    ]);
    expect(plain(direVerdict(comparaison))).toMatch(/à traiter à présent, 1 nouveau depuis le procès-verbal/);
    expect(plain(remarquesDe(comparaison)[0] ?? "")).toContain("procès-verbal seul, à la date du 24/11/2026");
  });

  it("says that it does not follow it, and that its own list was typed over", () => {
    const next = coteDuClasseur(verified(), kept(drawUp(SHEETS, { precedents: suiteApres(kept(pv)) })));
    expect(comparer(alone(), next)).toMatchObject({ identique: true, suite: { isBroken: false } });
    const other = drawUp({ ...SHEETS, "Tableau budgétaire": withSlips(tableauBudgetaire, { C4: 1 }) });
    expect(comparer(alone(other), next)).toMatchObject({ identique: false, suite: { isBroken: true } });
    const typedOver = kept(pv, (cells) => {
      const line = cells.find((row) => row.at(-1) === "budget/action-1/2024/etat");
      if (line) line[1] = "1,00 €";
    });
    expect(comparer(coteDuProcesVerbal("x", AS_OF, typedOver), right).procesVerbalChange).toBe("modifie");
    expect(comparer(coteDuClasseur(verified({ C4: 1 }), kept(pv)), right).procesVerbalChange).toBe("depasse");
    expect(comparer(coteDuClasseur(verified(), kept(pv)), right).procesVerbalChange).toBeNull();
  });
});
