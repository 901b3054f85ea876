// The option --sortie with a name that ends in .html, .md or .xml: the report instead of the annotated copy.
import { extname } from "node:path";
import { version } from "../../../package.json";
import type { Dossier } from "../../core/domain/dossier";
import type { Verification } from "../../core/verification";
import type { RawWorkbook } from "../../core/workbook-port";
import { composeReport } from "../../report/compose-report";
import { reportHtml } from "../../report/report-html";
import { reportJunit } from "../../report/report-junit";
import { reportMarkdown } from "../../report/report-md";

type Write = (verification: Verification, dossier: Dossier, raw: RawWorkbook) => string;

const PRODUCT = `Contrat local des solidarités, version ${version}`;

const KINDS = {
  ".html": (...verified) => reportHtml(composeReport(...verified), PRODUCT),
  ".md": (...verified) => reportMarkdown(composeReport(...verified), PRODUCT),
  ".xml": reportJunit,
} as const satisfies Readonly<Record<string, Write>>;

type Kind = keyof typeof KINDS;

export const REPORT_ENDINGS = Object.keys(KINDS);

/** Null for the name of a workbook. */
export function reportKind(name: string): Kind | null {
  const extension = extname(name).toLowerCase();
  return Object.hasOwn(KINDS, extension) ? (extension as Kind) : null;
}

export const writeReport = (kind: Kind, ...verified: Parameters<Write>): Uint8Array =>
  new TextEncoder().encode(KINDS[kind](...verified));
