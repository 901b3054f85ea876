// What an agent can ask to be inserted.

export type AnnexeRequest =
  | { readonly kind: "budget"; readonly sousTotaux: boolean }
  | { readonly kind: "indicateurs"; readonly realises: boolean }
  /** One sheet per year; null for every year of the contract. */
  | { readonly kind: "execution"; readonly annee: number | null }
  /** One sheet per fiche; null for every action that has none in the workbook yet. */
  | { readonly kind: "fiches"; readonly action: number | null }
  | { readonly kind: "imputation" }
  | { readonly kind: "echeancier" };

export type AnnexeKind = AnnexeRequest["kind"];

/** In the order in which they are offered, and inserted when several are asked for. */
export const ANNEXES: readonly { readonly kind: AnnexeKind; readonly titre: string }[] = [
  { kind: "budget", titre: "Tableau budgétaire" },
  { kind: "indicateurs", titre: "Suivi des indicateurs" },
  { kind: "execution", titre: "Exécution budgétaire" },
  { kind: "fiches", titre: "Fiches action" },
  { kind: "imputation", titre: "Imputation des crédits" },
  { kind: "echeancier", titre: "Échéancier" },
];
