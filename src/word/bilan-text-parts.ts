// The parts of the bilan that agents write, with what the figures already say: front page, synthesis, actions, discrepancies.
import { Paragraph, HeadingLevel, type FileChild } from "docx";
import type { Bilan } from "../core/reports/bilan/bilan";
import { empreinteCourte } from "../core/contract/signed/sceau";
import { formatCellRef } from "xlsx-model/cell-ref";
import { accord } from "../core/domain/words/accord";
import { formatDate, formatListe, formatListeCourte, formatMontant } from "../core/domain/words/format";
import { typographie } from "../core/domain/words/typographie";
import { describeMotif } from "../core/domain/describe-motif";
import type { Finding } from "../core/verification";
import { firstOf } from "./limits";
import { dataTable } from "./tables";
import { heading, list, prompt, tableLead, text } from "./text";
import { writeMontant, writeTaux } from "./write-figures";

const CELLS_SHOWN = 3;

function nameAvenants({ entete: { avenants } }: Bilan): string {
  if (avenants.length === 0) return "aucun";
  return formatListe(avenants.map(({ numero, signeLe }) => `n°\u00a0${numero} du ${formatDate(signeLe)}`));
}

export function frontPart(bilan: Bilan): FileChild[] {
  const { entete, manques, etats } = bilan;
  const { shown, note } = firstOf(manques);
  const identity: readonly (readonly [string, string])[] = [
    ["État", entete.etat.nom],
    [entete.collectivite.designation, entete.collectivite.nom],
    ["Période", entete.periodeTexte],
    ["Date de vérification", formatDate(entete.asOf)],
    ["Avenants en vigueur", nameAvenants(bilan)],
    ["Classeur", entete.classeur],
    ...(entete.mesures === null ? [] : [["Montants exécutés", entete.mesures] as const]),
    ...(entete.empreinte === null ? [] : [["Empreinte du contrat signé", empreinteCourte(entete.empreinte)] as const]),
  ];
  return [
    new Paragraph({ text: typographie(`Bilan d’exécution ${entete.periodeTexte}`), heading: HeadingLevel.TITLE }),
    text(entete.intitule, "Soustitre"),
    dataTable({
      widths: [2600, 7300],
      aligns: ["left", "left"],
      headings: [],
      rows: identity.map(([label, value]) => ({ cells: [{ text: label, isStrong: true }, typographie(value)] })),
    }),
    heading(1, "État du bilan"),
    ...list([etats.chiffres, etats.textes, etats.deliberation]),
    ...(manques.length > 0
      ? [
          ...list(
            shown.map(({ texte, cells }) => {
              const where = formatListeCourte(cells.map(formatCellRef), CELLS_SHOWN);
              return where === "" ? texte : `${texte} (${where})`;
            }),
          ),
          ...note,
          text("Cette partie est à supprimer avant la transmission du bilan.", "Note"),
        ]
      : []),
    heading(1, "Contexte et gouvernance"),
    prompt(
      "rappel du contexte local, instances de pilotage réunies pendant la période, association des personnes concernées.",
    ),
  ];
}

export function synthesisPart({ phrases, synthese }: Bilan): FileChild[] {
  return [
    heading(1, "Synthèse par axe"),
    ...list(phrases),
    prompt("appréciation d’ensemble de la période, faits marquants, points de vigilance."),
    dataTable({
      widths: [3050, 1550, 1450, 900, 1450, 1500],
      aligns: ["left", "right", "right", "right", "right", "center"],
      headings: [["Axe", "Contractualisé", "Exécuté", "Taux", "Non consommé", "Cibles atteintes"]],
      rows: synthese.map(({ axe, cumul, indicateurs }) => ({
        cells: [
          `Axe ${axe.numero} – ${axe.intitule}`,
          formatMontant(cumul.contractualise.total),
          writeMontant(cumul.execute.total),
          writeTaux(cumul.taux),
          writeMontant(cumul.nonConsomme),
          `${indicateurs.atteints} sur ${indicateurs.attendus}`,
        ],
      })),
    }),
    ...synthese.flatMap(({ axe, phrases: sentences }) => [
      heading(2, `Axe ${axe.numero} – ${axe.intitule}`),
      ...list(sentences),
      prompt(`bilan qualitatif de l’axe ${axe.numero}.`),
    ]),
  ];
}

const SEVERITIES = { error: "Erreur", warning: "Avertissement", info: "Information" } as const;

function findingTable(findings: readonly Finding[], isJustified: boolean, localParty: string): FileChild[] {
  const { shown, note } = firstOf(findings);
  const table = dataTable({
    widths: isJustified ? [1400, 900, 4100, 3500] : [1400, 900, 7600],
    aligns: ["left", "center", "left", "left"],
    headings: [["Gravité", "Article", "Constat", ...(isJustified ? ["Justification"] : [])]],
    rows: shown.map(({ severity, article, message, cells, justification }) => ({
      cells: [
        SEVERITIES[severity],
        article,
        cells.length === 0 ? message : `${message}\n${formatListeCourte(cells.map(formatCellRef), CELLS_SHOWN)}`,
        ...(isJustified ? [justification ? describeMotif(justification, localParty) : "–"] : []),
      ],
    })),
  });
  return [table, ...note];
}

export function discrepancyPart({ entete, ecartsOuverts, ecartsJustifies, ecartsAcceptes }: Bilan): FileChild[] {
  const { designation } = entete.collectivite;
  return [
    heading(1, "Écarts et justifications"),
    heading(2, "Écarts ouverts"),
    ...(ecartsOuverts.length > 0
      ? [
          tableLead(`${accord(ecartsOuverts.length, "écart")} à corriger ou à justifier.`),
          ...findingTable(ecartsOuverts, false, designation),
        ]
      : [text("Aucun écart ouvert sur la période, dans ce qui a pu être vérifié.")]),
    heading(2, "Écarts justifiés, en attente de l’autre partie"),
    ...(ecartsJustifies.length > 0
      ? findingTable(ecartsJustifies, true, designation)
      : [text("Aucun écart justifié n’attend l’autre partie.")]),
    heading(2, "Écarts acceptés par l’autre partie"),
    ...(ecartsAcceptes.length > 0 ? findingTable(ecartsAcceptes, true, designation) : [text("Aucun écart accepté.")]),
    heading(1, "Perspectives"),
    prompt("priorités de la période suivante, évolutions proposées par avenant."),
    heading(1, "Délibération et transmission"),
    prompt("date de la délibération sur le rapport d’exécution, date de sa transmission au préfet."),
  ];
}
