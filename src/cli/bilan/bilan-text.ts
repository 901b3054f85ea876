// What the `bilan` command prints: the figures of the period, and what lacks, cell by cell.
import type { Bilan } from "../../core/reports/bilan/bilan";
import { formatCellRef } from "xlsx-model/cell-ref";
import { typographie } from "../../core/domain/words/typographie";
import { oneLine } from "../one-line";

const SHOWN = 25;

function describeCells(cells: Bilan["manques"][number]["cells"]): string {
  const [first, ...others] = cells;
  if (!first) return "";
  const rest = others.length === 0 ? "" : ` et ${others.length} autre${others.length > 1 ? "s" : ""}`;
  return ` [${formatCellRef(first)}${rest}]`;
}

export function formatBilan(bilan: Bilan): string {
  const { entete, phrases, manques, ecartsOuverts, ecartsJustifies, ecartsAcceptes, etats } = bilan;
  const lacking = manques.slice(0, SHOWN).map(({ texte, cells }) => `  – ${oneLine(texte + describeCells(cells))}`);
  const rest = manques.length - lacking.length;
  return typographie(
    [
      `Bilan d’exécution ${entete.periodeTexte}. ${oneLine(entete.intitule)}. ${entete.situation}.`,
      ...(entete.mesures === null ? [] : [`  ${oneLine(entete.mesures)}`]),
      ...phrases.map((phrase) => `  ${oneLine(phrase)}`),
      `  Écarts ouverts : ${ecartsOuverts.length} ; justifiés, en attente de l’autre partie : ${ecartsJustifies.length} ; acceptés : ${ecartsAcceptes.length}.`,
      etats.chiffres,
      ...lacking,
      ...(rest > 0 ? [`  – et ${rest} autre${rest > 1 ? "s" : ""}, dans la feuille « Écarts du bilan ».`] : []),
      oneLine(etats.textes),
      oneLine(etats.deliberation),
      etats.pret,
      "",
    ].join("\n"),
  );
}
