// Verifies the workbooks that properties make, and shows one of which something is wrong.
import { formatCellRef } from "xlsx-model/cell-ref";
import type { Convention } from "../../src/core/contract/convention";
import type { Finding, Verification } from "../../src/core/verification";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { sceller } from "../../src/core/contract/signed/sceau";
import { verify } from "../../src/core/verify";
import type { Workbook } from "./canvas";
import { notCompared } from "./compared-cells";
import { writeWorkbook, type WorkbookLayout } from "./workbook-layout";
import type { Content } from "./content";
import { accountsOf, vanished } from "./account";
import { showFinding, showWorkbook } from "./show-workbook";

export interface Case {
  readonly content: Content;
  readonly layout: WorkbookLayout;
  readonly asOf: string;
  /** What else happens to the workbook once it is written. */
  readonly disturb?: Disturb | undefined;
}

export type Disturb = (raw: RawWorkbook, workbook: Workbook) => RawWorkbook;

export interface Verified {
  readonly workbook: Workbook;
  readonly verification: Verification;
}

/** The sheet « Contrat » comes with its seal, as the product writes both. */
function sealed(raw: RawWorkbook, convention: Convention): RawWorkbook {
  const hasContrat = raw.sheets.some(({ resultSheet }) => resultSheet === "contrat");
  return hasContrat ? { ...raw, seal: sceller(convention).texte } : raw;
}

export function verifyCase({ content, layout, asOf, disturb }: Case): Verified {
  const workbook = writeWorkbook(content, layout);
  const raw = sealed(disturb ? disturb(workbook.raw, workbook) : workbook.raw, content.convention);
  const { verification, dossier } = verify(raw, content.convention, asOf);
  const verified = { workbook, verification };
  const accounts = accountsOf(dossier, verification);
  const wrong = [
    ...brokenPromises(verification),
    ...notCompared(dossier).map((address) => `${address}: held against nothing`),
    ...vanished(raw, accounts).map((address) => `${address}: a figure of which nothing is said`),
  ];
  if (wrong.length > 0) throw new Error(explain(verified, wrong.join("\n")));
  return verified;
}

/** What must hold of any verification of any workbook: nothing is said to be kept that was not compared entirely. */
function brokenPromises({ rules, findings, verdict }: Verification): string[] {
  const found = new Set(findings.map(({ rule }) => rule));
  const wrong = rules.flatMap(({ rule, status, coverage: { compared, of, missing }, reason }) => [
    ...(status === "compliant" && (of === 0 || compared < of) ? [`${rule}: kept, ${compared} compared of ${of}`] : []),
    ...(status === "compliant" && found.has(rule) ? [`${rule}: kept, with findings`] : []),
    ...(status === "discrepancy" && !found.has(rule) ? [`${rule}: not kept, without findings`] : []),
    ...(status === "not-checkable" && reason === undefined ? [`${rule}: not checked, without a reason`] : []),
    ...(compared < of && missing.length === 0 ? [`${rule}: ${of - compared} not compared, none named`] : []),
  ]);
  const isOpen = findings.some(({ severity, justification }) => severity !== "info" && justification === null);
  return verdict.state === "conforming" && isOpen ? [...wrong, "conforming, with something to do"] : wrong;
}

/** What is wrong, with the workbook and what was found in it. */
export function explain({ workbook, verification }: Verified, wrong: string): string {
  const read = verification.read.map(({ kind, sheet, range, unit = "" }) => `${kind} ${sheet}!${range} ${unit}`);
  return [
    wrong,
    "",
    showWorkbook(workbook.raw),
    "",
    `as of ${verification.asOf}, read: ${read.join(" ; ")}`,
    "found:",
    ...verification.findings.map(showFinding),
  ].join("\n");
}

export const told = ({ id, severity, cells }: Finding): string =>
  `${severity} ${id} ${cells.map(formatCellRef).join(" ")}`;
