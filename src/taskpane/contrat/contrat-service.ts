// What the tab « Contrat » asks for.
import type { AvenantSaisi } from "../../core/avenants/avenant-saisi";
import type { AvenantPlan } from "../../core/avenants/plan-avenant";
import type { Convention } from "../../core/contract/convention";
import type { ApplyReport } from "../../core/workbook-port";
import type { Drafted, SignedFile } from "../../signed-files/draft-files";
import type { ComparaisonMontree, WrittenComparaison } from "../../usecases/compare-workbook";
import type { Derniers, RepriseMontree } from "../../usecases/plan-reprise";
import type { Seen } from "../../signed-files/reading-task";
import type { Variante } from "../../core/domain/variante";
import type { VariantesComparees } from "../../core/preparation/comparer-variantes";
import type { Preparation } from "../../core/preparation/preparer";
import type { Proposition } from "../../core/reports/avenant/proposition";
import type { Choix, ProjetCree } from "../../usecases/prepare-avenant";

/** « Préparer l’avenant »; a WorkbookError says why something was not done. */
export interface AvenirService {
  /** Reads the workbook and writes nothing; null for the next year that nothing fixes. */
  prepare(asOf: string, annee: number | null, onWaitingForCell: () => void): Promise<Preparation>;
  /** Without the workbook: what the variant makes of the contract that was read. */
  propose(preparation: Preparation, variante: Variante): Promise<Proposition>;
  compareVariantes(preparation: Preparation, variantes: readonly Variante[]): Promise<VariantesComparees>;
  /** In the workbook; answers those of its year. */
  keep(variante: Variante, onWaitingForCell: () => void): Promise<readonly Variante[]>;
  drop(variante: Variante, onWaitingForCell: () => void): Promise<readonly Variante[]>;
  create(
    asOf: string,
    variante: Variante,
    choix: Choix,
    remplacer: boolean,
    onWaitingForCell: () => void,
  ): Promise<ProjetCree>;
  /** The note and the avenant as Word documents; nothing is written. */
  papers(
    preparation: Preparation,
    variante: Variante,
  ): Promise<{ readonly note: Uint8Array; readonly projet: Uint8Array }>;
}

export interface ContratService {
  /** Reads the workbook and writes nothing; a WorkbookError says why the avenant has nowhere to go. */
  preview(asOf: string, saisi: AvenantSaisi, onWaitingForCell: () => void): Promise<AvenantPlan>;
  /** Writes what was shown; a WorkbookError says why nothing was. */
  record(asOf: string, saisi: AvenantSaisi, accepted: AvenantPlan, onWaitingForCell: () => void): Promise<void>;
  /** Changes nothing in either; a WorkbookError says why they cannot be compared. */
  compare(asOf: string, file: SignedFile, onWaitingForCell: () => void): Promise<ComparaisonMontree>;
  /** What another copy says, changing nothing in either; a WorkbookError says why that cannot be taken. */
  previewReprise(asOf: string, file: SignedFile, onWaitingForCell: () => void): Promise<RepriseMontree>;
  /** Joins what was shown to what this one says; a WorkbookError says why nothing was written. */
  reprendre(
    asOf: string,
    file: SignedFile,
    shown: RepriseMontree,
    choix: Derniers,
    onWaitingForCell: () => void,
  ): Promise<void>;
  /** The sheet of what was shown. */
  writeComparison(shown: ComparaisonMontree, onWaitingForCell: () => void): Promise<WrittenComparaison>;
  /** Its script comes when it is first asked for. */
  avenir(): Promise<AvenirService>;
  /** What a file of a signed contract holds; a French sentence where it cannot be read. */
  look(file: SignedFile): Promise<Seen | string>;
  /** Reads them together; a WorkbookError says why that cannot be done. */
  draft(files: readonly SignedFile[], signal: AbortSignal): Promise<Drafted>;
  /** Writes the sheet « Contrat » and its seal; a WorkbookError says why nothing was written. */
  seal(asOf: string, convention: Convention, onWaitingForCell: () => void): Promise<ApplyReport>;
}
