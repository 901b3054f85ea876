// The columns of the « Écarts » table: shared by what writes the sheet and what reads the agent's justifications back.

export const ECARTS_COLUMNS = [
  { key: "regle", heading: "Règle", width: 24 },
  { key: "article", heading: "Article", width: 8 },
  { key: "gravite", heading: "Gravité", width: 15 },
  { key: "action", heading: "Action", width: 7 },
  { key: "annee", heading: "Année", width: 7 },
  { key: "cellule", heading: "Cellule", width: 20 },
  { key: "trouve", heading: "Trouvé", width: 15 },
  { key: "attendu", heading: "Attendu", width: 15 },
  { key: "ecart", heading: "Écart", width: 15 },
  { key: "message", heading: "Message", width: 45 },
  { key: "justification", heading: "Justification", width: 26 },
  { key: "par", heading: "Par", width: 11 },
  { key: "le", heading: "Le", width: 11 },
  { key: "identifiant", heading: "Identifiant", width: 12 },
] as const;

export type EcartsColumn = (typeof ECARTS_COLUMNS)[number]["key"];

/** Zero-based position of a column in the sheet as it is written. */
export function ecartsColumn(key: EcartsColumn): number {
  return ECARTS_COLUMNS.findIndex((column) => column.key === key);
}
