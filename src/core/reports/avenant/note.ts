// The note of two pages for the « dialogue de gestion »: what changes and why, what follows from it, and each action before and after.
import { accord } from "../../domain/words/accord";
import { formatDate, formatMontant } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import { isArticleDit, nommerArticle } from "../../contract/clauses/articles";
import { articleDe } from "../../contract/clauses/articles-du-contrat";
import { ENVELOPPE } from "../../domain/variante";
import { formatEcart } from "./a-justifier";
import type { PartieDePiece, Piece } from "./piece";
import type { Proposition } from "./proposition";
import type { TableauDeLAvenant } from "./tableau";
import { lignesChangees, tableDesActions, tableDesAnnees, tableDesAxes, tableDesChangements } from "./tables";

const texte = (phrase: string): PartieDePiece => ({ kind: "texte", texte: typographie(phrase) });
const titre = (phrase: string): PartieDePiece => ({ kind: "titre", texte: typographie(phrase) });

/** What of the envelope no action takes, or too many take. */
export function direEnveloppe(annee: number, { enveloppe, total }: Proposition): string {
  const { avant, credits, reste } = enveloppe;
  const of =
    avant === credits ? formatMontant(credits) : `${formatMontant(credits)} (${formatMontant(avant)} au contrat)`;
  const taken = `Part de l’État ${annee} : ${formatMontant(total.apres.etat)} sur ${of}`;
  if (reste === 0) return typographie(`${taken}, enveloppe entière.`);
  const word = reste > 0 ? "reste" : "dépassement de";
  return typographie(`${taken}, ${word} ${formatMontant(reste > 0 ? reste : (-reste as typeof reste))}.`);
}

/** What the table cannot know yet. */
export function direReference({ reference, pasEncoreDue, annee, verse }: TableauDeLAvenant): string {
  const paid =
    reference !== null && verse.value !== null
      ? ` Versé par l’État en ${reference} : ${formatMontant(verse.value)}.`
      : "";
  const known = reference === null ? "Aucune année n’est encore close." : `Dernière année close : ${reference}.${paid}`;
  const later = pasEncoreDue
    ? ` L’exécution ${pasEncoreDue.annee}, attendue le ${formatDate(pasEncoreDue.le)}, dira ce qui peut réduire ${annee}.`
    : "";
  return typographie(known + later);
}

function reductionPart(convention: Proposition["convention"]): string {
  const article = articleDe(convention, ["financement"]);
  const cited = isArticleDit(article) ? ` (${nommerArticle(article)})` : "";
  return `Réduction possible : ce que le contrat${cited} permet de retirer des crédits de l’année suivante pour une sous-consommation sans justification ; rien n’est décidé ici.`;
}

export function composeNote(tableau: TableauDeLAvenant, proposition: Proposition): Piece {
  const { annee, intitule, asOf, etat, collectivite } = tableau;
  const { variante, rompus, aJustifier, cibles, convention, enveloppe } = proposition;
  const changed = lignesChangees(proposition);
  const { avant, credits } = enveloppe;
  const isEnveloppeChanged = avant !== credits;
  const motif = variante.motifs[ENVELOPPE]?.trim() || "à compléter.";
  const by = variante.par === "" ? "" : `, ${variante.par}`;
  return {
    titre: typographie(`Avenant ${annee} : note pour le dialogue de gestion`),
    sousTitre: typographie(
      `${intitule}. ${etat} et ${collectivite}. Variante ${cite(variante.nom)} du ${formatDate(variante.le)}${by}. Situation au ${formatDate(asOf)}. Projet, sans effet avant signature.`,
    ),
    pied: typographie(`Note pour le dialogue de gestion, avenant ${annee} – projet, sans effet avant signature`),
    asOf,
    parties: [
      titre("Ce qui change, et pourquoi"),
      ...(isEnveloppeChanged
        ? [
            texte(
              `L’enveloppe de l’État passe pour ${annee} de ${formatMontant(avant)} à ${formatMontant(credits)} (${formatEcart(avant, credits)}). Pourquoi : ${motif}`,
            ),
          ]
        : []),
      ...(changed.length === 0
        ? [
            texte(
              `Aucun montant ${isEnveloppeChanged ? "des actions " : ""}ne change : l’avenant fixe pour ${annee} ce que le contrat prévoyait.`,
            ),
          ]
        : [
            texte(`${accord(changed.length, "action change", "actions changent")} pour ${annee}.`),
            { kind: "table", table: tableDesChangements(tableau, proposition, true) } as const,
          ]),
      ...(cibles.length > 0
        ? [
            texte("Cibles nouvelles :"),
            {
              kind: "liste",
              textes: cibles.map(({ action, intitule: nom, annee: year, avant, apres }) =>
                typographie(`Action ${action}, ${nom}, ${year} : ${avant} → ${apres}.`),
              ),
            } as const,
          ]
        : []),
      titre("Ce qui en résulte"),
      texte(direEnveloppe(annee, proposition)),
      { kind: "table", table: tableDesAxes(proposition) },
      texte("Sur la durée du contrat :"),
      { kind: "table", table: tableDesAnnees(tableau, proposition) },
      titre("Ce qui reste ouvert"),
      ...(rompus.length === 0
        ? [texte("Rien ne serait rompu : enveloppe, parts et axes tiennent, d’après les règles du contrat.")]
        : [
            texte(`Seraient rompus, d’après les règles du contrat :`),
            { kind: "liste", textes: rompus.map(({ phrase }) => phrase) } as const,
          ]),
      ...(aJustifier.length > 0
        ? [texte("À justifier ou à fixer avant la signature :"), { kind: "liste", textes: aJustifier } as const]
        : []),
    ],
    annexe: {
      titre: typographie(`Action par action, avenant ${annee}`),
      texte: typographie(`${direReference(tableau)} ${reductionPart(convention)}`),
      table: tableDesActions(tableau, proposition),
    },
  };
}
