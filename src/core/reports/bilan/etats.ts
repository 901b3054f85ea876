// Whether the report can be handed over: its figures, which are calculated, its texts and its deliberation, which are not.
import { isRapport, situateEcheances, type EtatEcheance } from "../../domain/contrat/echeances";
import type { Dossier } from "../../domain/dossier";
import { formatDate, NBSP } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import type { EtatsDuBilan, Manque } from "./bilan";
import { describeManques } from "./manques";

type Situation = Pick<Dossier, "convention" | "avenants" | "asOf" | "echeancier">;

/** Each act with its own date, as the deadlines sheet says it. */
function describeActes(report: EtatEcheance | undefined): string {
  const etape = report?.ligne?.etapes?.find(({ acte }) => acte === "delibere");
  const fait = report?.etat === "faite" ? (report.ligne?.fait ?? "") : null;
  if (fait === null && !etape) return "Délibération et transmission : non enregistrées dans l’échéancier.";
  const deliberation = etape?.le ? `le ${formatDate(etape.le)}` : "non datée";
  const transmission = fait === null ? "non enregistrée" : fait === "" ? "faite" : `le ${formatDate(fait)}`;
  return `Délibération : ${deliberation} ; transmission : ${transmission}, d’après l’échéancier.`;
}

/** The contract asks for them without naming them, unless its definition does. */
const NATIONAUX = "les indicateurs nationaux que l’État communique, ";

export function composeEtats(situation: Situation, manques: readonly Manque[]): EtatsDuBilan {
  const report = situateEcheances(situation).find(({ echeance }) => isRapport(echeance));
  const { indicateursNationaux } = situation.convention;
  const missing = describeManques(manques);
  const national = indicateursNationaux.length === 0 ? NATIONAUX : "";
  const isReady = manques.length === 0;
  return {
    chiffres: typographie(isReady ? "Chiffres : prêts." : `Chiffres : il manque ${missing}.`),
    textes: typographie(
      `Textes, à rédiger et à relire : ${national}les résultats de chaque action, son impact social dans la mesure du possible, les raisons des écarts, le bilan global. Aucun calcul ne dit qu’ils sont prêts.`,
    ),
    deliberation: typographie(describeActes(report)),
    pret: describePret(isReady, missing, report?.etat === "faite"),
  };
}

/** "Oui" is the parties' word alone: the deadlines sheet says that the report was handed over. */
function describePret(isReady: boolean, missing: string, isDone: boolean): string {
  const head = `Prêt à transmettre${NBSP}:`;
  if (!isReady) return `${head} non, il manque ${missing}.`;
  if (isDone) return `${head} oui, chiffres prêts et rapport déclaré transmis.`;
  return `${head} chiffres prêts${NBSP}; restent les textes et la délibération.`;
}
