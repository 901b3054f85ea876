// The French texts of what stands below the list: what was read, the rules, and which table counts.
import { SANS_ARTICLE } from "../../../core/contract/clauses/articles";
import { formatDate, formatListe, formatNombre } from "../../../core/domain/words/format";
import type { ReadTable } from "../../../core/verification";

/** French counts from two on as plural. */
function count(number: number, one: string, many: string): string {
  return `${formatNombre(number)} ${number < 2 ? one : many}`;
}

const TABLE_WORDS: Readonly<Record<ReadTable["kind"], string>> = {
  budget: "Tableau budgétaire",
  execution: "Tableau d’exécution",
  indicators: "Tableau des indicateurs",
  fiche: "Fiche action",
  imputation: "Imputation budgétaire",
  payments: "Versements",
  decisions: "Décisions sur les sommes non utilisées",
  contract: "Paramètres du contrat",
  deadlines: "Échéances",
};

export const resultTexts = {
  verifiedAt: (at: Date, asOf: string) => {
    const time = `${String(at.getHours()).padStart(2, "0")} h ${String(at.getMinutes()).padStart(2, "0")}`;
    return `Vérifié à ${time}, à la date du ${formatDate(asOf)}.`;
  },

  refusalsStillValid: "Les résultats ci-dessous restent valables.",

  readTitle: "Ce qui a été lu",
  readNothing: "Aucun tableau du contrat n’a été reconnu dans les feuilles visibles.",
  tableName: (table: ReadTable) => TABLE_WORDS[table.kind],
  tableSummary: (table: ReadTable) => {
    const parts = [
      // Deadlines and recapitulations are of no action.
      table.kind === "deadlines" || table.actions === 0 ? null : count(table.actions, "action", "actions"),
      table.axes === undefined ? null : count(table.axes, "axe", "axes"),
      table.indicators === undefined ? null : count(table.indicators, "indicateur", "indicateurs"),
      yearSpan(table.years),
      table.unit === undefined || table.unit === "€" ? null : `montants en ${table.unit}`,
    ];
    return parts.filter((part) => part !== null).join(", ");
  },
  ignoredRows: (number: number) => count(number, "ligne ignorée", "lignes ignorées"),
  ignoredRow: (row: number, text: string) => `Ligne ${row} : ${text || "sans texte"}`,

  toReading: "Voir comment le classeur est lu",
  answer: (number: number) => `Répondre à ${number < 2 ? "la question" : `${formatNombre(number)} questions`}`,

  unreadLine: (place: string, reason: string) => `${place} : ${reason}`,
  unreadTitle: "Non lu :",
  leftAsideTitle: (number: number) =>
    `${count(number, "plage de nombres laissée", "plages de nombres laissées")} de côté`,

  article: (article: string) => {
    if (article === SANS_ARTICLE) return "forme";
    return /^\d/.test(article) ? `art. ${article}` : article;
  },
  cells: (number: number, sheet: string | null) =>
    `${number < 2 ? "Cellule" : "Cellules"}${sheet === null ? "" : ` de « ${sheet} »`} :`,
  moreCells: (number: number) => `et ${count(number, "autre cellule", "autres cellules")}`,

  notCheckableTitle: "Règles non vérifiées",
  partlyChecked: "vérifiée en partie, avec des écarts",
  noReason: "Raison inconnue.",
  heldTitle: "Règles respectées",
  beyondTitle: "Ce qu’aucun calcul ne peut vérifier",
} as const;

/** "2024-2027"; years that do not follow each other are listed. */
function yearSpan(years: readonly number[]): string | null {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first === last) return String(first);
  return last - first === years.length - 1 ? `${first}-${last}` : formatListe(years.map(String));
}
