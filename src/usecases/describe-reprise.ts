// French sentences on what is taken of another copy: figures that differ first, then what is taken, then what contradicts.
import type { Dernier } from "../core/domain/reprise";
import { accord } from "../core/domain/words/accord";
import { cite, typographie } from "../core/domain/words/typographie";
import type { LigneMontree } from "./compare-workbook";
import type { ParoleMontree, PriseMontree, RepriseMontree } from "./plan-reprise";

const direDifferentes = (number: number): string =>
  typographie(
    `${accord(number, "chiffre ou texte diffère", "chiffres ou textes diffèrent")} entre les deux classeurs. Aucun n’est repris ; ce qui a été dit d’autres chiffres se lit, et ne compte pas ici.`,
  );

const direLigne = ({ libelle, avant, apres }: LigneMontree): string =>
  typographie(`${libelle} : ${apres ?? "rien"} ici, ${avant ?? "rien"} dans le classeur reçu`);

/** "Motif, version 2", "Accepté", "Refusé", "Commentaire". */
export const nommerParole = ({ kind, decision, version }: ParoleMontree): string =>
  kind === "comment"
    ? "Commentaire"
    : kind === "reason"
      ? `Motif, version ${version}`
      : decision === "refused"
        ? "Refusé"
        : "Accepté";

const direParole = (one: ParoleMontree): string =>
  [one.texte && cite(one.texte), one.signature && `(${one.signature})`].filter(Boolean).join(" ");

const direPrise = (one: PriseMontree): string =>
  `${one.libelle} : ${nommerParole(one)} ${direParole(one)}${one.ailleurs ? ", pour d’autres chiffres" : ""}.`;

const direConflits = (number: number): string =>
  accord(number, "conflit : les deux textes sont gardés", "conflits : les deux textes de chacun sont gardés");

const RIEN = "Rien à reprendre : ce classeur a déjà tout ce que l’autre dit.";

export function describeReprise(reprise: RepriseMontree, dernier: Dernier): readonly string[] {
  const { recu, remarques, differences, prises, conflits, laissees } = reprise;
  const last = dernier === "recu" ? "celui du classeur reçu compte" : "celui de ce classeur compte";
  return [
    `Réponses reprises de ${cite(recu)}`,
    ...remarques,
    ...(differences.length > 0 ? [direDifferentes(differences.length)] : []),
    ...differences.map((one) => `  – ${direLigne(one)}.`),
    ...(prises.length === 0 ? [RIEN] : prises.map((one) => `  – ${direPrise(one)}`)),
    ...(conflits.length > 0 ? [`${direConflits(conflits.length)}, ${last}.`] : []),
    ...conflits.map(
      ({ libelle, ici, recu: other }) => `  – ${libelle} : ici ${direParole(ici)} ; reçu ${direParole(other)}.`,
    ),
    ...laissees.map((one) => `  – Non repris, ${one}`),
  ].map(typographie);
}
