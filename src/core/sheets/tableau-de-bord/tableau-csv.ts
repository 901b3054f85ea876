// The tableau de bord as a text with semicolons, as a French Excel opens it.
import { typographie } from "../../domain/words/typographie";
import { isLu } from "../../reports/tableau-de-bord/constat";
import { contratsComptes, type Tableau } from "../../reports/tableau-de-bord/tableau";
import { CREDITS, SUIVI, type Colonne, type Valeur } from "./columns";

/** The columns of each subject, once. */
const COLONNES: readonly Colonne[] = [
  ...SUIVI,
  ...CREDITS.filter(({ key }) => !SUIVI.some((colonne) => colonne.key === key)),
];

/** What begins like a formula would be one. */
function field(valeur: Valeur): string {
  if (valeur === null) return "";
  if (typeof valeur === "number") return String(valeur).replace(".", ",");
  const text = typographie(valeur).replace(/[\r\n\t]+/g, " ");
  return `"${(/^[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** With the mark by which Excel knows UTF-8. */
export function tableauCsv(tableau: Tableau): string {
  const headings = ["Classeur", ...COLONNES.map(({ titre }) => titre), "Non lu", "Non compté"];
  const counted = new Set(contratsComptes(tableau.constats));
  const lines = tableau.constats.map((constat) =>
    isLu(constat)
      ? [
          constat.classeur,
          ...COLONNES.map(({ valeur }) => valeur(constat, tableau)),
          "",
          counted.has(constat) ? "" : "plusieurs classeurs pour ce contrat",
        ]
      : [constat.classeur, ...COLONNES.map(() => null), constat.raison, ""],
  );
  return `\ufeff${[headings, ...lines].map((line) => line.map(field).join(";")).join("\r\n")}\r\n`;
}
