// What the tableau de bord says of one contract: that the State is waited for, of causes alone; which amounts are the executed ones.
import { expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { unsigned, type Justification } from "../../../../src/core/domain/justification";
import { constater } from "../../../../src/core/reports/tableau-de-bord/constater";
import { etablirTableau } from "../../../../src/core/reports/tableau-de-bord/tableau";
import { summarise } from "../../../../src/core/sheets/tableau-de-bord/compose-tableau";
import { verify } from "../../../../src/core/verify";
import { execution, TODAY } from "../../executed-workbook";
import { tableauBudgetaire } from "../../reading/annexes";
import { rawWorkbook } from "../../reading/raw-workbook-builder";
import { finding } from "../../../taskpane/sample-verification";

const signed: Justification = { ...unsigned("Motif"), by: "Mme Roy", party: "collectivite", on: "2026-02-01" };

it("is counted of what waits for the State, and not of what waits for the local party, of a remark or of a consequence", () => {
  const raw = rawWorkbook({ "Tableau budgétaire": tableauBudgetaire, Exécution: execution });
  const { verification, dossier } = verify(raw, contratIntegre, TODAY);
  const awaiting = (...findings: (typeof verification)["findings"]) =>
    constater(dossier, { ...verification, findings }, "classeur.xlsx");
  const of = (changes: Partial<Justification>, more: object = {}) =>
    finding("sous-consommation", { justification: { ...signed, ...changes }, ...more });
  const constats = [
    of({}),
    of({ party: "etat" }),
    of({ decision: "refused", decidedBy: "M. Petit", decidedParty: "etat", decidedOn: "2026-02-02" }),
    of({ by: null }),
    of({}, { severity: "info" }),
    of({}, { causedBy: "autre" }),
  ].map((one) => awaiting(one));
  expect(constats.map((one) => one.etat === "lu" && one.attendEtat)).toEqual([1, 0, 0, 0, 0, 0]);
});

it("names the amounts that were taken for the executed ones, where a workbook has several", () => {
  const raw = rawWorkbook({ "Tableau budgétaire": tableauBudgetaire, Exécution: execution });
  const { verification, dossier } = verify(raw, contratIntegre, TODAY);
  const said = (more: object): string =>
    summarise(etablirTableau([constater({ ...dossier, ...more }, verification, "classeur.xlsx")], TODAY, null)).join(
      " ",
    );
  const mesures = [{ sujet: "état d’exécution", mesures: ["mandaté"], selon: null }] as const;
  expect(said({ mesures })).toMatch(
    /1 classeur dit quels montants il montre : classeur\.xlsx\. Exécuté.: ce que le classeur dit «.mandaté.»\./,
  );
  expect(said({})).not.toContain("quels montants");
});
