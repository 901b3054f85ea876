// The defects of a formula in French, each with the cells that it concerns.
import { groupBy } from "../../domain/group-by";
import type { YearFact } from "../fact";
import type { Defaut } from "./analyse-formule";
import type { Convention } from "../../contract/convention";
import { formatMontant } from "../../domain/words/format";
import { nearestMontant } from "../../domain/values/montant";
import { nameFacts } from "../lines/name-fact";

const SENTENCES: Readonly<Record<Exclude<Defaut["kind"], "constante">, string>> = {
  manque: "La formule ne compte pas {cellules}.",
  masque: "La formule laisse de côté des lignes masquées : {cellules}.",
  "plusieurs-fois": "La formule compte plus d’une fois {cellules}.",
  signe: "La formule soustrait au lieu d’ajouter {cellules}.",
  parts: "La formule ne compte qu’en partie {cellules}.",
  etranger: "La formule compte aussi {cellules}, qu’elle ne devrait pas additionner.",
  "avec-ses-actions": "La formule compte un sous-total en plus de ses actions : {cellules}.",
  texte: "SOMME ignore un montant saisi comme un texte : {cellules}.",
  report: "La formule reprend un total qui n’est pas la somme de ses lignes : {cellules}.",
  "total-affiche": "La formule additionne les deux parts, dont le total affiché n’est pas la somme : {cellules}.",
  decimales: "La formule additionne des décimales plus fines que le centime : {cellules}.",
};

/** One sentence a kind of defect, in the order in which they were found. */
export function describeDefauts(convention: Convention, defauts: readonly Defaut[], from: YearFact): string {
  const sentences = [...groupBy(defauts, ({ kind }) => kind)].map(([kind, same]) => {
    if (kind === "constante") {
      const montant = nearestMontant(same.reduce((sum, { ecart }) => sum + ecart, 0));
      return `La formule ajoute un nombre saisi dans la formule : ${formatMontant(montant)}.`;
    }
    const facts = same.flatMap(({ fact }) => fact ?? []);
    // A function, for a label of the workbook may hold the signs of a replacement.
    return SENTENCES[kind].replace("{cellules}", () => nameFacts(convention, facts, from));
  });
  return sentences.join(" ");
}
