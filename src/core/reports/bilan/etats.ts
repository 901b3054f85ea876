// Whether the report can be handed over: its figures, which are calculated, its texts and its deliberation, which are not.
import { situateEcheances } from "../../domain/contrat/echeances";
import type { Dossier } from "../../domain/dossier";
import { formatDate, NBSP } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import type { EtatsDuBilan, Manque } from "./bilan";
import { describeManques } from "./manques";
import { isRapport } from "./periode";

type Situation = Pick<Dossier, "convention" | "avenants" | "asOf" | "echeancier">;

/** ISO date of the handing over of the report, as the deadlines sheet says it; "" where it says no date. */
function transmission(situation: Situation): string | null {
  const report = situateEcheances(situation).find(({ echeance, etat }) => isRapport(echeance) && etat === "faite");
  return report ? (report.ligne?.fait ?? "") : null;
}

function describeDeliberation(done: string | null): string {
  if (done === null) return "Délibération et transmission : non enregistrées dans l’échéancier.";
  const date = done === "" ? "" : ` le ${formatDate(done)}`;
  return `Délibération et transmission : faites${date}, d’après l’échéancier.`;
}

/** The contract asks for them without naming them, unless its definition does. */
const NATIONAUX = "les indicateurs nationaux que l’État communique, ";

export function composeEtats(situation: Situation, manques: readonly Manque[]): EtatsDuBilan {
  const done = transmission(situation);
  const { indicateursNationaux } = situation.convention;
  const missing = describeManques(manques);
  const national = indicateursNationaux.length === 0 ? NATIONAUX : "";
  const isReady = manques.length === 0;
  return {
    chiffres: typographie(isReady ? "Chiffres : prêts." : `Chiffres : il manque ${missing}.`),
    textes: typographie(
      `Textes, à rédiger et à relire : ${national}les résultats de chaque action, son impact social dans la mesure du possible, les raisons des écarts, le bilan global. Aucun calcul ne dit qu’ils sont prêts.`,
    ),
    deliberation: typographie(describeDeliberation(done)),
    pret: describePret(isReady, missing, done !== null),
  };
}

/** "Oui" is the parties' word alone: the deadlines sheet says that the report was handed over. */
function describePret(isReady: boolean, missing: string, isDone: boolean): string {
  const head = `Prêt à transmettre${NBSP}:`;
  if (!isReady) return `${head} non, il manque ${missing}.`;
  if (isDone) return `${head} oui, chiffres prêts et rapport déclaré transmis.`;
  return `${head} chiffres prêts${NBSP}; restent les textes et la délibération.`;
}
