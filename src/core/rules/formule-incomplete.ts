// The formula of a total or of a subtotal counts each of its actions exactly once, even when its value happens to be right.
import { amountTables, situate } from "../facts/lines/amount-tables";
import { besideTables } from "../facts/lines/beside-tables";
import { analyseFormule, isCoverageDefect } from "../facts/formulas/analyse-formule";
import { describeDefauts } from "../facts/formulas/describe-defauts";
import { setTo } from "../facts/corrected-fact";
import { sumCentimes } from "../facts/formulas/formula-weights";
import { montantFromCentimes } from "../domain/values/montant";
import { groupTables } from "../facts/lines/group-sums";
import { sumsOf } from "../facts/lines/table-sums";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "formule-incomplete",
    article: "–",
    severity: "warning",
    title: "La formule d’un total couvre chaque action une seule fois",
    compares: "formule",
    needs: ["budget"],
    needsContract: false,
    messages: {
      incomplete: {
        text: "{place} : la formule n’additionne correctement que {found} des {expected} lignes attendues.",
      },
      "meme-oubli": {
        text: "{table} : {found} formules de totaux ont le même défaut. {defaut}",
      },
      "en-trop": {
        text: "{place} : la formule additionne {found} montants, alors qu’il ne faut en additionner que {expected}.",
      },
    },
  },
  compare(dossier, asked) {
    const { convention } = dossier;
    for (const whole of amountTables(dossier)) {
      const views = [...besideTables(whole, convention), ...groupTables(convention, whole)];
      const shown = [whole, ...views].flatMap((table) => {
        const sums = sumsOf(table.tableau);
        return sums.shown
          .filter((entree) => entree.kind !== "action" && entree.cell.formula !== null)
          .flatMap((entree) => sums.sommeOf(entree) ?? [])
          .map((somme) => ({ table, sums, somme }));
      });
      if (shown.length === 0) asked.notDue(`${whole.nom} : aucun total ni sous-total n’est une formule.`);
      for (const { table, sums, somme } of shown) {
        const { entree, addends } = somme;
        const { place, ...identity } = situate(convention, table, entree);
        asked.compare(place, () => {
          if (sums.weigh(entree).kind === "unknown") {
            return notComparable(
              `${place} : la formule n’est pas une simple addition, ce qu’elle couvre reste à vérifier.`,
            );
          }
          const analyse = analyseFormule(sums, somme);
          const defauts = analyse?.defauts.filter(isCoverageDefect) ?? [];
          if (!analyse || defauts.length === 0) return HOLDS;
          return () => {
            const isIncomplete = analyse.comptees < addends.length;
            const formula = sums.formulaFor(somme);
            const after = montantFromCentimes(sumCentimes(addends, []));
            return {
              message: isIncomplete ? "incomplete" : "en-trop",
              ...identity,
              cells: [entree.cell.ref],
              figures: {
                unit: "nombre",
                found: isIncomplete ? analyse.comptees : addends.length + defauts.length,
                expected: addends.length,
              },
              data: { place },
              slip: {
                key: `${table.nom}/${table.aCote?.key ?? ""}/${defauts.map(({ kind, entree: at }) => `${kind} ${at?.kind} ${at?.index}`).join("/")}`,
                together: (cells, fix) => ({
                  message: "meme-oubli",
                  subject: {},
                  key: [
                    "formules",
                    table.aCote?.key,
                    table.key,
                    ...defauts.map(({ kind, entree: at }) => `${kind}-${at?.index ?? 0}`),
                  ]
                    .filter((part) => part !== null && part !== undefined)
                    .join("-"),
                  cells,
                  fix,
                  figures: { unit: "nombre", found: cells.length, expected: 0 },
                  data: { table: table.nom, defaut: describeDefauts(convention, defauts, entree) },
                }),
              },
              explanation: describeDefauts(convention, defauts, entree),
              ...(formula !== null && {
                corrected: setTo(entree.cell, after),
                fix: [{ cell: entree.cell.ref, formula }],
              }),
            };
          };
        });
      }
    }
  },
});
