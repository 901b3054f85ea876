// What is due is done by its date; what is near, done late or merely past is announced.
import { accord } from "../domain/words/accord";
import type { CellRef } from "../domain/cell-ref";
import type { LigneEcheance } from "../domain/dossier";
import { isAvenantSignale } from "../domain/contrat/avenant-attendu";
import { SANS_ARTICLE } from "../domain/contrat/contrat-layout";
import { nameAvenant } from "../domain/contrat/fixation";
import { chiffreInconnu } from "../domain/contrat/registre";
import { isDue, PREAVIS, situateEcheances, type EtatEcheance } from "../domain/contrat/echeances";
import { formatDate, formatListeCourte } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable } from "./rule";

const SHOWN = 10;

const name = ({ echeance: { intitule, date, reglage } }: EtatEcheance): string =>
  `${intitule} (${formatDate(date)}${reglage === true ? ", date indicative" : ""})`;

/** The line is its label and the cell to fill in. */
function lineCells(ligne: LigneEcheance | null, heading: CellRef): readonly [CellRef, ...CellRef[]] {
  if (!ligne) return [heading];
  const { label, faitLe } = ligne;
  return faitLe === label ? [label.ref] : [label.ref, faitLe.ref];
}

function remark({ echeance, ligne }: EtatEcheance): string {
  if (!ligne) return " Aucune ligne de l’échéancier n’a été reconnue pour cette échéance.";
  if (ligne.date === null || ligne.date === echeance.date) return "";
  return ` L’échéancier indique le ${formatDate(ligne.date)} ; le contrat le ${formatDate(echeance.date)}.`;
}

/** A date of the contract or of an avenant, or one that was set because the article states none. */
function source({ echeance: { article, reglage }, avenant }: EtatEcheance): string {
  if (reglage === true) {
    const why = article === SANS_ARTICLE ? "" : ` : l’article ${article} demande l’acte sans le dater`;
    return `date indicative${why}`;
  }
  return avenant ? `date fixée par ${nameAvenant(avenant)}` : `date de l’article ${article}`;
}

type Message = "passee" | "proche" | "tardive" | "annoncee" | "revolue";

function messageOf({ echeance, etat, tardive }: EtatEcheance): Message | null {
  if (etat === "passee") return isDue(echeance) ? "passee" : "revolue";
  if (etat === "proche") return isDue(echeance) ? "proche" : "annoncee";
  return tardive && isDue(echeance) ? "tardive" : null;
}

export default defineRule({
  meta: {
    id: "echeances",
    article: "2.3, 6",
    severity: "warning",
    title: "Les échéances du contrat sont tenues",
    compares: "echeance",
    needs: [],
    messages: {
      passee: {
        text: "{echeance} : attendu le {date} ({source}), non fait au {jour}, soit {jours} de retard.{remarque}",
      },
      proche: {
        severity: "info",
        text: "{echeance} : attendu le {date} ({source}), {quand}.{remarque}",
      },
      tardive: {
        severity: "info",
        text: "{echeance} : fait le {fait}, {jours} après le {date} ({source}).{remarque}",
      },
      annoncee: {
        severity: "info",
        text: "{echeance} : le {date} ({source}), {quand}.{remarque}",
      },
      revolue: {
        severity: "info",
        text: "{echeance} : date passée, le {date} ({source}).{remarque}",
      },
    },
  },
  compare(dossier, asked) {
    const { convention, asOf, echeancier, absences, feuilleContrat } = dossier;
    const jour = formatDate(asOf);
    if (convention.echeances.length === 0) {
      asked.notDue("Le contrat ne fixe aucune échéance.");
      return;
    }
    const etats = situateEcheances(dossier);
    if (!echeancier) {
      const passed = etats.filter(({ etat }) => etat === "passee").map(name);
      const near = etats.filter(({ etat }) => etat === "proche").map(name);
      const isSeveral = absences.some(({ kind, reason }) => kind === "echeancier" && reason === "plusieurs");
      const isDue = isSeveral || passed.length > 0;
      asked[isDue ? "nothing" : "notDue"](
        [
          isSeveral
            ? "Plusieurs échéanciers sont possibles dans le classeur."
            : "Aucun échéancier n’a été trouvé dans le classeur.",
          passed.length > 0
            ? `Échéances passées au ${jour} : ${formatListeCourte(passed, SHOWN)}.`
            : `Aucune échéance n’est passée au ${jour}.`,
          ...(near.length > 0 ? [`Dans les ${PREAVIS} jours : ${formatListeCourte(near, SHOWN)}.`] : []),
        ].join(" "),
      );
      return;
    }
    // A year that has begun without its avenant is the finding of the rule of the yearly avenant, and one is enough.
    const own = etats.filter(
      ({ echeance: { avenantPour } }) => avenantPour === undefined || !isAvenantSignale(dossier, avenantPour),
    );
    if (own.length === 0) asked.nothing("Les seules échéances du contrat sont des avenants annuels, déjà signalés.");
    for (const etat of own) {
      const { echeance, ligne, jours, tardive } = etat;
      asked.compare(echeance.intitule, () => {
        if (etat.etat === "illisible") {
          return notComparable(`${name(etat)} : ${cite(ligne?.faitLe.text ?? "")} n’est pas une date lisible.`);
        }
        const cle = `echeances/${echeance.id}/date`;
        const inconnu = chiffreInconnu(feuilleContrat?.registre, { objet: "clause", cle });
        if (inconnu !== null && etat.etat !== "faite") return notComparable(inconnu);
        const message = messageOf(etat);
        if (message === null) return HOLDS;
        return () => ({
          message,
          subject: {},
          key: echeance.id,
          article: echeance.article,
          cells: lineCells(ligne, echeancier.heading),
          data: {
            echeance: echeance.intitule,
            source: source(etat),
            date: formatDate(echeance.date),
            jour,
            jours: accord(tardive?.jours ?? Math.abs(jours), "jour"),
            quand: jours === 0 ? "aujourd’hui" : `dans ${accord(jours, "jour")}`,
            fait: tardive ? formatDate(tardive.fait) : "",
            remarque: remark(etat),
          },
        });
      });
    }
  },
});
