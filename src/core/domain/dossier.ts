// What was understood of a workbook: its tables and parts, and in them every value with the cell it stands in.
import type { CellRef, RangeRef } from "xlsx-model/cell-ref";
import type { Avenant, Convention } from "../contract/convention";
import type { ContratSigne, FeuilleContrat } from "../contract/signed/feuille-contrat";
import type {
  CoordonneesLues,
  Echeancier,
  FicheLue,
  ListeDecisions,
  ListeVersements,
  TableauImputation,
} from "./parts";
import type { MesureDite } from "./mesure";
import type { Question, ReponseTenue } from "./question";
import type { PlageNonLue, Recapitulatif, TableauBudgetaire, TableauExecution, TableauIndicateurs } from "./tables";

export type { Cell, LigneIgnoree, MontantCell, MontantLu, ValeurCell, ValeurLue } from "./cells";
export type { ClauseLue, ContratSigne, ErreurContrat, FeuilleContrat } from "../contract/signed/feuille-contrat";
export type {
  ChampFiche,
  ChampLu,
  CoordonneeIllisible,
  CoordonneesLues,
  Echeancier,
  EtapeLue,
  FicheLue,
  LigneEcheance,
  LigneImputationLue,
  LigneVersement,
  ListeDecisions,
  ListeVersements,
  ObjetVersement,
  Repere,
  TableauImputation,
  ValeurBancaire,
} from "./parts";
export type {
  AnneeColonnes,
  Colonne,
  ColonneHeading,
  LigneAction,
  LigneAxe,
  LigneDeSommes,
  SumOf,
  LigneIndicateur,
  Designation,
  LigneNonReconnue,
  LigneSansChiffre,
  PlageLue,
  PlageNonLue,
  Recapitulatif,
  Reconnaissance,
  TableauBudgetaire,
  TableauExecution,
  TableauIndicateurs,
} from "./tables";

/** Where the contract comes from: the workbook's own sheet, the product, or the one who asked for the verification. */
export type SourceContrat = "workbook" | "built-in" | "given";

/** The parts of a dossier that a workbook may lack. */
export type TableKind =
  "budget" | "execution" | "indicators" | "fiches" | "imputation" | "coordonnees" | "echeancier" | "feuilleContrat";

/** Why a table of some kind was not found: one line per sheet looked at. */
export interface TableAbsente {
  readonly kind: TableKind;
  /** "ecarte" for a sheet « Contrat » while another contract was given. */
  readonly reason: "aucun" | "plusieurs" | "ecarte";
  readonly sheets: readonly { readonly sheet: string; readonly why: string }[];
}

/** Tables of one kind that show the same years: the agent says once which one counts. */
export interface ChoixTableau {
  readonly kind: "budget" | "execution" | "indicators";
  readonly candidats: readonly {
    readonly range: RangeRef;
    readonly heading: CellRef;
    readonly actions: number;
    readonly annees: readonly number[];
    /** The agent chose it. */
    readonly retenu: boolean;
  }[];
}

/** What the agent does not see of a sheet that was read, or sees otherwise than it was read. */
export interface FeuilleLue {
  readonly sheet: string;
  /** Zero-based, in order. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** The cells of each label that was put together from several. */
  readonly labelsReunis: readonly (readonly CellRef[])[];
}

export interface Dossier {
  /** The contract in force at the as-of date. */
  readonly convention: Convention;
  /** The avenants signed on or before the as-of date, in order. */
  readonly avenants: readonly Avenant[];
  /** ISO date. */
  readonly asOf: string;
  readonly budget: TableauBudgetaire | null;
  readonly execution: TableauExecution | null;
  readonly indicators: TableauIndicateurs | null;
  /** Left out where there is none. */
  readonly recapitulatifs?: readonly Recapitulatif[];
  /** Null when the workbook has no fiche at all. */
  readonly fiches: readonly FicheLue[] | null;
  readonly imputation: TableauImputation | null;
  /** Lists of what the State paid, as it was paid; left out where there is none. */
  readonly versements?: readonly ListeVersements[];
  /** Lists of what was decided of money not used; left out where there is none. */
  readonly decisions?: readonly ListeDecisions[];
  /** One entry per place where bank details stand; null when there is none. */
  readonly coordonnees: readonly CoordonneesLues[] | null;
  readonly echeancier: Echeancier | null;
  /** Null when the built-in contract, or one given from outside, serves. */
  readonly feuilleContrat: FeuilleContrat | null;
  /** "built-in" where it is left out. */
  readonly sourceContrat?: SourceContrat;
  /** Left out where nothing says what was signed. */
  readonly contratSigne?: ContratSigne;
  /** French sentence: why the contract is not known, so that no rule may hold the workbook against it. */
  readonly contratInconnu?: string;
  /** It is not known because the workbook is another contract's. */
  readonly autreContrat?: true;
  /** It is not known because only the agent can say whose the workbook is. */
  readonly question?: Question;
  /** What only a person can tell of its columns; left out where everything is certain. */
  readonly questions?: readonly Question[];
  /** What was answered of them, by the agent or by the other party; left out where nothing was. */
  readonly reponses?: readonly ReponseTenue[];
  readonly absences: readonly TableAbsente[];
  /** Left out where there was nothing to choose between. */
  readonly choix?: readonly ChoixTableau[];
  /** Left out where every sheet was read as it is seen. */
  readonly feuilles?: readonly FeuilleLue[];
  /** What looks like the contract's and was not used; left out where there is none. */
  readonly nonLus?: readonly PlageNonLue[];
  /** How far the spending is that is executed, and of which taxes, where words or a person say it; left out where none does. */
  readonly mesures?: readonly MesureDite[];
  /** Figures beside the tables that could be no amounts of the contract, or say again what was read; left out where there is none. */
  readonly aPart?: readonly PlageNonLue[];
}
