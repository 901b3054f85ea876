// What the State paid for a closed year was used: else the part that was not is said, year by year and in all.
import { subtractKnown, sumKnown } from "../../domain/values/known-montant";
import { closedYears } from "../../contract/in-force/annees-closes";
import { axeDe } from "../../contract/in-force/en-vigueur";
import type { Action } from "../../contract/convention";
import type { Lecture } from "../../facts/lecture";
import { ledgerOf } from "../../facts/ledger/ledger";
import { faitDe } from "../../facts/ledger/remedes";
import { cellsOf, rienAVerser, subjectOf, whyUnknown, type Place } from "../../facts/ledger/places";
import { lieuxDecides, reportsVers } from "../../facts/ledger/suites";
import { anneesVersees, type Versement } from "../../facts/ledger/versements-de-l-annee";
import { locate } from "../../facts/lines/budget-lines";
import { formatMontant, NBSP } from "../../domain/words/format";
import { type Montant, montantFromCentimes, subtractMontants } from "../../domain/values/montant";
import { defineRule, HOLDS, notComparable } from "../rule";
import { judgeReport, judgeUnused } from "./judge-unused";
import { meta } from "./meta";

export default defineRule({
  meta,
  compare(dossier, asked) {
    const { execution } = dossier;
    const ledger = ledgerOf(dossier);
    const closed = closedYears(dossier, (reason) => asked.notDue(reason));
    const versees = anneesVersees(dossier).filter(({ annee }) => closed.includes(annee));
    const annees = versees.map(({ annee }) => annee);
    if (closed.length > 0 && versees.length === 0) {
      return asked.notDue(
        "Aucun versement de l’État n’a été reconnu pour une année close, ni dans le tableau d’exécution, ni dans l’imputation, ni dans une liste.",
      );
    }
    /** The sum over all closed years, told where all of it is known and it says more than the single years. */
    const describeCumul = (action: Action, lecture: Lecture, ofYear: Montant): string => {
      const parts = annees.map((annee) => ledger.depense(action, annee, lecture));
      const { value: montant } = subtractKnown(
        sumKnown(parts.map(({ verse }) => verse)),
        sumKnown(parts.map(({ etat }) => etat)),
      );
      if (annees.length < 2 || montant === null || montant === ofYear) return ".";
      const unused = montantFromCentimes(Math.max(0, montant));
      return ` (sur l’ensemble des années closes${NBSP}: ${formatMontant(unused)}).`;
    };
    /** Of an axe or of the whole year, where it is paid so: what its actions used together. */
    const compareWhole = ({ ligne, read }: Versement, annee: number): void => {
      const { axe } = ligne.place;
      const actions = dossier.convention.actions.filter((action) => axe === undefined || axeDe(action, annee) === axe);
      const nom = `${ligne.nom} – ${annee}`;
      const { subject, key } = locate(ligne, annee, "etat");
      asked.compare({ nom: `${nom} – versé et exécuté de la part État`, subject }, (lecture) => {
        const verse = read(lecture);
        const etat = sumKnown(actions.map((action) => ledger.depense(action, annee, lecture).etat));
        const [found, expected] = [verse.value, etat.value];
        if (found === null || expected === null) {
          return notComparable(whyUnknown({ nom }, ["versement de l’État", verse], ["part État exécutée", etat]));
        }
        return judgeUnused(
          dossier,
          { found, expected, lieu: ligne.place, place: nom, annee },
          { subject, key: key === undefined ? "verse" : `${key}-verse`, cells: cellsOf(execution, verse) },
          () => ".",
        );
      });
    };
    const compareAction = (place: Place): void => {
      const { action, annee, nom } = place;
      asked.compare(
        { nom: `${nom} – versé et exécuté de la part État`, subject: subjectOf(place, "etat") },
        (lecture) => {
          const { verse, etat } = ledger.depense(action, annee, lecture);
          if (rienAVerser(place, verse)) return HOLDS;
          const [found, expected] = [verse.value, etat.value];
          if (found === null || expected === null) {
            return notComparable(whyUnknown(place, ["versement de l’État", verse], ["part État exécutée", etat]));
          }
          return judgeUnused(
            dossier,
            { found, expected, lieu: { action: action.numero }, place: nom, annee },
            {
              subject: subjectOf(place, "etat"),
              key: "verse",
              fact: faitDe("somme-a-reverser", place),
              cells: cellsOf(execution, verse, etat),
            },
            () => describeCumul(action, lecture, subtractMontants(found, expected)),
          );
        },
      );
      compareReport(place);
    };
    /** What was carried over to a closed year was used there. */
    const compareReport = (place: Place): void => {
      const { action, annee, nom } = place;
      const reports = reportsVers(dossier, { action: action.numero }, annee);
      if (reports.length === 0) return;
      asked.compare({ nom: `${nom} – report utilisé`, subject: subjectOf(place, "etat") }, (lecture) => {
        const { verse, etat } = ledger.depense(action, annee, lecture);
        const judged = judgeReport(
          dossier,
          { action, annee, nom },
          { reports, verse, etat, cells: cellsOf(execution, verse, etat) },
        );
        return judged ?? notComparable(whyUnknown(place, ["versement de l’État", verse], ["part État exécutée", etat]));
      });
    };
    // What was decided of an axe is not of its actions one by one: it is held against payments of its own level alone.
    for (const { lieu, annee, nom } of lieuxDecides(dossier, closed)) {
      const { parts = [] } = versees.find((year) => year.annee === annee) ?? {};
      if (
        parts.some(
          ({ ligne }) =>
            ligne.place.action === lieu.action && (lieu.action !== undefined || ligne.place.axe === lieu.axe),
        )
      )
        continue;
      asked.compare(`${nom} – décision sur ce qui n’a pas été utilisé`, () =>
        notComparable(
          `${nom} : une décision y est notée, et aucun versement n’est connu à ce niveau (action, axe ou année entière).`,
        ),
      );
    }
    for (const { annee, parts } of versees) {
      for (const part of parts) {
        if (part.place) compareAction(part.place);
        else compareWhole(part, annee);
      }
    }
  },
});
