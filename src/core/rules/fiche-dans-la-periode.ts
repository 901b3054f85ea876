// The calendar of each fiche lies within the contract's period.
import { accord } from "../domain/words/accord";
import { lireCalendrier, type Intervalle } from "../domain/values/calendrier";
import type { CellRef } from "xlsx-model/cell-ref";
import type { ChampLu } from "../domain/dossier";
import { askAbsentFiches, nameFiches } from "../facts/lines/fiche-lines";
import { formatDate, formatListe } from "../domain/words/format";
import { joursEntre } from "../domain/values/jours";
import { foldText } from "../domain/words/label";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable } from "./rule";

/** The cells that hold the dates in question; the first one where they cannot be told apart. */
function cellsOf({ cells }: ChampLu, outside: readonly Intervalle[]): readonly [CellRef, ...CellRef[]] {
  const holding = cells.filter(({ text }) => outside.some(({ texte }) => foldText(text).includes(texte)));
  const [cell = cells[0], ...others] = holding;
  return [cell.ref, ...others.map(({ ref }) => ref)];
}

export default defineRule({
  meta: {
    id: "fiche-dans-la-periode",
    articles: ["financement", "duree"],
    severity: "error",
    title: "Le calendrier d’une fiche tient dans la période du contrat",
    problem: "Calendrier hors de la période",
    compares: "fiche",
    needs: ["fiches"],
    messages: {
      "hors-periode": {
        text: "{fiche} : le calendrier sort de la période du contrat, du {debut} au {fin} : {ecarts}.",
      },
    },
    page: {
      contrat:
        "Le calendrier de réalisation des actions ne doit pas dépasser l’échéance de la convention, qui couvre la période du 1er janvier 2024 au 31 décembre 2027.",
      verifie:
        "Chaque date du calendrier à laquelle l’action se déroule est comprise dans la période du contrat. Sont lues les périodes (« du 1er janvier 2024 au 31 décembre 2027 », « 2024-2027 », « jusqu’en juin 2026 »), les dates et années seules, les lignes datées (« 2025 : déploiement ») et les cellules de type date.",
      conforme: "« du 1er janvier 2024 au 31 décembre 2027 », puis « 2025 : déploiement du réseau ».",
      ecart: [
        {
          message: "hors-periode",
          data: {
            fiche: "Fiche de l’action 5",
            debut: "01/01/2024",
            fin: "31/12/2027",
            ecarts: "le 30/06/2028 la dépasse de 182 jours",
          },
        },
      ],
      corriger: "Ramenez le calendrier dans la période du contrat, ou prévoyez un avenant qui la prolonge.",
      limites:
        "Un calendrier sans date lisible est « non vérifiable », jamais faux. Une date citée au fil d’une phrase n’est pas prise pour une date de déroulement ; si elle sort de la période, elle est signalée comme non vérifiable. Une année seule est celle du contrat, même si elle ne va pas de janvier à décembre.",
    },
  },
  compare({ convention, fiches }, asked) {
    const { debut, fin } = convention.periode;
    for (const { fiche, subject, key, nom } of nameFiches(fiches)) {
      asked.compare(nom, () => {
        const champ = fiche.champs.get("calendrier");
        if (!champ || champ.text === "") return notComparable(`${nom} : le calendrier n’est pas renseigné.`);
        const lu = lireCalendrier(convention, champ.text);
        if (lu.kind === "illisible") {
          return notComparable(`${nom} : aucune période ne peut être lue dans le calendrier ${cite(champ.text)}.`);
        }
        const early = lu.intervalles.filter((intervalle) => intervalle.debut !== null && intervalle.debut < debut);
        // A beginning after the period is as late as an end after it. An open beginning says nothing that is too
        // early.
        const late = lu.intervalles.filter((intervalle) => (intervalle.fin ?? intervalle.debut ?? fin) > fin);
        const first = early.map((intervalle) => intervalle.debut ?? debut).sort()[0];
        const last = late
          .map((intervalle) => intervalle.fin ?? intervalle.debut ?? fin)
          .sort()
          .at(-1);
        const ecarts = [
          ...(first === undefined
            ? []
            : [`le ${formatDate(first)} la précède de ${accord(joursEntre(first, debut), "jour")}`]),
          ...(last === undefined
            ? []
            : [`le ${formatDate(last)} la dépasse de ${accord(joursEntre(fin, last), "jour")}`]),
        ];
        if (ecarts.length > 0) {
          return () => ({
            message: "hors-periode",
            subject,
            ...(key !== undefined && { key }),
            cells: cellsOf(champ, [...early, ...late]),
            data: { fiche: nom, debut: formatDate(debut), fin: formatDate(fin), ecarts: formatListe(ecarts) },
          });
        }
        const unclear = lu.autres.find((date) => date.debut < debut || date.fin > fin);
        if (unclear) {
          return notComparable(
            `${nom} : le calendrier cite ${cite(unclear.texte)}, hors de la période du contrat, sans que l’on puisse lire si l’action s’y déroule.`,
          );
        }
        return HOLDS;
      });
    }
    askAbsentFiches(convention, fiches, (nom, why) => asked.compare(nom, () => notComparable(why)));
  },
});
