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
    articles: [],
    severity: "warning",
    title: "La formule d’un total couvre chaque action une seule fois",
    problem: "Formule de total incomplète",
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
    page: {
      contrat:
        "Le contrat ne dit rien des formules. Une formule qui oublie une ligne peut tomber juste aujourd’hui, quand la ligne oubliée vaut zéro, et devenir fausse demain.",
      verifie: [
        'La formule de chaque sous-total, y compris d’une partie des actions d’un axe, et de chaque cellule de la ligne TOTAL compte exactement une fois chaque action qu’elle doit compter, et rien d’autre, dans les colonnes des parts comme dans celles des versements, des autres financeurs et du contractualisé redit par le tableau d’exécution. Un TOTAL peut additionner les actions, ou les sous-totaux ; la colonne Total peut additionner les totaux des actions, ou les deux parts. Les formules comprises sont les additions et soustractions de cellules et de plages, `SOMME`, `SOUS.TOTAL(9;…)` et `SOUS.TOTAL(109;…)`, `AGREGAT(9;…)`, `ARRONDI` au centime, les noms définis et les colonnes de tableaux Excel ; de même une somme qui reste vide, ou en mots, tant que des montants manquent, comme dans nos annexes (`SI(NB(…)=0;"";SOMME(…))`). Une formule qui laisse de côté des lignes masquées est incomplète tant qu’elles le sont : l’explication les nomme.',
        "Le même oubli dans trois formules ou plus (une ligne absente de tous les totaux) est un seul écart.",
      ],
      conforme:
        "`=SOMME(C4:C14)` dans un tableau sans sous-total, `=C3+C6+C9+C12` quand ces quatre cellules sont les sous-totaux.",
      ecart: [
        {
          message: "incomplete",
          figures: { unit: "nombre", found: 7, expected: 8 },
          data: { place: "TOTAL – 2024 – part État" },
          explanation: "La formule ne compte pas l’action 8 (C14).",
        },
      ],
      corriger:
        "La correction proposée est la formule qui couvre chaque action une fois. Elle accompagne `total-general` ou `sous-total-axe` quand la valeur est fausse aussi ; l’écart de valeur est alors une conséquence de celui-ci.",
      limites:
        "Une formule qui fait autre chose qu’additionner (une condition sur les montants), ou qui reprend une feuille ou un classeur où le tableau n’est pas, n’est pas devinée : elle est signalée comme non vérifiable. De même `SOUS.TOTAL(9;…)` sur des lignes masquées, quand son résultat ne dit pas si elles sont comptées. Dans Excel, les colonnes de tableaux et les noms qui désignent autre chose que des cellules fixes ne sont pas encore suivis ; ils le sont dans un fichier. Les totaux saisis en chiffres relèvent de `total-en-formule`.",
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
