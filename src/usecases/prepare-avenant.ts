// "Préparer l'avenant": the table and the variants of a workbook, kept variants, and from one of them the draft in the register with its sheets.
import type { LignePrevue } from "../core/avenants/plan-avenant";
import { planProjet, type ProjetPlan } from "../core/preparation/plan-projet";
import { preparer, type Demande, type Preparation } from "../core/preparation/preparer";
import { proposer } from "../core/preparation/proposer";
import { joindreVariante, sansVariante, type Variante } from "../core/domain/variante";
import { typographie } from "../core/domain/words/typographie";
import { composeNote } from "../core/reports/avenant/note";
import { composeProjet } from "../core/reports/avenant/projet";
import type { Piece } from "../core/reports/avenant/piece";
import type { Proposition } from "../core/reports/avenant/proposition";
import type { TableauDeLAvenant } from "../core/reports/avenant/tableau";
import { composeNoteSheet } from "../core/sheets/avenant/note-sheet";
import { composeTableauDeLAvenant } from "../core/sheets/avenant/tableau-sheet";
import { checkCells } from "../core/sheets/parts/check-cells";
import { refusals } from "../core/sheets/parts/refusals";
import type { SheetPlan, WorkbookPort } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { applyKeeping } from "./apply-keeping";
import { insertAnnexe } from "./insert-annexe";

/** What of the draft is written into the workbook. */
export interface Choix {
  readonly registre: boolean;
  readonly tableau: boolean;
  readonly note: boolean;
}

export interface ProjetCree {
  /** The number that the draft bears in the register, or would. */
  readonly numero: number;
  readonly sheetNames: readonly string[];
  readonly lignes: readonly LignePrevue[];
  /** French sentences: what could not be written, and why. */
  readonly refusals: readonly string[];
  /** French sentences: what was typed on those before and now stands elsewhere. */
  readonly kept: readonly string[];
}

/** Throws WorkbookError. */
export async function prepareAvenant(workbook: WorkbookPort, demande: Demande): Promise<Preparation> {
  return preparer(await workbook.read(), demande);
}

/** In the workbook, in the place of the one of its name. Throws WorkbookError. */
export async function keepVariante(workbook: WorkbookPort, variante: Variante): Promise<readonly Variante[]> {
  const raw = await workbook.read();
  const variantes = joindreVariante(raw.variantes ?? [], variante);
  await workbook.apply({ highlights: null, sheets: [], variantes }, raw);
  return variantes.filter(({ annee }) => annee === variante.annee);
}

export async function dropVariante(workbook: WorkbookPort, variante: Variante): Promise<readonly Variante[]> {
  const raw = await workbook.read();
  const variantes = sansVariante(raw.variantes ?? [], variante);
  await workbook.apply({ highlights: null, sheets: [], variantes }, raw);
  return variantes.filter(({ annee }) => annee === variante.annee);
}

const NOTHING = "Rien n’est demandé : choisissez le registre, le tableau ou la note.";

function sheetsOf(tableau: TableauDeLAvenant, proposition: Proposition, choix: Choix): readonly SheetPlan[] {
  return [
    ...(choix.note ? [composeNoteSheet(composeNote(tableau, proposition))] : []),
    ...(choix.tableau ? [composeTableauDeLAvenant(proposition.convention, tableau.annee, tableau.asOf)] : []),
  ];
}

/** Throws WorkbookError where a line cannot be read. */
function readable(preparation: Preparation, variante: Variante): Proposition {
  const proposition = proposer(preparation, variante);
  if (proposition.erreurs.length === 0) return proposition;
  throw new WorkbookError(typographie(`Rien n’a été créé. ${proposition.erreurs.join(" ")}`));
}

/**
 * In one write, with the variant kept. A workbook without a sheet « Contrat » gets it first, for the register stands there. A draft of
 * the same number that the register holds already is written anew with `remplacer`, else refused. Throws WorkbookError.
 */
export async function createProjet(
  workbook: WorkbookPort,
  demande: Demande,
  variante: Variante,
  choix: Choix,
  remplacer: boolean,
): Promise<ProjetCree> {
  if (!Object.values(choix).includes(true)) throw new WorkbookError(typographie(NOTHING));
  const { contrats, asOf, source = "built-in", today } = demande;
  const asked = { ...demande, annee: variante.annee };
  let raw = await workbook.read();
  let preparation = preparer(raw, asked);
  let undressed: readonly string[] = [];
  const proposition = readable(preparation, variante);
  if (raw.isStructureProtected) throw new WorkbookError(refusals.protectedAgainstReport);
  if (choix.registre && !preparation.aLaFeuille) {
    const inserting = today === undefined ? {} : { today };
    const inserted = await insertAnnexe(workbook, contrats, asOf, [{ kind: "contrat" }], source, inserting);
    undressed = inserted.refusals;
    raw = await workbook.read();
    preparation = preparer(raw, asked);
  }
  const projet: ProjetPlan | null = choix.registre
    ? planProjet(raw, preparation.banc.numero, { contrats, asOf }, proposition, remplacer)
    : null;
  if (projet) checkCells(projet.cells, raw);
  const {
    sheetNames,
    refusals: refused,
    kept,
  } = await applyKeeping(
    workbook,
    {
      highlights: null,
      sheets: sheetsOf(preparation.tableau, proposition, choix),
      ...(projet && { cells: projet.cells }),
      variantes: joindreVariante(raw.variantes ?? [], variante),
    },
    raw,
  );
  return {
    numero: preparation.banc.numero,
    sheetNames: [...(projet ? [projet.sheet] : []), ...sheetNames],
    lignes: projet?.lignes ?? [],
    refusals: [...undressed, ...refused],
    kept,
  };
}

/** What the Word documents say; nothing is written. Throws WorkbookError where a line cannot be read. */
export function piecesOf(
  preparation: Preparation,
  variante: Variante,
): { readonly note: Piece; readonly projet: Piece } {
  const { tableau, banc } = preparation;
  const proposition = readable(preparation, variante);
  return { note: composeNote(tableau, proposition), projet: composeProjet(tableau, proposition, banc.numero) };
}
