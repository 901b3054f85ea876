// The formula of a total or of a subtotal counts each of its actions exactly once, even when its value happens to be right.
import { montantFromCentimes } from "../domain/values/montant";
import { bandsOf, keyOfBand, situateInBand } from "../facts/bands";
import { setTo } from "../facts/corrected-fact";
import { tablesOf } from "../facts/fact-tables";
import { analyseFormule, isCoverageDefect } from "../facts/formulas/analyse-formule";
import { describeDefauts } from "../facts/formulas/describe-defauts";
import { sumCentimes, weigh } from "../facts/formulas/formula-weights";
import { formulaFor } from "../facts/formulas/sum-formulas";
import { joinKeys } from "../facts/place-fact";
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
    for (const table of tablesOf(dossier).amounts) {
      const { parts, beside, groups } = bandsOf(table);
      const shown = [parts, ...beside, ...groups].flatMap((band) =>
        band.sums
          .filter(({ fact: { row, cell } }) => row.kind !== "action" && cell.formula !== null)
          .map((sum) => ({ band, sum })),
      );
      if (shown.length === 0) asked.notDue(`${table.nom} : aucun total ni sous-total n’est une formule.`);
      for (const { band, sum } of shown) {
        const { fact, addends } = sum;
        const { place, ...identity } = situateInBand(convention, band, fact);
        asked.compare(place, () => {
          if (weigh(band, fact).kind === "unknown") {
            return notComparable(
              `${place} : la formule n’est pas une simple addition, ce qu’elle couvre reste à vérifier.`,
            );
          }
          const analyse = analyseFormule(band, sum);
          const defauts = analyse?.defauts.filter(isCoverageDefect) ?? [];
          if (!analyse || defauts.length === 0) return HOLDS;
          return () => {
            const isIncomplete = analyse.comptees < addends.length;
            const formula = formulaFor(sum);
            const after = montantFromCentimes(sumCentimes(sum));
            const word = keyOfBand(band, fact);
            const explanation = describeDefauts(convention, defauts, fact);
            const places = defauts.map(({ kind, fact: at }) => ({ kind, row: at?.row }));
            return {
              message: isIncomplete ? "incomplete" : "en-trop",
              ...identity,
              cells: [fact.cell.ref],
              figures: {
                unit: "nombre",
                found: isIncomplete ? analyse.comptees : addends.length + defauts.length,
                expected: addends.length,
              },
              data: { place },
              slip: {
                key: `${table.nom}/${word ?? ""}/${places.map(({ kind, row }) => `${kind} ${row?.kind} ${row?.index}`).join("/")}`,
                together: (cells, fix) => ({
                  message: "meme-oubli",
                  subject: {},
                  key: joinKeys(
                    "formules",
                    word,
                    table.key,
                    ...places.map(({ kind, row }) => `${kind}-${row?.index ?? 0}`),
                  ),
                  cells,
                  fix,
                  figures: { unit: "nombre", found: cells.length, expected: 0 },
                  data: { table: table.nom, defaut: explanation },
                }),
              },
              explanation,
              ...(formula !== null && {
                corrected: setTo(fact.cell, after),
                fix: [{ cell: fact.cell.ref, formula }],
              }),
            };
          };
        });
      }
    }
  },
});
