// What the rule says of money that was paid and not used, and of what was decided of it.
import { montantFromEuros } from "../../domain/values/montant";
import type { RuleMeta } from "../rule";

export const meta = {
  id: "somme-a-reverser",
  articles: ["controle"],
  severity: "warning",
  title: "Ce que l’État a versé pour une année close a été utilisé",
  problem: "Somme versée et non utilisée",
  compares: "montant",
  needs: ["execution"],
  messages: {
    "non-utilise": {
      text: "{place} : {found} versés par l’État pour {expected} de sa part exécutés ; {distance} n’ont pas été utilisés{suites}",
    },
    // What one party notes settles nothing: the other one agrees to it as to any reason.
    decide: {
      text: "{place} : {found} versés par l’État pour {expected} de sa part exécutés ; {distance} n’ont pas été utilisés{suites} Reprenez cette décision comme motif dans « Écarts » : l’autre partie l’accepte.",
    },
    "decide-autrement": {
      text: "{place} : {found} versés par l’État pour {expected} de sa part exécutés ; {reste} n’ont pas été utilisés, et ce qui a été décidé porte sur davantage : {suites}. Corrigez le montant, l’année ou l’action de la décision.",
    },
    "report-non-utilise": {
      text: "{place} : {reports}, {expected} utilisés au-delà de ce que l’État a versé pour l’année ; {distance} n’ont pas été utilisés. {remedes}",
    },
  },
  page: {
    contrat:
      "À titre exceptionnel, l’État peut demander le remboursement des sommes indues lorsque les dépenses prévues n’ont pas été faites.",
    verifie: [
      "Pour chaque action d’une année close : le montant versé par l’État ne dépasse pas la part État exécutée. Un versement montré pour un axe ou pour toute l’année est comparé à ce que ses actions ont exécuté ensemble. La différence est ce qui n’a pas été utilisé. Quand plusieurs années sont closes et que leur somme diffère de l’année seule, la phrase donne aussi le total de ces années : une année suivante peut avoir utilisé le reste. Report, réduction des crédits de l’année suivante et remboursement sont trois suites possibles d’un même fait : une seule des trois, et un seul écart avec la sous-consommation et le plafond de la même action et de la même année.",
      "Ce qui a été décidé se note dans une liste (annexe « Versements ») : date, montant, année, action ou axe, suite donnée (« reportée », « rendue », « déduite », « aucune ») et, pour un report ou une déduction, l’année concernée (à défaut la suivante). Une décision datée, au plus tard du jour de la vérification, se dit désormais partout avec la somme, et ce qui reste sans décision, ou une décision qui porte sur davantage, est nommé. Notée par une partie, elle ne règle rien seule : elle se reprend comme motif dans la feuille « Écarts », et l’autre partie l’accepte ou la refuse.",
      "Ce qui a été reporté est rapproché de l’année qui le reçoit : une fois celle-ci close, ce qu’elle n’a pas dépensé au-delà de son propre versement est dit non utilisé.",
    ],
    conforme: "65 000,00 € versés, 65 000,00 € exécutés de la part État.",
    ecart: [
      {
        message: "non-utilise",
        figures: { unit: "montant", found: montantFromEuros(65000), expected: montantFromEuros(40000) },
        data: {
          place: "Action 1 – 2024",
          suites:
            ". Cette somme peut être reportée sur une année suivante, ou déduite des crédits de l’année suivante (article 2.2), ou remboursée à l’État à titre exceptionnel (article 5).",
        },
      },
    ],
    corriger:
      "Vérifiez le versement et la part État exécutée. S’ils sont justes, notez ce qui est décidé de la somme dans l’annexe « Versements », ou donnez la raison dans la feuille « Écarts » : l’autre partie l’accepte ou la refuse.",
    limites:
      "La règle ne dit pas que la somme est due : une personne en juge. Une case vide ou illisible n’est pas comparée, et c’est dit. Une action sans montant au contrat cette année-là n’est comparée que si le tableau y montre de l’argent.",
  },
} as const satisfies RuleMeta;
