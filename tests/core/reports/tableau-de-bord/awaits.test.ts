// What the tableau de bord says that the State is waited for: reasons signed by the local party that nobody answered, of causes alone.
import { expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { unsigned, type Justification } from "../../../../src/core/domain/justification";
import { constater } from "../../../../src/core/reports/tableau-de-bord/constater";
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
