// The French texts of the tab « Rapports ».
import type { Periode } from "../../core/reports/bilan/periode";
import { accord } from "../../core/domain/words/accord";
import { formatDate, formatListe, formatNombre } from "../../core/domain/words/format";
import { cite, typographie } from "../../core/domain/words/typographie";

const span = ({ debut, fin }: Periode): string => (debut === fin ? `${debut}` : `${debut}-${fin}`);

export const texts = {
  bilanTitle: "Bilan d’exécution",
  bilanIntro: typographie(
    "Montants contractualisés et exécutés, indicateurs, synthèse par axe, écarts et justifications. Les feuilles du bilan sont réécrites à chaque fois, après une question si quelqu’un y a saisi quelque chose ; rien d’autre ne change dans le classeur.",
  ),
  period: "Période",
  midTerm: (periode: Periode | null) => `Mi-parcours${periode ? ` (${span(periode)})` : ""}`,
  whole: (periode: Periode) => `Tout le contrat (${span(periode)})`,
  year: (annee: number) => `Année ${annee}`,
  asOf: (asOf: string) => typographie(`À la date du ${formatDate(asOf)}, réglée en haut du volet, à droite.`),
  writeSheets: "Écrire les feuilles du bilan",
  makeWord: "Télécharger le document Word",
  sheetsWritten: (names: readonly string[]) =>
    typographie(`${names.length < 2 ? "Feuille écrite" : "Feuilles écrites"} : ${formatListe(names.map(cite))}.`),
  fileName: (periode: string) => `bilan-execution-${periode}.docx`,
  saveAgain: (name: string) => typographie(`Enregistrer « ${name} »`),
  fileReady: typographie(
    "Le document Word est prêt et son enregistrement a été demandé. Il est fait sur ce poste, rien n’est envoyé.",
  ),
  fileBlocked: typographie(
    "Si rien ne s’enregistre, votre Excel ne laisse pas le volet enregistrer un fichier : les feuilles du bilan contiennent les mêmes tableaux, et la page autonome, où ouvrir une copie du classeur, enregistre le même document.",
  ),
  bilanStale: typographie("Résultats périmés : le classeur a changé depuis ce bilan. Faites-le de nouveau."),
  bilanDone: (periode: string) => `Bilan ${periode}`,
  missingTitle: (count: number) => typographie(`Ce qui manque (${formatNombre(count)})`),
  missingMore: (count: number) => `Afficher ${accord(count, "autre point", "autres points")}`,

  pvTitle: "Procès-verbal de vérification",
  pvIntro: typographie(
    "Une page à signer : contrat et avenants en vigueur, décompte par article, et une empreinte : un numéro de contrôle calculé sur les chiffres vérifiés. L’autre partie contrôle le procès-verbal sur le classeur qu’elle reçoit.",
  ),
  establish: "Établir le procès-verbal",
  check: "Contrôler le procès-verbal",
  replace: "Le remplacer",
  keep: "Ne rien changer",
  established: "Procès-verbal établi",
  establishedIn: (sheet: string) =>
    typographie(`Feuille ${cite(sheet)} : elle s’imprime sur une page, à signer par les deux parties.`),
  exists: "Un procès-verbal existe déjà",
  fingerprint: typographie("Empreinte des chiffres :"),
  pvStale: typographie(
    "Résultats périmés : le classeur a changé depuis. Cliquez sur « Contrôler le procès-verbal » pour savoir ce qui a changé.",
  ),
  checkedAt: (situation: string) =>
    typographie(`Classeur vérifié de nouveau à la date du procès-verbal, le ${formatDate(situation)}.`),
  compareFingerprint: typographie("Comparez cette empreinte à celle de l’exemplaire signé."),
  changesTitle: (count: number) => accord(count, "chiffre changé", "chiffres changés"),
  changesMore: (count: number) => `Afficher ${accord(count, "autre chiffre", "autres chiffres")}`,
} as const;
