// The columns of the « Écarts » table, which one A3 page across holds at seven points: shared by what writes the sheet and what reads the agent's justifications back.

export const ECARTS_COLUMNS = [
  { key: "regle", heading: "Règle", width: 15 },
  { key: "article", heading: "Article", width: 7 },
  { key: "gravite", heading: "Gravité", width: 13 },
  { key: "action", heading: "Action", width: 6 },
  { key: "annee", heading: "Année", width: 6 },
  { key: "cellule", heading: "Cellule", width: 13 },
  { key: "trouve", heading: "Trouvé", width: 12 },
  { key: "attendu", heading: "Attendu", width: 12 },
  { key: "ecart", heading: "Écart", width: 12 },
  { key: "message", heading: "Message", width: 29 },
  { key: "justification", heading: "Justification", width: 20 },
  { key: "par", heading: "Par", width: 10 },
  { key: "partie", heading: "Partie", width: 10 },
  { key: "le", heading: "Le", width: 10 },
  { key: "decision", heading: "Décision", width: 10 },
  { key: "decideePar", heading: "Décidée par", width: 10 },
  { key: "decideePartie", heading: "Partie qui décide", width: 10 },
  { key: "decideeLe", heading: "Décidée le", width: 10 },
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
