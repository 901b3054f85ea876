// The lines of a variant as the register of avenants reads them: what each changes of the contract, and what is wrong with it.
import { composeLignes, findFreeRows } from "../avenants/compose-lignes";
import { withCells } from "../avenants/with-cells";
import { typographie } from "../domain/words/typographie";
import type { LigneSaisie } from "../domain/variante";
import type { Avenant, Convention } from "../contract/convention";
import { readContrat } from "../reading/contrat/read-contrat";
import { createSheetGrid } from "../reading/sheet-grid";
import { composeContratSheet } from "../sheets/contrat/contrat-sheet";
import type { RawSheet } from "../workbook-port";
import { rawSheetOf, rawWorkbookOf } from "./classeur-du-contrat";

export interface LignesLues {
  /** Null where nothing can be read of them. */
  readonly avenant: Avenant | null;
  /** French sentences, by line. */
  readonly erreurs: readonly (readonly string[])[];
  readonly libelles: readonly string[];
}

/** The contract's own sheet « Contrat », in which the lines are tried. */
export interface Banc {
  readonly convention: Convention;
  readonly sheet: RawSheet;
  readonly numero: number;
}

export function dresserBanc(convention: Convention): Banc {
  const numero = Math.max(0, ...convention.avenants.map((avenant) => avenant.numero)) + 1;
  return { convention, numero, sheet: rawSheetOf(composeContratSheet(convention)) };
}

/** As if it were signed that day. */
export function lireLignes(
  { convention, sheet, numero }: Banc,
  lignes: readonly LigneSaisie[],
  dates: { readonly signeLe: string; readonly effetLe: string },
): LignesLues {
  if (lignes.length === 0) return { avenant: null, erreurs: [], libelles: [] };
  const raw = rawWorkbookOf(sheet);
  const registre = findFreeRows(createSheetGrid(sheet, raw), lignes.length);
  const saisi = { numero: String(numero), ...dates, clause: "", lignes };
  const changed = withCells(raw, composeLignes(saisi, registre, convention));
  const [written = sheet] = changed.sheets;
  const { convention: lue, feuille } = readContrat(createSheetGrid(written, changed), dates.signeLe, () => convention);
  const byRow = registre.rows.map((row) => feuille.registre?.find(({ cell }) => cell.row === row) ?? null);
  return {
    avenant: lue?.avenants.find((avenant) => avenant.numero === numero) ?? null,
    erreurs: byRow.map((ligne) =>
      (ligne?.erreurs ?? []).map(({ parametre, message }) => typographie(`${parametre} : ${message}`)),
    ),
    libelles: byRow.map((ligne) => ligne?.libelle ?? ""),
  };
}
