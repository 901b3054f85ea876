// Each action of the budget table stands under the axe that the contract gives it.
import type { Action } from "../contract/convention";
import { chiffreInconnu } from "../contract/avenants/registre";
import type { LigneAxe } from "../domain/dossier";
import type { ActionRow } from "../facts/fact";
import { budgetTable, type FactTable } from "../facts/fact-tables";
import { nameAction } from "../facts/lines/budget-lines";
import { BUDGET, describeUnknownRows } from "../facts/lines/demandes";
import { labelCells } from "../facts/lines/table-places";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, type Report, type RuleMeta } from "./rule";

const meta = {
  id: "action-dans-son-axe",
  articles: ["actions"],
  severity: "error",
  title: "Chaque action est placée sous son axe",
  problem: "Action sous un autre axe",
  compares: "action",
  needs: ["budget"],
  messages: {
    "autre-axe": { text: "{action} : placée sous l’axe {found} au lieu de l’axe {expected} {intitule}." },
    "tout-l-axe": {
      text: "{axe} : {found} de ses actions sont placées ailleurs. {ou}",
    },
    "hors-axe": { text: "{action} : placée au-dessus du premier axe au lieu de l’axe {expected} {intitule}." },
  },
  page: {
    contrat: "Les actions sont déterminées axe par axe ; l’annexe range chacune sous le sien.",
    verifie:
      "La ligne d’axe qui précède une action est celle de l’axe que le contrat lui donne. La cellule montrée est l’intitulé de l’action.",
    conforme:
      "« Remobiliser les personnes éloignées de l’emploi » sous l’axe 2, quelle que soit celle des formulations du contrat qui nomme l’axe.",
    ecart: [
      {
        message: "autre-axe",
        figures: { unit: "numero", found: 1, expected: 2 },
        data: { action: "Action 3", intitule: "« Amplifier la politique d’accès à l’emploi pour tous »" },
      },
    ],
    corriger: "Déplacez la ligne entière sous son axe, puis vérifiez que les sous-totaux la couvrent.",
    limites:
      "Un tableau sans ligne d’axe n’est pas vérifiable, ni les actions placées sous un intitulé qui n’est celui d’aucun axe du contrat. Une action inconnue n’a pas d’axe à respecter. Dans les sommes, une action compte là où elle se trouve.",
  },
} as const satisfies RuleMeta;

/** A row of an action of the contract, and the heading that it stands under. */
interface Placee {
  readonly row: ActionRow;
  readonly action: Action;
  readonly heading: LigneAxe | null | undefined;
}

const placeesIn = ({ actions, tableau: { lignesAxe } }: FactTable): readonly Placee[] =>
  actions.flatMap((row) => {
    const { action, ligneAxe } = row.ligne.ligne;
    return action ? [{ row, action, heading: ligneAxe === null ? null : lignesAxe[ligneAxe] }] : [];
  });

export default defineRule({
  meta,
  compare({ convention, budget, feuilleContrat }, asked) {
    if (budget.lignesAxe.length === 0) {
      asked.notDue("Aucune ligne d’axe n’a été reconnue dans le tableau budgétaire.");
      return;
    }
    const table = budgetTable(budget);
    const titles = new Map(convention.axes.map(({ numero, intitule }) => [numero, cite(intitule)]));
    const ailleurs =
      ({ row, action }: Placee, found: number | null) =>
      (): Report<typeof meta> => {
        const { ligne, place, key, nom } = row.ligne;
        return {
          message: found === null ? "hors-axe" : "autre-axe",
          subject: place,
          ...(key !== undefined && { key }),
          cells: labelCells(ligne),
          figures: { unit: "numero", found, expected: action.axe },
          data: { action: nom, intitule: titles.get(action.axe) ?? "" },
          corrected: { kind: "sous-axe", table, row, axe: action.axe },
          slip: {
            key: `${found ?? ""}/${action.axe}`,
            least: 2,
            together: (cells, fix, reports) => ({
              message: "tout-l-axe",
              subject: { axe: action.axe },
              key: `sous-${found ?? "aucun"}`,
              cells,
              fix,
              figures: { unit: "nombre", found: reports.length, expected: 0 },
              data: {
                axe: `Axe ${action.axe} ${titles.get(action.axe) ?? ""}`,
                ou:
                  found === null
                    ? "Elles se trouvent au-dessus du premier axe."
                    : `Elles se trouvent sous l’axe ${found} : la ligne de leur axe manque peut-être.`,
              },
            }),
          },
        };
      };
    const placees = placeesIn(table);
    asked.compareEach(
      placees,
      ({ row }) => row.ligne.nom,
      (placee) => {
        const { action, heading } = placee;
        if (heading && !heading.axe) {
          return notComparable(`${cite(heading.label.text)} : cet intitulé n’est celui d’aucun axe du contrat.`);
        }
        const inconnu =
          feuilleContrat &&
          chiffreInconnu(feuilleContrat.registre, { objet: "clause", cle: `actions/${action.numero}/axe` });
        if (inconnu !== null) return notComparable(inconnu);
        const found = heading?.axe?.numero ?? null;
        return found === action.axe ? HOLDS : ailleurs(placee, found);
      },
    );
    const present = new Set(placees.map(({ action }) => action.numero));
    const unknown = describeUnknownRows(budget);
    const hint = unknown === null ? "" : ` (${unknown})`;
    for (const action of convention.actions) {
      if (present.has(action.numero)) continue;
      const nom = nameAction(action);
      asked.compare(nom, () => notComparable(`${nom} : aucune ligne reconnue dans le ${BUDGET}${hint}.`));
    }
  },
});
