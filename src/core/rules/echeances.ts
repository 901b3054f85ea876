// The contract's deadlines are met; the near ones are announced.
import { accord } from "../domain/words/accord";
import type { CellRef } from "../domain/cell-ref";
import type { LigneEcheance } from "../domain/dossier";
import { PREAVIS, situateEcheances, type EtatEcheance } from "../domain/contrat/echeances";
import { formatDate, formatListeCourte } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { defineRule } from "./rule";

const SHOWN = 10;

const name = ({ echeance }: EtatEcheance): string => `${echeance.intitule} (${formatDate(echeance.date)})`;

/** The line is its label and the cell to fill in. */
function lineCells(ligne: LigneEcheance | null, heading: CellRef): readonly [CellRef, ...CellRef[]] {
  if (!ligne) return [heading];
  const { label, faitLe } = ligne;
  return faitLe === label ? [label.ref] : [label.ref, faitLe.ref];
}

export default defineRule({
  meta: {
    id: "echeances",
    article: "2.3, 6",
    severity: "warning",
    title: "Les échéances du contrat sont tenues",
    needs: [],
    messages: {
      passee: {
        text: "{echeance} (article {article}) : attendu le {date}, non fait au {jour}, soit {jours} de retard.{remarque}",
      },
      proche: {
        severity: "info",
        text: "{echeance} (article {article}) : attendu le {date}, {quand}.{remarque}",
      },
    },
  },
  check({ convention, asOf, echeancier, absences }, reporter) {
    const jour = formatDate(asOf);
    if (convention.echeances.length === 0) {
      reporter.notCheckable("Le contrat ne fixe aucune échéance.");
      return;
    }
    const etats = situateEcheances({ convention, asOf, echeancier });
    if (!echeancier) {
      const passed = etats.filter(({ etat }) => etat === "passee").map(name);
      const near = etats.filter(({ etat }) => etat === "proche").map(name);
      const isSeveral = absences.some(({ kind, reason }) => kind === "echeancier" && reason === "plusieurs");
      reporter.notCheckable(
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

    const remark = ({ echeance, ligne }: EtatEcheance): string => {
      if (!ligne) return " L’échéancier n’a pas de ligne pour cette échéance.";
      if (ligne.date === null || ligne.date === echeance.date) return "";
      return ` L’échéancier indique le ${formatDate(ligne.date)} ; le contrat le ${formatDate(echeance.date)}.`;
    };
    for (const etat of etats) {
      const { echeance, ligne, jours } = etat;
      if (etat.etat === "illisible") {
        reporter.notCheckable(`${name(etat)} : ${cite(ligne?.faitLe.text ?? "")} n’est pas une date lisible.`);
        continue;
      }
      if (etat.etat !== "passee" && etat.etat !== "proche") continue;
      const shared = {
        subject: {},
        key: echeance.id,
        cells: lineCells(ligne, echeancier.heading),
      } as const;
      const data = {
        echeance: echeance.intitule,
        article: echeance.article,
        date: formatDate(echeance.date),
        jours: accord(Math.abs(jours), "jour"),
        remarque: remark(etat),
      };
      if (etat.etat === "passee") reporter.discrepancy({ ...shared, message: "passee", data: { ...data, jour } });
      else {
        const quand = jours === 0 ? "aujourd’hui" : `dans ${data.jours}`;
        reporter.discrepancy({ ...shared, message: "proche", data: { ...data, quand } });
      }
    }
  },
});
