// What the State paid for a closed year was used: else the part that was not is said, year by year and in all.
import { subtractKnown, sumKnown } from "../domain/values/known-montant";
import { closedYears } from "../contract/in-force/annees-closes";
import { axeDe } from "../contract/in-force/en-vigueur";
import type { Action } from "../contract/convention";
import type { Lecture } from "../facts/lecture";
import { ledgerOf } from "../facts/ledger/ledger";
import { direRemedes, faitDe } from "../facts/ledger/remedes";
import { cellsOf, rienAVerser, subjectOf, whyUnknown, type Place } from "../facts/ledger/places";
import { anneesVersees, type Versement } from "../facts/ledger/versements-de-l-annee";
import { locate } from "../facts/lines/budget-lines";
import { formatMontant, NBSP } from "../domain/words/format";
import { type Montant, montantFromCentimes, montantFromEuros, subtractMontants } from "../domain/values/montant";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "somme-a-reverser",
    articles: ["controle"],
    severity: "warning",
    title: "Ce que l’État a versé pour une année close a été utilisé",
    problem: "Somme versée et non utilisée",
    compares: "montant",
    needs: ["execution"],
    messages: {
      "non-utilise": {
        text: "{place} : {found} versés par l’État pour {expected} de sa part exécutés ; {distance} n’ont pas été utilisés{cumul} {remedes}",
      },
    },
    page: {
      contrat:
        "À titre exceptionnel, l’État peut demander le remboursement des sommes indues lorsque les dépenses prévues n’ont pas été faites.",
      verifie:
        "Pour chaque action d’une année close : le montant versé par l’État ne dépasse pas la part État exécutée. Un versement montré pour un axe ou pour toute l’année est comparé à ce que ses actions ont exécuté ensemble. La différence est ce qui n’a pas été utilisé. Quand plusieurs années sont closes et que leur somme diffère de l’année seule, la phrase donne aussi le total de ces années : une année suivante peut avoir utilisé le reste. Report, réduction des crédits de l’année suivante et remboursement sont trois suites possibles d’un même fait : une seule des trois, et un seul écart avec la sous-consommation et le plafond de la même action et de la même année.",
      conforme: "65 000,00 € versés, 65 000,00 € exécutés de la part État.",
      ecart: [
        {
          message: "non-utilise",
          figures: { unit: "montant", found: montantFromEuros(65000), expected: montantFromEuros(40000) },
          data: {
            place: "Action 1 – 2024",
            cumul: ".",
            remedes:
              "Cette somme peut être reportée sur une année suivante, ou déduite des crédits de l’année suivante (article 2.2), ou remboursée à l’État à titre exceptionnel (article 5).",
          },
        },
      ],
      corriger:
        "Vérifiez le versement et la part État exécutée. S’ils sont justes, donnez la raison dans la feuille « Écarts » : l’autre partie l’accepte ou la refuse.",
      limites:
        "La règle ne dit pas que la somme est due : une personne en juge. Une case vide ou illisible n’est pas comparée, et c’est dit. Une action sans montant au contrat cette année-là n’est comparée que si le tableau y montre de l’argent.",
    },
  },
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
        if (found <= expected) return HOLDS;
        return () => ({
          message: "non-utilise",
          subject,
          key: key === undefined ? "verse" : `${key}-verse`,
          cells: cellsOf(execution, verse),
          figures: { unit: "montant", found, expected },
          enJeu: subtractMontants(found, expected),
          data: { place: nom, cumul: ".", remedes: direRemedes(dossier.convention, annee) },
        });
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
          if (found <= expected) return HOLDS;
          return () => ({
            message: "non-utilise",
            subject: subjectOf(place, "etat"),
            key: "verse",
            fact: faitDe("somme-a-reverser", place),
            cells: cellsOf(execution, verse, etat),
            figures: { unit: "montant", found, expected },
            enJeu: subtractMontants(found, expected),
            data: {
              place: nom,
              cumul: describeCumul(action, lecture, subtractMontants(found, expected)),
              remedes: direRemedes(dossier.convention, annee),
            },
          });
        },
      );
    };
    for (const { annee, parts } of versees) {
      for (const part of parts) {
        if (part.place) compareAction(part.place);
        else compareWhole(part, annee);
      }
    }
  },
});
