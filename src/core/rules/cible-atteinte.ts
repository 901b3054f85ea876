// The achieved values of each closed year reach their targets; the alert threshold is a setting.
import { closedYears, isClosed } from "../contract/in-force/annees-closes";
import type { IndicatorRow } from "../facts/fact";
import { sourceDuChiffre } from "../contract/avenants/fixation";
import { formatPart } from "../domain/words/format";
import { contractTarget } from "../facts/lines/indicator-lines";
import { absentIndicators, achievedYears, dueRows, givenAchieved, hasAchieved } from "../facts/lines/realise-lines";
import { estEnMots, orienter } from "../facts/lines/mesure";
import { formatTaux, isBelow, isBelowShare } from "../domain/values/taux";
import { defineRule, HOLDS, notComparable } from "./rule";

/** The contract's target; where it is left to be set, the one that the table gives. Null where there is none. */
function targetOf(row: IndicatorRow, annee: number): number | "unreadable" | null {
  const target = row.indicateur && contractTarget(row.indicateur, annee);
  if (target !== "nd") return target;
  const known = row.at("target", annee)?.known;
  return known?.reason === "unreadable" ? "unreadable" : (known?.value ?? null);
}

export default defineRule({
  meta: {
    id: "cible-atteinte",
    articles: ["suivi"],
    severity: "warning",
    title: "Le réalisé d’une année close atteint la cible",
    problem: "Cible non atteinte",
    compares: "valeur",
    needs: ["indicators"],
    messages: {
      "sous-le-seuil": {
        text: "{place} : {found} pour une cible de {expected}{sens} (écart {gap}), soit {taux} ; seuil d’alerte réglé à {seuil}.{source}",
      },
      "sous-la-cible": {
        severity: "info",
        text: "{place} : {found} pour une cible de {expected}{sens} (écart {gap}), soit {taux}.{source}",
      },
    },
    page: {
      gravite: "avertissement sous le seuil d’alerte réglé, information entre ce seuil et la cible",
      contrat:
        "La collectivité rend compte chaque année du niveau d’atteinte des indicateurs, et le rapport d’exécution de celui des objectifs. Le contrat ne dit pas à partir de quel niveau s’en inquiéter.",
      verifie:
        "Pour chaque indicateur d’une année close : réalisé rapporté à la cible du contrat en vigueur. Quand le contrat laisse la cible à « nd » et que le tableau la précise, c’est la cible du tableau. En dessous du seuil d’alerte (80 % par défaut, un réglage et non un chiffre du contrat), c’est un avertissement ; entre le seuil et la cible, une information ; à la cible ou au-delà, rien. Pour un indicateur qui doit baisser, c’est la cible qui est rapportée au réalisé : 15 % pour une cible de 12 % est atteint à 80 %. Un pourcentage se saisit « 12,5 % », ou 12,5.",
      conforme: "460 jeunes accompagnés pour une cible de 450.",
      ecart: [
        {
          message: "sous-le-seuil",
          figures: { unit: "valeur", found: 199, expected: 250 },
          data: {
            place: "Action 3 – indicateur 1 – réalisé 2025",
            sens: "",
            taux: "79,6 %",
            source: "",
            seuil: "80 %",
          },
        },
      ],
      corriger:
        "Vérifiez la valeur. Si elle est juste, préparez l’explication pour le dialogue de gestion et écrivez-la comme justification.",
      limites:
        "Une cible de 0 est toujours atteinte ; une cible à « nd » n’est pas comparée et relève de `cible-a-preciser`. La règle suppose qu’une valeur plus haute est meilleure, sauf pour les indicateurs que le contrat dit en baisse. Un indicateur dit en mots n’est pas comparé : une personne en juge. Un réalisé vide, illisible ou négatif est « non vérifiable » pour cet indicateur.",
    },
  },
  compare({ convention, avenants, asOf, indicators }, asked) {
    const notDue = (reason: string) => asked.notDue(reason);
    const isDue = convention.annees.some((year) => isClosed(convention, year, asOf));
    if (!hasAchieved(indicators, isDue ? (reason) => asked.nothing(reason) : notDue)) return;
    const due = dueRows(convention, indicators);
    const shown = achievedYears(indicators);
    const { alerteCible: seuil } = convention.reglages;
    for (const annee of closedYears({ convention, asOf }, notDue)) {
      for (const nom of absentIndicators(convention, indicators, annee)) {
        asked.compare(`${nom} – réalisé ${annee}`, () =>
          notComparable(`${nom} : aucune ligne reconnue dans le tableau des indicateurs.`),
        );
      }
      for (const row of due(annee)) {
        const { place, key, nom } = row;
        const target = targetOf(row, annee);
        // There is nothing to reach: a target that is left open is another rule's, and whether words are reached is
        // for a person to judge.
        if (target === null || (row.indicateur && estEnMots(row.indicateur))) continue;
        asked.compare(`${nom} – réalisé ${annee}`, () => {
          if (!shown.has(annee))
            return notComparable(
              `${annee} : aucune colonne de réalisé n’a été reconnue dans le tableau des indicateurs.`,
            );
          const achieved = givenAchieved(row, annee);
          if (!achieved) return notComparable(`${annee} : réalisé non renseigné.`);
          const { cell, known } = achieved;
          const found = known.value;
          if (target === "unreadable" || found === null || found < 0) {
            return notComparable(`${annee} : cible ou réalisé illisible.`);
          }
          const sens = row.indicateur?.sens;
          const [reached, wanted] = orienter(found, target, sens);
          if (!isBelow(reached, wanted)) return HOLDS;
          const report = {
            subject: { ...place, year: annee },
            ...(key !== undefined && { key }),
            cells: [cell.ref],
            figures: { unit: "valeur", found, expected: target },
          } as const;
          const { action, indicator: indicateur } = place;
          const isUnderSeuil = isBelowShare(reached, wanted, seuil);
          const data = {
            place: `${nom} – réalisé ${annee}`,
            sens: sens === "baisse" ? " à ne pas dépasser" : "",
            taux: formatTaux(reached, wanted, isUnderSeuil ? seuil : 1),
            source:
              action === undefined || indicateur === undefined
                ? ""
                : sourceDuChiffre({ convention, avenants }, { kind: "cible", annee, action, indicateur }),
          };
          if (!isUnderSeuil) return () => ({ ...report, message: "sous-la-cible", data });
          return () => ({ ...report, message: "sous-le-seuil", data: { ...data, seuil: formatPart(seuil) } });
        });
      }
    }
  },
});
