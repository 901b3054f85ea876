// A discrepancy as a workbook that was read now has it: all of « Justifier » that touches no workbook.
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { Finding } from "../core/verification";
import { verify } from "../core/verify";
import type { RawWorkbook } from "../core/workbook-port";

/** Null where the discrepancy has gone. */
export function findFinding(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  id: string,
  source: "built-in" | "given",
  today: string,
): Finding | null {
  return (
    verify(raw, contrats, asOf, source, { today }).verification.findings.find((finding) => finding.id === id) ?? null
  );
}
