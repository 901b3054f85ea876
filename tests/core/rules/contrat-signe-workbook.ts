// A workbook whose sheet « Contrat » an agent has edited, verified: for the tests of the sealed contract.
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { sceller } from "../../../src/core/contract/signed/sceau";
import { verify } from "../../../src/core/verify";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { contratSheet, find, type Cells, type Edit } from "../reading/contrat/contrat-edits";

export const START = "2024-07-31";

interface Options {
  readonly seal?: string | null;
  readonly asOf?: string;
}

export function workbookOf(
  convention: Convention,
  edits: readonly Edit[],
  { seal = sceller(convention).texte }: Options = {},
) {
  const raw = annexWorkbook(convention);
  const sheet = { ...contratSheet(convention, ...edits), id: "contrat" };
  return { ...raw, seal, sheets: [...raw.sheets, sheet] } satisfies RawWorkbook;
}

export function check(convention: Convention, edits: readonly Edit[], options: Options = {}) {
  const raw = workbookOf(convention, edits, options);
  const { verification, dossier } = verify(raw, contratIntegre, options.asOf ?? START);
  const rule = verification.rules.find(({ rule: id }) => id === "contrat-signe");
  const findings = verification.findings.filter(({ rule: id }) => id === "contrat-signe");
  return { raw, verification, dossier, rule, findings };
}

export const errorsOf = ({ verification: { findings } }: ReturnType<typeof check>) =>
  findings.filter(({ severity }) => severity === "error");

/** The cell that holds a value in the sheet as it is written. */
export function cellOf(convention: Convention, section: string, line: number, heading: string): string {
  let place = { row: -1, column: -1 };
  contratSheet(convention, (cells: Cells) => {
    place = find(cells, section, line, heading);
  });
  return `${place.row}/${place.column}`;
}

export function parametreCell(convention: Convention, name: string): string {
  let row = -1;
  contratSheet(convention, (cells: Cells) => {
    row = cells.findIndex((values) => values[0] === name);
  });
  return `${row}/2`;
}
