// What is read of a workbook laid out as agents do, and what is said of it at the date of the signature.
import { contratIntegre } from "../../../src/contracts/built-in";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { tableauIndicateurs } from "./annexes";
import type { Grid } from "./figures";
import { rawWorkbook } from "./raw-workbook-builder";

export function run(
  sheets: Readonly<Record<string, Grid>>,
  asOf = "2024-06-30",
  more: Pick<RawWorkbook, "reponses"> = {},
) {
  const { dossier, verification } = verify(
    { ...rawWorkbook({ ...sheets, Indicateurs: sheets["Indicateurs"] ?? tableauIndicateurs }), ...more },
    contratIntegre,
    asOf,
  );
  const json = verificationJson(verification);
  const told = json.findings.map(({ id, severity, cells, found }) => ({ id, severity, cell: cells[0] ?? "", found }));
  return {
    dossier,
    unread: json.unread,
    asked: (json.verdict.questions ?? []).map(({ text }) => text),
    errors: told.filter(({ severity }) => severity === "error"),
    ofRule: (rule: string) => told.filter(({ id }) => id.startsWith(`${rule}/`)),
    status: (rule: string) => json.rules.find((one) => one.rule === rule)?.status,
  };
}
