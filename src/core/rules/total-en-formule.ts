// The totals of the actions, of the axes and of the table are formulas, which follow the amounts.
import { accord } from "../domain/words/accord";
import { compareByRows } from "xlsx-model/cell-ref";
import type { Fix } from "../verification";
import { bandsOf } from "../facts/bands";
import { tablesOf, type FactTable } from "../facts/fact-tables";
import type { YearFact } from "../facts/fact";
import { weigh } from "../facts/formulas/formula-weights";
import { formulaFor } from "../facts/formulas/sum-formulas";
import type { Sum } from "../facts/sums";
import { defineRule, HOLDS, notComparable } from "./rule";

/** The typed totals of the parts and of what stands beside them, in the order of the sheet; null when the table shows no total at all. */
function typedTotals(table: FactTable): readonly Sum<YearFact>[] | null {
  const { parts, beside } = bandsOf(table);
  const shown = [parts, ...beside].flatMap((band) =>
    band.sums.filter(({ fact }) => fact.known.value !== null).map((sum) => ({ band, sum })),
  );
  if (shown.length === 0) return null;
  return shown
    .flatMap(({ band, sum }) => (weigh(band, sum.fact).kind === "typed" ? sum : []))
    .sort((left, right) => compareByRows(left.fact.cell.ref, right.fact.cell.ref));
}

/** The formulas for the totals that a plain sum can replace. */
const formulasFor = (sums: readonly Sum<YearFact>[]): readonly Fix[] =>
  sums.flatMap((sum): Fix[] => {
    const formula = formulaFor(sum);
    return formula === null ? [] : [{ cell: sum.fact.cell.ref, formula }];
  });

export default defineRule({
  meta: {
    id: "total-en-formule",
    articles: [],
    severity: "info",
    title: "Les totaux sont des formules",
    problem: "Totaux saisis en chiffres",
    compares: "tableau",
    needs: ["budget"],
    needsContract: false,
    messages: {
      saisis: {
        text: "{tableau} : {totaux}. Une formule suit les montants quand ils changent.",
      },
    },
    page: {
      contrat:
        "Le contrat ne dit rien de la façon d’obtenir un total. Un total saisi en chiffres reste juste tant que rien ne change, puis devient faux sans que rien ne le signale.",
      verifie:
        "Les totaux des actions, les sous-totaux des axes et la ligne TOTAL sont des formules qui désignent des cellules. Une formule sans cellule (`=65000+65000`) est un nombre saisi. Il en va de même des totaux des versements, des autres financeurs et de ce que le tableau d’exécution redit être contractualisé. Il y a un seul écart par tableau, qui porte toutes les cellules saisies.",
      conforme: "Le total de l’action 1 est `=C4+D4`, celui du tableau `=SOMME(B4:B5;B7:B8)`.",
      ecart: [
        {
          message: "saisis",
          figures: { unit: "nombre", found: 2, expected: 0 },
          data: { tableau: "Tableau budgétaire", totaux: "2 totaux saisis en chiffres" },
        },
      ],
      corriger:
        "La correction proposée donne la formule de chaque cellule : les deux parts pour une action, les actions de l’axe pour un sous-total, toutes les actions pour le TOTAL. Si un total est faux, l’écart de ce total le dit par ailleurs.",
      limites: "Un total vide ou illisible n’est pas compté ici. Un tableau sans aucun total n’est pas vérifiable.",
    },
  },
  compare(dossier, asked) {
    for (const table of tablesOf(dossier).amounts) {
      const { nom, key } = table;
      asked.compare(nom, () => {
        const typed = typedTotals(table);
        if (!typed) return notComparable(`${nom} : aucun total.`);
        const [first, ...others] = typed.map(({ fact }) => fact.cell.ref);
        if (!first) return HOLDS;
        return () => ({
          message: "saisis",
          subject: {},
          ...(key !== null && { key }),
          cells: [first, ...others],
          figures: { unit: "nombre", found: typed.length, expected: 0 },
          data: {
            tableau: nom,
            totaux: accord(typed.length, "total saisi en chiffres", "totaux saisis en chiffres"),
          },
          fix: formulasFor(typed),
        });
      });
    }
  },
});
