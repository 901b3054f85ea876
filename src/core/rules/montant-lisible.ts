// Every amount cell of the tables is a number; a text that plainly is an amount can be converted.
import { amountCells } from "../domain/lines/amount-cells";
import { explainError } from "../domain/explanations/error-sources";
import { cite } from "../domain/words/typographie";
import { UNCOMPUTED } from "../domain/values/uncomputed";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "montant-lisible",
    article: "–",
    severity: "error",
    title: "Chaque montant d’un tableau reconnu est un nombre",
    needs: ["budget"],
    needsContract: false,
    messages: {
      texte: {
        severity: "warning",
        text: "{place} : {texte} est un texte, lu {found}. Saisissez le nombre, sans texte ni unité.",
      },
      "non-calculee": {
        text: "{place} : le classeur ne contient pas le résultat de cette formule, et elle n’a pas pu être calculée. Ouvrez-le dans Excel, enregistrez-le, puis relancez.",
      },
      "illisible-formule": {
        text: "{place} : la formule donne {texte}, qui n’est pas un montant. Corrigez-la, ou la cellule qu’elle reprend.",
      },
      illisible: { text: "{place} : {texte} n’est pas un montant lisible. Saisissez un nombre." },
    },
  },
  check(dossier, reporter) {
    for (const { cell, unit, situate } of amountCells(dossier)) {
      const { lu } = cell;
      if (lu.kind === "missing" || (lu.kind === "montant" && lu.source === "number")) continue;
      const { place, identity } = situate();
      const report = {
        ...identity,
        cells: [cell.ref],
        data: { place, texte: cite(cell.text) },
      } as const;
      if (lu.kind === "unreadable") {
        const explanation = cell.formula === null ? undefined : explainError(dossier, cell);
        reporter.discrepancy({
          ...report,
          message:
            cell.formula === null ? "illisible" : cell.text === UNCOMPUTED ? "non-calculee" : "illisible-formule",
          ...(explanation !== undefined && { explanation }),
        });
        continue;
      }
      reporter.discrepancy({
        ...report,
        message: "texte",
        figures: { unit: "montant", found: lu.montant, expected: null },
        // A formula that gives a text is to be corrected by the agent, not replaced by its result.
        ...(cell.formula === null && {
          fix: [{ cell: cell.ref, montant: lu.montant, unit: unit() }],
        }),
      });
    }
  },
});
