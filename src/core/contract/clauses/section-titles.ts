// The parts of the sheet « Contrat », in their order, and which of them it may do without.
const TITLES = {
  parametres: "Paramètres du contrat",
  signataires: "Autres signataires",
  annees: "Années et crédits de l’État",
  seuils: "Cofinancements minimums particuliers",
  financeursLies: "Parts minimales des autres financeurs",
  enveloppes: "Autres enveloppes",
  axes: "Axes du contrat",
  actions: "Actions et montants",
  financeurs: "Autres financeurs",
  autres: "Autres financements des actions",
  operateurs: "Opérateurs des actions",
  sousActions: "Sous-actions",
  indicateurs: "Indicateurs et cibles",
  mesures: "Mesure des indicateurs",
  nationaux: "Indicateurs nationaux",
  versements: "Versement de l’État en plusieurs fois",
  comptes: "Autres comptes bancaires",
  imputation: "Imputation des crédits au contrat",
  echeances: "Échéances du contrat",
  fiches: "Fiches actions",
  sources: "D’où vient chaque valeur",
  avenants: "Avenants",
} as const;
export type ContratSection = keyof typeof TITLES;
/** In the order of the sheet. */
export const SECTION_TITLES: Readonly<Record<ContratSection, string>> = TITLES;
/** Without these the sheet is no contract. */

export const REQUIRED_SECTIONS: readonly ContratSection[] = ["parametres", "annees", "axes", "actions", "indicateurs"];
/** Sections that stand on the sheet only where the contract states something of the kind. */

export const RARE_SECTIONS = [
  "signataires",
  "seuils",
  "financeursLies",
  "enveloppes",
  "financeurs",
  "autres",
  "operateurs",
  "sousActions",
  "mesures",
  "versements",
  "comptes",
  "sources",
] as const satisfies readonly ContratSection[];
