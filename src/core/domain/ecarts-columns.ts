// The columns of the « Écarts » table, which one A4 page across holds at seven points: shared by what writes the sheet and what reads the agent's justifications back.

export const ECARTS_COLUMNS = [
  { key: "regle", heading: "Règle", width: 13 },
  { key: "article", heading: "Article", width: 7 },
  { key: "gravite", heading: "Gravité", width: 11 },
  { key: "action", heading: "Action", width: 5 },
  { key: "annee", heading: "Année", width: 6 },
  { key: "cellule", heading: "Cellule", width: 11 },
  { key: "trouve", heading: "Trouvé", width: 11 },
  { key: "attendu", heading: "Attendu", width: 11 },
  { key: "ecart", heading: "Écart", width: 11 },
  { key: "message", heading: "Message", width: 25.5 },
  { key: "justification", heading: "Justification", width: 16 },
  { key: "par", heading: "Par", width: 8 },
  { key: "partie", heading: "Partie", width: 8 },
  { key: "le", heading: "Le", width: 9 },
  { key: "decision", heading: "Décision", width: 8 },
  { key: "decideePar", heading: "Décidée par", width: 8 },
  { key: "decideePartie", heading: "Partie qui décide", width: 8 },
  { key: "decideeLe", heading: "Décidée le", width: 9 },
  { key: "identifiant", heading: "Identifiant", width: 3 },
  { key: "repere", heading: "Repère", width: 3 },
] as const;

export type EcartsColumn = (typeof ECARTS_COLUMNS)[number]["key"];

/** Columns that a sheet of before the parties were asked for has not. */
const DES_PARTIES: ReadonlySet<EcartsColumn> = new Set<EcartsColumn>(["partie", "decideePartie"]);

/** Each way in which the sheet was ever written, the latest first: zero-based positions. */
export const ECARTS_LAYOUTS: readonly ReadonlyMap<EcartsColumn, number>[] = [
  ECARTS_COLUMNS,
  ECARTS_COLUMNS.filter(({ key }) => !DES_PARTIES.has(key)),
].map((columns) => new Map(columns.map(({ key }, column) => [key, column])));

const POSITIONS: ReadonlyMap<EcartsColumn, number> = new Map(ECARTS_COLUMNS.map(({ key }, column) => [key, column]));

/** Zero-based position of a column in the sheet as it is written. */
export function ecartsColumn(key: EcartsColumn): number {
  return POSITIONS.get(key) ?? -1;
}
