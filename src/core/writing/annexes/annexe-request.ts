// What an agent can ask to be inserted.
import { typographie } from "../../domain/words/typographie";

export type AnnexeRequest =
  | { readonly kind: "budget"; readonly sousTotaux: boolean }
  | { readonly kind: "indicateurs"; readonly realises: boolean }
  /** One sheet per year; null for every year of the contract. */
  | { readonly kind: "execution"; readonly annee: number | null }
  /** One sheet per fiche; null for every action that has none in the workbook yet, of which there must be one unless `siManque`. */
  | { readonly kind: "fiches"; readonly action: number | null; readonly siManque?: boolean }
  | { readonly kind: "imputation" }
  | { readonly kind: "echeancier" }
  /** A workbook has one at most: with `siManque` none is added to the one it has, without it that is refused. */
  | { readonly kind: "contrat"; readonly siManque?: boolean };

export type AnnexeKind = AnnexeRequest["kind"];

/** In the order in which they are offered, and inserted when several are asked for. */
export const ANNEXES: readonly { readonly kind: AnnexeKind; readonly titre: string }[] = [
  { kind: "budget", titre: "Tableau budgétaire" },
  { kind: "indicateurs", titre: "Suivi des indicateurs" },
  { kind: "execution", titre: "Exécution budgétaire" },
  { kind: "fiches", titre: "Fiches action" },
  { kind: "imputation", titre: "Imputation des crédits" },
  { kind: "echeancier", titre: "Échéancier" },
  { kind: "contrat", titre: "Contrat" },
];

/** What the agent may choose about them. */
export interface AnnexeOptions {
  readonly sousTotaux: boolean;
  readonly realises: boolean;
  readonly annee: number | null;
  readonly action: number | null;
}

export const DEFAULT_OPTIONS: AnnexeOptions = { sousTotaux: false, realises: false, annee: null, action: null };

export function requestOf(kind: AnnexeKind, options: AnnexeOptions = DEFAULT_OPTIONS): AnnexeRequest {
  const { sousTotaux, realises, annee, action } = options;
  switch (kind) {
    case "budget":
      return { kind, sousTotaux };
    case "indicateurs":
      return { kind, realises };
    case "execution":
      return { kind, annee };
    case "fiches":
      return { kind, action };
    default:
      return { kind };
  }
}

/** All of them: what can be there only once and is there already is no reason to refuse the others. */
export function requestAll(options: AnnexeOptions = DEFAULT_OPTIONS): readonly AnnexeRequest[] {
  return ANNEXES.map(({ kind }) => {
    const request = requestOf(kind, options);
    return request.kind === "fiches" || request.kind === "contrat" ? { ...request, siManque: true } : request;
  });
}

/** Of an annexe beside contents of the agent's, whose columns and rows are his. */
export const TAILLES_GARDEES = typographie(
  "Les colonnes et les lignes déjà occupées gardent leur taille : agrandissez celles où un montant s’affiche en « ### » ou un texte est coupé.",
);
