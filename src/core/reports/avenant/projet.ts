// The draft of the avenant itself: visas to fill in, an article for each kind of clause that changes, the budget annexed, both signatures.
import { isArticleDit, nommerArticle, type Matiere } from "../../contract/clauses/articles";
import { articleDe } from "../../contract/clauses/articles-du-contrat";
import { OBJETS, type Objet } from "../../contract/clauses/sheet-words";
import type { Convention } from "../../contract/convention";
import { formatDate, formatMontant } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import type { PartieDePiece, Piece } from "./piece";
import type { Proposition } from "./proposition";
import type { TableauDeLAvenant } from "./tableau";
import { lignesChangees, nomDAction, tableBudgetaire, tableDesAxes, tableDesChangements } from "./tables";

interface Article {
  readonly titre: string;
  readonly parties: readonly PartieDePiece[];
}

const texte = (phrase: string): PartieDePiece => ({ kind: "texte", texte: typographie(phrase) });
const liste = (phrases: readonly string[]): PartieDePiece => ({ kind: "liste", textes: phrases.map(typographie) });
const consigne = (phrase: string): PartieDePiece => ({ kind: "consigne", texte: typographie(phrase) });

/** " de l’article 2.2", where the contract says its number. */
function deLArticle(convention: Convention, matiere: Matiere): string {
  const article = articleDe(convention, [matiere]);
  return isArticleDit(article) ? ` (${nommerArticle(article)} du contrat)` : "";
}

/** "Pour l’État", "Pour la métropole". */
const pour = (nom: string): string => typographie(`Pour ${nom === "État" ? "l’État" : nom}`);

/** What an article of its own says. */
const DITS: ReadonlySet<Objet> = new Set<Objet>([
  "credits",
  "montant",
  "cible",
  "actionNouvelle",
  "actionTerminee",
  "axeAction",
]);

function articlesOf(tableau: TableauDeLAvenant, proposition: Proposition): readonly Article[] {
  const { annee } = tableau;
  const { convention, total, variante, cibles, lignes, enveloppe, effetLe } = proposition;
  const changed = lignesChangees(proposition);
  const of = (sort: (typeof lignes)[number]["sort"]) => lignes.filter((ligne) => ligne.sort === sort);
  const [nouvelles, terminees] = [of("nouvelle"), of("terminee")];
  const deplacees = lignes.filter(({ axeAvant }) => axeAvant !== null);
  const autres = variante.lignes.filter(({ objet }) => !DITS.has(objet));
  const isWhole = enveloppe.reste === 0;
  const before =
    enveloppe.avant === enveloppe.credits ? "" : `, au lieu de ${formatMontant(enveloppe.avant)} au contrat`;
  const articles: (Article | null)[] = [
    {
      titre: "Objet",
      parties: [
        texte(
          `Le présent avenant précise, pour l’année ${annee}, la contribution de l’État et les montants de chaque action${deLArticle(convention, "financement")}.`,
        ),
      ],
    },
    {
      titre: `Contribution de l’État pour ${annee}`,
      parties: isWhole
        ? [
            texte(
              `La contribution de l’État pour l’année ${annee} est fixée à ${formatMontant(total.apres.etat)}${before}, répartis entre les axes comme suit${deLArticle(convention, "versement")} :`,
            ),
            { kind: "table", table: tableDesAxes(proposition) },
          ]
        : [
            texte(
              `La contribution de l’État pour l’année ${annee} est fixée à ${formatMontant(enveloppe.credits)}${before}${deLArticle(convention, "versement")}.`,
            ),
            consigne(
              `répartition entre les axes : les actions prévoient ${formatMontant(total.apres.etat)}, ce qui n’est pas ce montant.`,
            ),
          ],
    },
    changed.length === 0
      ? null
      : {
          titre: `Montants des actions pour ${annee}`,
          parties: [
            texte("Les montants des actions ci-après remplacent ceux que le contrat prévoyait :"),
            { kind: "table", table: tableDesChangements(tableau, proposition, false) },
          ],
        },
    nouvelles.length === 0
      ? null
      : {
          titre: nouvelles.length === 1 ? "Action nouvelle" : "Actions nouvelles",
          parties: [
            texte("S’ajoute au contrat, avec la fiche action jointe au présent avenant :"),
            liste(nouvelles.map(({ action }) => `Axe ${action.axe}, action ${nomDAction(action)}.`)),
          ],
        },
    terminees.length === 0
      ? null
      : {
          titre: terminees.length === 1 ? "Fin d’une action" : "Fin d’actions",
          parties: [
            texte(`Prend fin, sans montant à compter de l’année ${annee} :`),
            liste(terminees.map(({ action }) => `Action ${nomDAction(action)}.`)),
          ],
        },
    deplacees.length === 0
      ? null
      : {
          titre: "Axe des actions",
          parties: [
            liste(
              deplacees.map(
                ({ action, axeAvant }) =>
                  `L’action ${nomDAction(action)} passe de l’axe ${axeAvant} à l’axe ${action.axe}.`,
              ),
            ),
          ],
        },
    cibles.length === 0
      ? null
      : {
          titre: "Cibles des indicateurs",
          parties: [
            texte(`Les cibles ci-après sont fixées${deLArticle(convention, "annexe")} :`),
            {
              kind: "table",
              table: {
                entetes: ["Indicateur", "Année", "Avant", "Après"],
                largeurs: [70, 12, 15, 15],
                lignes: cibles.map((cible) => ({
                  cellules: [
                    `Action ${cible.action} – ${cible.intitule}`,
                    String(cible.annee),
                    cible.avant,
                    cible.apres,
                  ],
                })),
              },
            },
          ],
        },
    autres.length === 0
      ? null
      : {
          titre: "Autres stipulations",
          parties: [
            liste(
              autres.map(({ objet, champs }) => {
                const { action, indicateur, intitule, valeur } = champs;
                const what = [action && `action ${action}`, indicateur && `indicateur ${indicateur}`, intitule, valeur];
                return `${OBJETS[objet]} : ${what.filter(Boolean).join(", ")}.`;
              }),
            ),
          ],
        },
    {
      titre: "Annexe",
      parties: [
        texte(`Le tableau budgétaire annexé au présent avenant remplace celui du contrat pour l’année ${annee}.`),
      ],
    },
    {
      titre: "Effet et autres stipulations du contrat",
      parties: [
        texte("Le présent avenant prend effet à sa signature par les deux parties."),
        ...(effetLe === null
          ? []
          : [texte(`Ce qu’il change sans le rattacher à une année prend effet le ${formatDate(effetLe)}.`)]),
        texte("Les stipulations du contrat qu’il ne modifie pas restent inchangées."),
      ],
    },
  ];
  return articles.filter((article) => article !== null);
}

export function composeProjet(tableau: TableauDeLAvenant, proposition: Proposition, numero: number): Piece {
  const { annee, intitule, asOf } = tableau;
  const { convention } = proposition;
  const { etat, collectivite, signeLe } = convention;
  const signed = signeLe === undefined ? "" : ` signé le ${formatDate(signeLe)}`;
  const party = ({ nom, representant, qualite }: typeof etat): string =>
    `${nom}, représenté(e) par ${[representant, qualite].filter(Boolean).join(", ") || "[nom et qualité]"}`;
  return {
    titre: typographie(`Avenant n° ${numero}`),
    sousTitre: typographie(`${intitule}. Projet pour l’année ${annee}, sans effet avant signature.`),
    pied: typographie(`Avenant n° ${numero} au ${intitule} – projet`),
    asOf,
    parties: [
      texte("Entre :"),
      liste([
        `${party(etat)}, ci-après « l’État » ;`,
        `${party(collectivite)}, ci-après « ${collectivite.designation} ».`,
      ]),
      texte(`Vu le ${intitule}${signed} ;`),
      consigne(
        "autres visas : textes, délibération du conseil autorisant la signature, inscription des crédits en loi de finances ;",
      ),
      texte("Il est convenu ce qui suit :"),
      ...articlesOf(tableau, proposition).flatMap(({ titre, parties }, index): PartieDePiece[] => [
        { kind: "titre", texte: typographie(`Article ${index + 1} – ${titre}`) },
        ...parties,
      ]),
      { kind: "signatures", noms: [etat.nom, collectivite.nom].map(pour) },
    ],
    annexe: {
      titre: typographie(`Annexe à l’avenant n° ${numero} – Tableau budgétaire`),
      texte: typographie(`Montants en euros, tels que l’avenant les laisse ; ceux de ${annee} sont fixés par lui.`),
      table: tableBudgetaire(convention, annee),
    },
  };
}
