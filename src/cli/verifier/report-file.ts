// The option --sortie with a name that ends in .html or .md: the report instead of the annotated copy.
import { extname } from "node:path";
import { version } from "../../../package.json";
import type { Report } from "../../report/compose-report";
import { reportHtml } from "../../report/report-html";
import { reportMarkdown } from "../../report/report-md";

const KINDS = { ".html": reportHtml, ".md": reportMarkdown } as const;

type Kind = keyof typeof KINDS;

/** Null for the name of a workbook. */
export function reportKind(name: string): Kind | null {
  const extension = extname(name).toLowerCase();
  return Object.hasOwn(KINDS, extension) ? (extension as Kind) : null;
}

export const writeReport = (kind: Kind, report: Report): Uint8Array =>
  new TextEncoder().encode(KINDS[kind](report, `Contrat local des solidarités, version ${version}`));
