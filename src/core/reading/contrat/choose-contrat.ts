// Decides which contract a workbook is held against: the one given from outside, its own sheet, else the built-in one.
import type { Convention } from "../../contract/convention";
import type { ContratSigne, FeuilleContrat, PlageNonLue, SourceContrat, TableAbsente } from "../../domain/dossier";
import { formatListe } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import type { RawSheet, RawWorkbook } from "../../workbook-port";
import { findSections, hasContratShape } from "./contrat-sections";
import { avecLaFeuille, signeDe, signeDonne } from "./contrat-signe";
import { lireSceau } from "../../contract/signed/sceau";
import { readContrat } from "./read-contrat";
import { createSheetGrid, filledRange, gridOf, type SheetGrid } from "../sheet-grid";

export interface ContratChoisi {
  /** As signed, with the settings and the avenants of the sheet. */
  readonly convention: Convention;
  /** Null where nothing says what was signed. */
  readonly signe: ContratSigne | null;
  readonly source: SourceContrat;
  /** The contract that the workbook's own seal or sheet gives, whichever serves; null where it gives none. */
  readonly porte: Convention | null;
  readonly feuille: FeuilleContrat | null;
  /** French sentence: why the contract is not known, and nothing may be held against it. */
  readonly inconnu: string | null;
  readonly absence: TableAbsente | null;
  /** The agent's sheets that are no contract: tables of the other kinds are looked for in these. */
  readonly autres: readonly SheetSeen[];
  /** The sheet that serves, and its section of deadlines where it has one. */
  readonly grid: SheetGrid | null;
  /** Sheets that look like it and do not serve: they are said. */
  readonly ecartees?: readonly PlageNonLue[];
  /** Amounts of the sheet that serves which it does not read. */
  readonly aside?: readonly PlageNonLue[];
  readonly echeances: SheetGrid | null;
  /** All of it but the register. */
  readonly clauses: SheetGrid | null;
}

export interface SheetSeen {
  readonly sheet: RawSheet;
  readonly grid: SheetGrid;
}

function sortSheets(raw: RawWorkbook): {
  readonly candidates: readonly SheetSeen[];
  readonly autres: readonly SheetSeen[];
} {
  const candidates: SheetSeen[] = [];
  const autres: SheetSeen[] = [];
  for (const sheet of raw.sheets) {
    const isOurs = sheet.resultSheet === "contrat";
    if (!isOurs && (sheet.resultSheet !== null || sheet.visibility !== "visible")) continue;
    const grid = createSheetGrid(sheet, raw);
    (isOurs || hasContratShape(grid) ? candidates : autres).push({ sheet, grid });
  }
  return { candidates, autres };
}

function setAside({ grid }: SheetSeen, serving: RawSheet): PlageNonLue {
  const why = `autre feuille « Contrat », sans effet : la feuille ${cite(serving.name)} est celle qui sert`;
  return { range: filledRange(grid), pourquoi: typographie(why) };
}

function restrict(grid: SheetGrid): SheetGrid | null {
  const section = findSections(grid).get("echeances");
  if (!section) return null;
  return gridOf(grid.sheet, section.rows);
}

/** A line of the register names an account before anything holds it. */
function sansRegistre(grid: SheetGrid): SheetGrid {
  const lines = new Set(
    findSections(grid)
      .get("avenants")
      ?.rows.map(({ row }) => row),
  );
  return { ...grid, rows: grid.rows.filter(({ row }) => !lines.has(row)) };
}

const absent = (reason: TableAbsente["reason"], ...sheets: TableAbsente["sheets"]): TableAbsente => ({
  kind: "feuilleContrat",
  reason,
  sheets,
});

/** The sheets that are contracts, by our mark or by their shape. */
export function findContratSheets(raw: RawWorkbook): readonly RawSheet[] {
  return sortSheets(raw).candidates.map(({ sheet }) => sheet);
}

/**
 * `source` says where the given convention comes from; one given by the caller prevails over the workbook's sheet. `connus` are
 * all that are known: what the workbook's seal or sheet states is held against the one that it names.
 */
export function chooseContrat(
  raw: RawWorkbook,
  convention: Convention,
  asOf: string,
  source: Exclude<SourceContrat, "workbook">,
  connus: readonly Convention[] = [convention],
): ContratChoisi {
  const { candidates, autres } = sortSheets(raw);
  const sceau = typeof raw.seal === "string" ? lireSceau(raw.seal) : null;
  const porte = sceau?.etat === "inchange" ? sceau.convention : null;
  const none = { porte, feuille: null, inconnu: null, absence: null, grid: null, echeances: null, clauses: null };
  const [first] = candidates;
  if (!first) {
    if (source === "given" || sceau?.etat !== "inchange") {
      return { ...none, convention, signe: signeDonne(convention, source, sceau), source, autres };
    }
    // The sheet was deleted: what was signed is still known, its avenants are not.
    const signe = signeDe(sceau, connus, null, false);
    const why =
      "le classeur porte le sceau d’un contrat, mais plus sa feuille : ses avenants ne sont pas connus. Insérez-la de nouveau";
    const absence = absent("ecarte", { sheet: "Contrat", why });
    return { ...none, convention: signe?.convention ?? convention, signe, source: "workbook", autres, absence };
  }
  if (source === "given") {
    const why = "un autre contrat a été donné à la vérification";
    const absence = absent("ecarte", { sheet: first.sheet.name, why });
    return { ...none, convention, signe: signeDonne(convention, source, sceau), source, autres, absence };
  }
  const marked = candidates.filter(({ sheet }) => sheet.resultSheet === "contrat");
  const [chosen, another] = marked.length > 0 ? marked : candidates;
  if (!chosen || another) {
    const names = candidates.map(({ sheet }) => sheet.name);
    const inconnu = typographie(
      `Les feuilles ${formatListe(names.map(cite))} peuvent toutes être le contrat : gardez-en une seule, puis relancez.`,
    );
    const why = typographie("elle a la forme d’une feuille « Contrat »");
    const absence = absent("plusieurs", ...names.map((sheet) => ({ sheet, why })));
    return { ...none, convention, signe: null, source, autres, inconnu, absence };
  }
  const read = readContrat(chosen.grid, asOf, (lue) => {
    const known = signeDe(sceau, connus, lue, false);
    return known && known.source !== "feuille" ? avecLaFeuille(known.convention, lue) : null;
  });
  const { erreurs, empreinte } = read.feuille;
  const hasPrinted = empreinte !== undefined;
  const signe = signeDe(sceau, connus, read.convention, erreurs.length === 0 && !hasPrinted, hasPrinted);
  const sealed = signe !== null && signe.source !== "feuille" ? signe : null;
  const isKnown = sealed !== null && read.convention !== null;
  return {
    // Where the sheet gives no contract any more, the seal still tells whose the workbook is.
    convention: isKnown
      ? avecLaFeuille(sealed.convention, read.convention)
      : (read.convention ?? sealed?.convention ?? convention),
    signe,
    porte: porte ?? read.convention,
    source: "workbook",
    feuille: read.feuille,
    // Where the signed contract is known, a mistake of its sheet hides none of it.
    inconnu: isKnown ? null : read.inutilisable,
    absence: null,
    autres,
    ecartees: candidates.filter(({ sheet }) => sheet !== chosen.sheet).map((other) => setAside(other, chosen.sheet)),
    aside: read.aside,
    grid: chosen.grid,
    echeances: restrict(chosen.grid),
    clauses: sansRegistre(chosen.grid),
  };
}
