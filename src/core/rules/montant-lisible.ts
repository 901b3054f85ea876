// Every amount cell of the tables is a number; a text that plainly is an amount can be converted.
import { setTo } from "../facts/corrected-fact";
import { explainError } from "../why/error-sources";
import { cite, slug } from "../domain/words/typographie";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { Dossier } from "../domain/dossier";
import type { CelluleSituee } from "../facts/lines/amount-cells";
import type { Montant } from "../domain/values/montant";
import { compareAmounts } from "./compare-amounts";
import { defineRule, HOLDS, slipOf, type Report, type RuleMeta } from "./rule";

const meta = {
  id: "montant-lisible",
  articles: [],
  severity: "error",
  title: "Chaque montant d’un tableau reconnu est un nombre",
  problem: "Montant qui n’est pas un nombre",
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
  page: {
    gravite: "erreur quand le texte est illisible, avertissement quand il se convertit",
    contrat:
      "Aucun article ne l’exige, mais aucun engagement financier ne peut être vérifié sur un montant qui n’est pas un nombre.",
    verifie: [
      "Chaque cellule de montant des lignes d’action, des sous-totaux et de la ligne TOTAL, dans le tableau budgétaire et dans le tableau d’exécution, versements de l’État, autres financements et rappel du montant contractualisé compris, et dans l’imputation des crédits. Un texte qui est clairement un montant (« 130 000 € », « 97 000euros », « 130.000,00 », « 65 k€ ») est un avertissement : sa valeur sert aux autres règles, et la correction proposée écrit le nombre dans l’unité du tableau. Tout autre texte, une date ou une valeur d’erreur (« Entre 200 et 500 », « #REF! ») est une erreur ; ce qui en dépend devient « non vérifiable » au lieu d’être faux à son tour. Une cellule vide, « nd », « NC », « non précisé » ou un tiret ne sont pas illisibles : le montant manque, et `montant-contractualise` le dit.",
      "Un nombre dont le format montre un autre montant que celui de la cellule (65 000 affiché « 65 », « 65 000 k€ » ou « nd ») est un avertissement qui dit l’un et l’autre : c’est le nombre de la cellule qui est vérifié. Un arrondi n’en est pas un : 65 000,40 affiché « 65 000 € », ou « 65 k€ », est conforme ; un montant que l’arrondi montre nul en est un : 65 000 affiché « 0 M€ », 0,40 affiché « 0 € ».",
      "Trois montants ou plus d’un même tableau saisis comme du texte sont un seul écart, avec toutes leurs cellules et leurs corrections.",
    ],
    conforme: "65 000 dans une cellule de format nombre, y compris avec des centimes.",
    ecart: [
      { message: "illisible", data: { place: "Action 1 – 2025 – part Métropole", texte: "« Entre 200 et 500 »" } },
    ],
    corriger: "Saisissez le nombre seul : l’unité et les espaces viennent du format de la cellule.",
    limites: "Une formule qui donne un texte n’a pas de correction proposée : c’est la formule qu’il faut reprendre.",
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

/** Two messages: for a text that is read as an amount, and for one that cannot be. */
const texte = (dossier: Dossier, montant: Montant | null, cellule: CelluleSituee) => (): Report<typeof meta> => {
  const { table } = cellule;
  const { cell } = cellule;
  const { place, identity } = cellule.situate();
  const data = { place, texte: cite(cell.text) };
  if (montant === null) {
    const explanation = cell.formula === null ? undefined : explainError(dossier, cell);
    const own = { ...identity, cells: [cell.ref], data, corrected: setTo(cell, null) } as const;
    const of = { table };
    if (cell.formula === null) {
      // The same words around other figures ("65 000 env.") are the same slip.
      const key = `illisibles-${slug(`${table} ${cell.text.replace(/[\d\s.,]+/gu, " ")}`)}`;
      return { ...own, message: "illisible", slip: slipOf(key, "illisibles", of) };
    }
    const because = explanation === undefined ? {} : { explanation };
    if (cell.text !== UNCOMPUTED) {
      // One wrong cell outside the tables makes every formula wrong that reads it. Where the wrong cell is in a
      // table, it is told there.
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
    figures: { unit: "montant", found: montant, expected: null },
    corrected: setTo(cell, montant),
    slip: slipOf(`textes-${slug(table)}`, "textes", { table }),
    // A formula that gives a text is to be corrected by the agent, not replaced by its result.
    ...(cell.formula === null && {
      fix: [{ cell: cell.ref, montant, unit: cellule.unit }],
    }),
  };
};

export default defineRule({
  meta,
  compare(dossier, asked) {
    compareAmounts(dossier, asked, (cellule, lecture) => {
      const { value, reason, source, montre } = lecture.montant(cellule.cell);
      if (reason === "missing") return HOLDS;
      if (value === null || source === "text") return texte(dossier, value, cellule);
      return montre === undefined ? HOLDS : format(montre, value, cellule);
    });
  },
});
