// What tables say without words for it: targets that fall, totals that hold more than the two parts.
import { formatCellRef } from "xlsx-model/cell-ref";
import { groupBy } from "../domain/group-by";
import { montantFromEuros, subtractMontants, toEuros } from "../domain/values/montant";
import { accord } from "../domain/words/accord";
import { formatListe, formatMontant } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import type { ConventionDefinition } from "../contract/convention";
import type { QuestionOuverte } from "../contract/definition/questions";
import { amountAt } from "../domain/amounts";
import type { Dossier, LigneAction, TableauBudgetaire } from "../domain/dossier";

type Actions = ConventionDefinition["actions"];

/** Asks whether an indicator must fall: its last figure below its first may mean that, or be a slip. */
export function fallingIndicators(actions: Actions): readonly QuestionOuverte[] {
  return actions.flatMap(({ indicateurs }, index) =>
    indicateurs.flatMap(({ intitule, t0, cibles }, rank): QuestionOuverte[] => {
      const figures = [t0, ...cibles.map(({ valeur }) => valeur)].filter((valeur) => typeof valeur === "number");
      const [first = 0, last = first] = [figures[0], figures.at(-1)];
      if (last >= first) return [];
      const question = `${cite(intitule)} : ses cibles baissent. S’il doit diminuer, ajoutez "sens": "baisse" ; sinon, vérifiez ses valeurs.`;
      return [{ champ: `actions[${index}].indicateurs[${rank}].sens`, question }];
    }),
  );
}

/** What others give to an action, as the headings of their columns name them. */
export function autresDe(row: LigneAction | undefined): Pick<Actions[number], "autres"> {
  const autres = (row?.amounts ?? []).flatMap(({ column, year, entete, cell }) =>
    column !== "autres" || year === null || entete === undefined || cell.known.value === null || cell.known.value <= 0
      ? []
      : [
          {
            financeur: entete.replace(YEARS, " ").replace(/\s+/gu, " ").trim(),
            annee: year,
            montant: toEuros(cell.known.value),
          },
        ],
  );
  return autres.length > 0 ? { autres } : {};
}

const YEARS = /(?<!\d)20\d\d(?: ?[/-] ?(?:20)?\d\d)?(?!\d)/g;

/** The parties that give it: that their money stays outside the least share is for a person to say. */
export function otherFinancing(actions: Actions): {
  readonly autresFinanceurs?: ConventionDefinition["autresFinanceurs"];
  readonly questions: readonly QuestionOuverte[];
} {
  const noms = [...new Set(actions.flatMap(({ autres = [] }) => autres.map(({ financeur }) => financeur)))];
  if (noms.length === 0) return { questions: [] };
  const question = `${formatListe(noms.map(cite))} : ces colonnes du tableau ont été prises pour d’autres financements, dans le coût total, hors de la part minimale et des crédits de l’État.`;
  return { autresFinanceurs: noms.map((nom) => ({ nom })), questions: [{ champ: "autresFinanceurs", question }] };
}

/** Two headings that stand beside the State's as often as each other may be of two parties. */
export function severalParties(mots: readonly string[]): readonly QuestionOuverte[] {
  if (mots.length < 2) return [];
  const question = `Les colonnes ${formatListe(mots.map(cite))} ont toutes été prises pour celles de la collectivité. Si l’une est d’une autre partie, ses montants sont à mettre parmi les autres financements.`;
  return [{ champ: "collectivite.motsColonne", question }];
}

/** Amounts beside those of the table that were not understood: once for all columns of one heading. */
export function columnsLeft({ nonLus = [] }: Dossier): readonly QuestionOuverte[] {
  const own = nonLus.filter(({ sujet }) => sujet === "budget" || sujet === "indicators");
  return [...groupBy(own, ({ pourquoi }) => pourquoi)].map(([pourquoi, [{ range, sujet }]]) => {
    const place = formatCellRef({ sheet: range.sheet, row: range.top, column: range.left });
    const champ = sujet === "budget" ? "actions[].montants" : "actions[].indicateurs";
    return { champ, question: `${place} : ${pourquoi} ; rien n’en a été pris.` };
  });
}

/** Another financing party, or a mistake: either way it is money that the definition does not have. */
export function totalsInDoubt(
  { lignesAction }: TableauBudgetaire,
  actions: Actions,
  annees: readonly number[],
): readonly QuestionOuverte[] {
  return annees.flatMap((annee): QuestionOuverte[] => {
    const gaps = actions.flatMap(({ numero, montants, autres = [] }) => {
      const row = lignesAction.find(({ action }) => action?.numero === numero);
      const total = row && amountAt(row, annee, "total");
      const own = montants.find((montant) => montant.annee === annee);
      if (total?.known.reason !== null || !own) return [];
      const given = autres.reduce((sum, each) => sum + (each.annee === annee ? each.montant : 0), 0);
      const gap = subtractMontants(total.known.value, montantFromEuros(own.etat + own.collectivite + given));
      return gap === 0 ? [] : [{ numero, gap }];
    });
    const [first] = gaps;
    if (!first) return [];
    const others = gaps.length > 1 ? `, et ${accord(gaps.length - 1, "autre action", "autres actions")}` : "";
    const question =
      `${annee} : le total du tableau n’est pas la somme des deux parts (action ${first.numero}, écart de ${formatMontant(first.gap)}${others}). ` +
      "Si d’autres financeurs y sont compris, ils sont à mettre parmi les autres financements ; sinon, corrigez.";
    return [{ champ: "actions[].autres", question }];
  });
}
