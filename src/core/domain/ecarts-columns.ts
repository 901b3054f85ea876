// The columns of the « Écarts » table: shared by what writes the sheet and what reads the agent's justifications back.

export const ECARTS_COLUMNS = [
  { key: "regle", heading: "Règle", width: 25 },
  { key: "article", heading: "Article", width: 9 },
  { key: "gravite", heading: "Gravité", width: 14 },
  { key: "action", heading: "Action", width: 8 },
  { key: "annee", heading: "Année", width: 8 },
  { key: "cellule", heading: "Cellule", width: 22 },
  { key: "trouve", heading: "Trouvé", width: 16 },
  { key: "attendu", heading: "Attendu", width: 16 },
  { key: "ecart", heading: "Écart", width: 16 },
  { key: "message", heading: "Message", width: 46 },
  { key: "justification", heading: "Justification", width: 28 },
  { key: "par", heading: "Par", width: 13 },
  { key: "le", heading: "Le", width: 12 },
  { key: "identifiant", heading: "Identifiant", width: 15 },
] as const;

export type EcartsColumn = (typeof ECARTS_COLUMNS)[number]["key"];

/** Zero-based position of a column in the sheet as it is written. */
export function ecartsColumn(key: EcartsColumn): number {
  return ECARTS_COLUMNS.findIndex((column) => column.key === key);
}
