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

/** In the order of the contract. */
export const ANNEXES: readonly { readonly kind: AnnexeKind; readonly titre: string; readonly article: string }[] = [
  { kind: "fiches", titre: "Fiches action", article: "2.1" },
  { kind: "budget", titre: "Tableau budgétaire", article: "2.2" },
  { kind: "indicateurs", titre: "Tableau des actions et suivi de leurs indicateurs", article: "2.1" },
  { kind: "execution", titre: "Exécution budgétaire", article: "2.3" },
  { kind: "imputation", titre: "Imputation des crédits", article: "3" },
  { kind: "echeancier", titre: "Échéancier", article: "2.2, 2.3 et 6" },
];
