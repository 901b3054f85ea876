// What the State contributes to an action does not exceed what the action cost: in each year, and in all once the contract has ended.
import { known, type Known } from "../domain/known";
import { subtractKnown, sumKnown } from "../domain/values/known-montant";
import type { Montant } from "../domain/values/montant";
import { isClosed } from "../contract/in-force/annees-closes";
import { ledgerOf } from "../facts/ledger/ledger";
import { partiDe, sommeDesSuites } from "../facts/ledger/suites";
import { faitDe } from "../facts/ledger/remedes";
import { cellsOf, placesMontrees, subjectOf, whyUnknown } from "../facts/ledger/places";
import type { Depense } from "../facts/ledger/read-depense";
import { nameAction } from "../facts/lines/budget-lines";
import { nameExecuted } from "../facts/lines/execution-lines";
import { formatMontant } from "../domain/words/format";
import { montantFromEuros, subtractMontants, ZERO } from "../domain/values/montant";
import { defineRule, HOLDS, notComparable } from "./rule";

interface Contribution {
  readonly montant: Known<Montant>;
  readonly cout: Known<Montant>;
  readonly isPaid: boolean;
}

/**
 * What the State paid, where that is known, and else its executed part. The State pays before there is a cost, so
 * that a payment counts once the year is over.
 */
function contributionOf({ verse, etat, coutSaisi }: Depense, isOver: boolean, parti: Montant): Contribution {
  const isPaid = isOver && (verse.value !== null || verse.reason === "unreadable");
  return { montant: isPaid ? subtractKnown(verse, known(parti)) : etat, cout: coutSaisi, isPaid };
}

export default defineRule({
  meta: {
    id: "contribution-plafonnee-au-cout",
    articles: ["controle"],
    severity: "warning",
    title: "La contribution de l’État ne dépasse pas le coût de l’action",
    problem: "Contribution de l’État au-dessus du coût",
    compares: "montant",
    needs: ["execution"],
    messages: {
      execute: {
        text: "{place} : {found} pour un coût de l’action de {expected} (écart {gap}). À titre exceptionnel, l’État pourrait demander le remboursement de {reversement}.",
      },
      verse: {
        text: "{place} : {found} versés pour un coût de l’action de {expected} (écart {gap}). À titre exceptionnel, l’État pourrait demander le remboursement de {reversement}.",
      },
      cumul: {
        severity: "error",
        text: "{place} : {found} de contribution de l’État pour un coût de l’action de {expected} (écart {gap}). Le contrat est terminé : à titre exceptionnel, l’État pourrait demander le remboursement de {reversement}.",
      },
    },
    page: {
      gravite: "avertissement pour une année, erreur pour la somme des années une fois le contrat terminé",
      contrat:
        "À l’issue de la convention, l’État contrôle que sa contribution financière ne dépasse pas ce qu’a coûté la mise en œuvre de l’action. Il peut exiger le remboursement des sommes indues.",
      verifie: [
        "Le coût d’une action est son total exécuté, ou la somme de ses parts (autres financements compris) dans un tableau sans total. La contribution de l’État est ce qu’il a versé, là où le tableau le dit pour une année close, et sinon sa part exécutée. Ce que les parties ont décidé d’en reporter, d’en déduire ou d’en rendre (annexe « Versements ») n’y est plus, et ce qui a été reporté d’une autre année s’y ajoute.",
        "- Chaque année : la contribution de l’État ne dépasse pas le coût de l’action. C’est un avertissement : le contrôle de l’État porte sur toute la convention.",
        "- Une fois le contrat terminé : la somme des contributions ne dépasse pas la somme des coûts. C’est une erreur.",
        "L’écart donne le montant dont l’État pourrait demander le remboursement, à titre exceptionnel.",
      ],
      conforme: "65 000,00 € versés par l’État pour une action qui a coûté 130 000,00 €.",
      ecart: [
        {
          message: "verse",
          figures: { unit: "montant", found: montantFromEuros(50000), expected: montantFromEuros(40000) },
          data: { place: "Action 2 – 2025 – montant versé par l’État", reversement: "10 000,00 €" },
        },
      ],
      corriger:
        "Vérifiez le montant versé et le coût exécuté. S’ils sont justes, signalez-le aux services de l’État avant la fin de la convention.",
      limites:
        "L’État verse sa contribution avant que l’action ne soit menée : le montant versé n’est comparé au coût qu’une fois l’année close. Une action placée sur plusieurs lignes que rien ne distingue n’est pas comparée, et c’est dit. La règle ne dit pas que l’État demandera ce remboursement.",
    },
  },
  compare(dossier, asked) {
    const { convention, execution, asOf } = dossier;
    const ledger = ledgerOf(dossier);
    const over = new Set(
      convention.annees.filter((year) => isClosed(convention, year, asOf)).map(({ annee }) => annee),
    );
    for (const place of placesMontrees(dossier, ledger.annees)) {
      const { action, annee, nom } = place;
      asked.compare(
        { nom: `${nom} – contribution de l’État et coût`, subject: subjectOf(place, "etat") },
        (lecture) => {
          const depense = ledger.depense(action, annee, lecture);
          const parti = partiDe(dossier, { action: action.numero }, annee);
          const { montant, cout, isPaid } = contributionOf(depense, over.has(annee), parti);
          const [found, expected] = [montant.value, cout.value];
          if (found === null || expected === null) {
            return notComparable(
              whyUnknown(
                place,
                [isPaid ? "versement de l’État" : "part État exécutée", montant],
                ["coût de l’action", cout],
              ),
            );
          }
          if (found <= expected) return HOLDS;
          const net = parti === ZERO ? "" : ", moins ce qui en a été rendu, reporté ou déduit";
          const what = isPaid ? `montant versé par l’État${net}` : nameExecuted(convention, "etat");
          return () => ({
            message: isPaid ? "verse" : "execute",
            subject: subjectOf(place, "etat"),
            ...(isPaid && { key: "verse" }),
            fact: faitDe("contribution-plafonnee-au-cout", place),
            cells: isPaid ? cellsOf(execution, montant, depense.etat) : cellsOf(execution, montant),
            figures: { unit: "montant", found, expected },
            data: { place: `${nom} – ${what}`, reversement: formatMontant(subtractMontants(found, expected)) },
          });
        },
      );
    }
    if (!isClosed(convention, convention.periode, asOf)) return;
    const annees = convention.annees.map(({ annee }) => annee);
    const places = placesMontrees(dossier, annees);
    for (const action of convention.actions) {
      const nom = `${nameAction(action)} – ensemble du contrat`;
      const due = places.filter((place) => place.action === action);
      if (due.length === 0) continue;
      asked.compare(`${nom} – contribution de l’État et coût`, (lecture) => {
        const years = due.map(({ annee }) => {
          const rendu = sommeDesSuites(dossier, [annee], "rendue", { action: action.numero });
          return contributionOf(ledger.depense(action, annee, lecture), true, rendu);
        });
        const montant = sumKnown(years.map((year) => year.montant));
        const cout = sumKnown(years.map((year) => year.cout));
        const [found, expected] = [montant.value, cout.value];
        if (found === null || expected === null) {
          return notComparable(whyUnknown({ nom }, ["contribution de l’État", montant], ["coût de l’action", cout]));
        }
        if (found <= expected) return HOLDS;
        return () => ({
          message: "cumul",
          subject: { axe: action.axe, action: action.numero, party: "etat" },
          cells: cellsOf(execution, montant),
          figures: { unit: "montant", found, expected },
          data: { place: nom, reversement: formatMontant(subtractMontants(found, expected)) },
        });
      });
    }
  },
});
