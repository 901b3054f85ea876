// What refreshing the totals changes, as text: cell by cell, then the figures per axe and year.
import { accord } from "../../core/domain/words/accord";
import { formatCellRef } from "xlsx-model/cell-ref";
import { formatMontant, formatPart } from "../../core/domain/words/format";
import type { Montant } from "../../core/domain/values/montant";
import { typographie } from "../../core/domain/words/typographie";
import type { AxeFigures, TableParAxe } from "../../core/why/totals/axe-table";
import { describeChange } from "../../core/why/totals/describe-change";
import type { TotalChange, TotalsPlan } from "../../core/why/totals/total-change";
import { oneLine } from "../one-line";

function changeLines(change: TotalChange): string[] {
  const { before, origin, after, formula, difference } = describeChange(change);
  const old = origin === null ? before : `${before} (${origin})`;
  const gap = difference === null ? "" : ` ; différence ${difference}`;
  return [`  ${change.label}, ${formatCellRef(change.cell)}`, `    ${old} → ${after} (${formula})${gap}`];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

export function formatPreview(classeur: string, plan: TotalsPlan): string {
  const { tables, changes, unchanged, notes, blocked } = plan;
  const state =
    changes.length > 0
      ? `${accord(changes.length, "cellule à modifier", "cellules à modifier")}, ${accord(unchanged, "total déjà juste", "totaux déjà justes")}.`
      : blocked.length > 0
        ? `Aucun total ne peut être actualisé ; ${accord(unchanged, "total déjà juste", "totaux déjà justes")}.`
        : `Les totaux sont déjà des formules justes (${unchanged}) : rien à modifier.`;
  const bullets = (sentences: readonly string[]) => sentences.map((sentence) => `  – ${sentence}`);
  return print([
    classeur,
    `Lu : ${tables.join(" ; ")}.`,
    state,
    ...changes.flatMap(changeLines),
    ...section("À savoir", bullets(notes)),
    ...section("À corriger d’abord", bullets(blocked)),
  ]);
}

const amount = (montant: Montant | null | undefined): string =>
  montant === null || montant === undefined ? "–" : formatMontant(montant);

function axeLine({ court, etat, collectivite, total, part, contrat, ecart }: AxeFigures, local: string): string {
  const figures = [
    `État ${amount(etat)}`,
    `${local} ${amount(collectivite)}`,
    `Total ${amount(total)}`,
    `part ${part === null ? "–" : formatPart(part)}`,
    `État au contrat ${amount(contrat?.montant)}`,
    `écart ${amount(ecart)}`,
  ];
  return `    ${court} : ${figures.join(" ; ")}`;
}

export function formatParAxe({ annees, collectivite }: TableParAxe): string {
  return print([
    "",
    "Par axe et par année",
    ...annees.flatMap(({ annee, axes, total }) => [
      `  ${annee}`,
      ...[...axes, total].map((figures) => axeLine(figures, collectivite)),
    ]),
  ]);
}

function print(lines: readonly string[]): string {
  return lines.map((line) => `${/^ */.exec(line)?.[0] ?? ""}${typographie(oneLine(line))}\n`).join("");
}
