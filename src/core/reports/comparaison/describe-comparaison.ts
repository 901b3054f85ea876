// French sentences on a comparison, the same in the pane, on the sheet and on the command line.
import { accord } from "../../domain/words/accord";
import { formatDate, formatListeCourte, formatMontant, formatNombre } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import { montantFromEuros } from "../../domain/values/montant";
import type { Cause, Cote } from "./cote";
import type { Comparaison, Difference, Effet, Genre } from "./comparer";

const GENRES: Readonly<Record<Genre, readonly [one: string, many: string]>> = {
  contrat: ["point du contrat", "points du contrat"],
  chiffre: ["chiffre", "chiffres"],
  fiche: ["texte de fiche", "textes de fiches"],
  motif: ["motif ou décision", "motifs ou décisions"],
  reponse: ["réponse sur un intitulé", "réponses sur des intitulés"],
};

const changeLeVerdict = ({ effets }: Difference): boolean => effets.length > 0;

/** "7 chiffres diffèrent ; 4 changent le verdict." */
export function direDifferences({ differences, identique, suite, memeContrat }: Comparaison): string {
  if (identique) return typographie("Rien ne diffère : le contrat, les chiffres et les motifs sont les mêmes.");
  const counts = Object.entries(GENRES).flatMap(([genre, words]) => {
    const count = differences.filter((one) => one.genre === genre).length;
    return count === 0 ? [] : [accord(count, ...words)];
  });
  if (counts.length === 0) {
    return typographie(
      memeContrat === false
        ? "Les chiffres et les motifs sont les mêmes, mais non le contrat signé."
        : suite?.isBroken === true
          ? "Les chiffres et les motifs sont les mêmes, mais non la suite des procès-verbaux."
          : "Rien ne diffère.",
    );
  }
  const verbe = differences.length > 1 ? "diffèrent" : "diffère";
  const changing = differences.filter(changeLeVerdict).length;
  const verdict =
    changing === 0
      ? "aucun ne change le verdict"
      : `${formatNombre(changing)} ${changing > 1 ? "changent" : "change"} le verdict`;
  return typographie(`${formatListeCourte(counts, counts.length)} ${verbe} ; ${verdict}.`);
}

const aFaire = ({ causes }: Cote): ReadonlyMap<string, Cause> =>
  new Map([...causes].filter(([, { etat }]) => etat === "a-faire" || etat === null));

/** How many of one side's discrepancies to do the other has not to do, by what the other has instead: nothing, a reason, or a cause for them. */
function lacking(own: Cote, other: Cote): readonly [nowhere: number, justified: number, caused: number] {
  const there = aFaire(other);
  const ids = [...aFaire(own).keys()].filter((id) => !there.has(id));
  const justified = ids.filter((id) => other.causes.has(id)).length;
  const found = new Set(other.verifie?.verification.findings.map(({ id }) => id));
  const caused = ids.filter((id) => found.has(id)).length - justified;
  return [ids.length - justified - caused, justified, caused];
}

/** "13 écarts à traiter dans la référence, 15 à présent : 3 nouveaux, 1 réglé." */
export function direVerdict({ avant, apres }: Comparaison): string {
  const [nouveaux, rouverts, detaches] = lacking(apres, avant);
  const [regles, justifies, rattaches] = lacking(avant, apres);
  const changes = [
    [nouveaux, "nouveau", "nouveaux"],
    [rouverts, "de nouveau à traiter", "de nouveau à traiter"],
    [detaches, "qui ne découle plus d’un autre", "qui ne découlent plus d’un autre"],
    [regles, "réglé", "réglés"],
    [justifies, "justifié", "justifiés"],
    [rattaches, "qui découle d’un autre", "qui découlent d’un autre"],
  ] as const;
  const said = changes.flatMap(([number, one, many]) => (number === 0 ? [] : [accord(number, one, many)]));
  const now = aFaire(apres).size;
  const what = said.length === 0 ? "les mêmes" : said.join(", ");
  if (!avant.verifie)
    return typographie(`${accord(now, "écart")} à traiter à présent, ${what} depuis le procès-verbal.`);
  return typographie(
    `${accord(aFaire(avant).size, "écart")} à traiter dans la référence, ${formatNombre(now)} à présent : ${what}.`,
  );
}

/** Whether both were signed alike, in what line their procès-verbaux stand, and what is to be known of the reference. */
export function remarquesDe(comparaison: Comparaison): readonly string[] {
  const { avant, apres, memeContrat, suite, procesVerbalChange } = comparaison;
  const contrat =
    memeContrat === null
      ? "L’un des deux ne dit pas quel contrat a été signé : son empreinte n’est pas comparée."
      : memeContrat
        ? `Le contrat signé est le même : empreinte ${apres.empreinte}.`
        : `Le contrat signé n’est pas le même : empreinte ${avant.empreinte} dans la référence, ${apres.empreinte} à présent.`;
  const etat = {
    modifie: "Le procès-verbal de la référence n’est plus tel qu’il a été établi.",
    depasse: "La référence a changé depuis son procès-verbal : ses chiffres sont ceux de ses tableaux d’à présent.",
  };
  const seul = `La référence est un procès-verbal seul, à la date du ${formatDate(avant.asOf)} : ses chiffres sont ceux de sa liste.`;
  return [
    ...(avant.verifie ? [] : [seul]),
    contrat,
    ...(suite ? [suite.phrase] : []),
    ...(procesVerbalChange ? [etat[procesVerbalChange]] : []),
  ].map(typographie);
}

/** "−1 800,00 €", "+2". */
function direEcart({ ecart, avant, apres }: Difference): string {
  if (ecart === null || ecart === 0) return "";
  const isMoney = [avant, apres].some((side) => side?.valeur.endsWith("€"));
  const size = isMoney ? formatMontant(montantFromEuros(Math.abs(ecart))) : formatNombre(Math.abs(ecart));
  return `${ecart < 0 ? "−" : "+"}${size}`;
}

const EFFETS: Readonly<Record<Effet["kind"], string>> = {
  nouveau: "Nouvel écart",
  regle: "Écart réglé",
  rouvert: "Écart de nouveau à traiter",
  justifie: "Écart au motif changé",
};

/** "Nouvel écart : Action 5 – 2024 – part État : …", with what the other party sees too. */
export function direEffet({ kind, cause: { message, id } }: Effet): string {
  return typographie(`${EFFETS[kind]} : ${message ?? cite(id)}`);
}

/** "47 500,00 € dans la référence, 45 700,00 € à présent (−1 800,00 €)". */
export function direDifference(difference: Difference): string {
  const { avant, apres } = difference;
  const ecart = direEcart(difference);
  const sides =
    avant === null
      ? `absent de la référence, ${apres?.valeur ?? ""} à présent`
      : apres === null
        ? `${avant.valeur} dans la référence, n’est plus dans le classeur`
        : `${avant.valeur} dans la référence, ${apres.valeur} à présent`;
  return typographie(ecart === "" ? sides : `${sides} (${ecart})`);
}
