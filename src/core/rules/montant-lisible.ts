// Every amount cell of the tables is a number; a text that plainly is an amount can be converted.
import { setTo } from "../facts/corrected-fact";
import { explainError } from "../why/error-sources";
import { cite, slug } from "../domain/words/typographie";
import { UNCOMPUTED } from "../domain/values/uncomputed";
import type { Dossier, MontantLu } from "../domain/dossier";
import type { CelluleSituee } from "../facts/lines/amount-cells";
import type { Montant } from "../domain/values/montant";
import { compareAmounts } from "./compare-amounts";
import { defineRule, HOLDS, slipOf, type Report, type RuleMeta } from "./rule";

const meta = {
  id: "montant-lisible",
  article: "–",
  severity: "error",
  title: "Chaque montant d’un tableau reconnu est un nombre",
  compares: "montant",
  needs: ["budget"],
  needsContract: false,
  messages: {
    texte: {
      severity: "warning",
      text: "{place} : {texte} est un texte, lu {found}. Saisissez le nombre, sans texte ni unité.",
    },
    textes: {
      severity: "warning",
      text: "{table} : {found} montants sont saisis comme du texte, aucun ne devrait l’être. Saisissez des nombres, sans texte ni unité.",
    },
    format: {
      severity: "warning",
      text: "{place} : la cellule contient {found} et montre {texte}, à cause de son format. Donnez-lui un format de montant en euros.",
    },
    formats: {
      severity: "warning",
      text: "{table} : {found} montants montrent autre chose que ce qu’ils contiennent ({texte}, par exemple), à cause de leur format ; aucun ne le devrait. Donnez-leur un format de montant en euros.",
    },
    "non-calculee": {
      text: "{place} : le classeur ne contient pas le résultat de cette formule, et elle n’a pas pu être calculée. Ouvrez-le dans Excel, enregistrez-le, puis relancez.",
    },
    "non-calculees": {
      text: "{table} : le classeur ne contient pas le résultat de {found} formules, et elles n’ont pas pu être calculées. Ouvrez-le dans Excel, enregistrez-le, puis relancez.",
    },
    illisibles: {
      text: "{table} : {found} montants ne sont pas lisibles. Saisissez des nombres, sans autre mot.",
    },
    "illisibles-formules": {
      text: "{table} : {found} formules donnent {texte}, qui n’est pas un montant. Corrigez-les, ou la cellule qu’elles reprennent.",
    },
    "illisible-formule": {
      text: "{place} : la formule donne {texte}, qui n’est pas un montant. Corrigez-la, ou la cellule qu’elle reprend.",
    },
    illisible: { text: "{place} : {texte} n’est pas un montant lisible. Saisissez un nombre." },
  },
} as const satisfies RuleMeta;

const format = (montre: string, found: Montant, cellule: CelluleSituee) => (): Report<typeof meta> => {
  const { table } = cellule;
  const { place, identity } = cellule.situate();
  const texte = cite(montre);
  return {
    message: "format",
    ...identity,
    cells: [cellule.cell.ref],
    figures: { unit: "montant", found, expected: null },
    data: { place, texte },
    slip: slipOf(`formats-${slug(table)}`, "formats", { table, texte }),
  };
};

type Lu = Exclude<MontantLu, { readonly kind: "missing" }>;

/** A text that is read as an amount, or one that is none. */
const texte = (dossier: Dossier, lu: Lu, cellule: CelluleSituee) => (): Report<typeof meta> => {
  const { table } = cellule;
  const { cell } = cellule;
  const { place, identity } = cellule.situate();
  const data = { place, texte: cite(cell.text) };
  if (lu.kind === "unreadable") {
    const explanation = cell.formula === null ? undefined : explainError(dossier, cell);
    const own = { ...identity, cells: [cell.ref], data, corrected: setTo(cell, null) } as const;
    const of = { table };
    if (cell.formula === null) {
      // The same words around other figures are the same slip: "65 000 env."
      const key = `illisibles-${slug(`${table} ${cell.text.replace(/[\d\s.,]+/gu, " ")}`)}`;
      return { ...own, message: "illisible", slip: slipOf(key, "illisibles", of) };
    }
    const because = explanation === undefined ? {} : { explanation };
    if (cell.text !== UNCOMPUTED) {
      // One wrong cell elsewhere makes every formula that reads it wrong; what follows from a cell of the tables is said of that one.
      const key = `formules-${slug(`${table} ${cell.text}`)}`;
      const slip = explanation === undefined && slipOf(key, "illisibles-formules", { table, texte: data.texte });
      return { ...own, ...because, message: "illisible-formule", ...(slip && { slip }) };
    }
    const slip = slipOf(`non-calculees-${slug(table)}`, "non-calculees", of);
    return { ...own, ...because, message: "non-calculee", slip };
  }
  return {
    message: "texte",
    ...identity,
    cells: [cell.ref],
    data,
    figures: { unit: "montant", found: lu.montant, expected: null },
    corrected: setTo(cell, lu.montant),
    slip: slipOf(`textes-${slug(table)}`, "textes", { table }),
    // A formula that gives a text is to be corrected by the agent, not replaced by its result.
    ...(cell.formula === null && {
      fix: [{ cell: cell.ref, montant: lu.montant, unit: cellule.unit }],
    }),
  };
};

export default defineRule({
  meta,
  compare(dossier, asked) {
    compareAmounts(dossier, asked, (cellule, lecture) => {
      const lu = lecture.montant(cellule.cell);
      if (lu.kind === "missing") return HOLDS;
      if (lu.kind === "unreadable" || lu.source === "text") return texte(dossier, lu, cellule);
      return lu.montre === undefined ? HOLDS : format(lu.montre, lu.montant, cellule);
    });
  },
});
