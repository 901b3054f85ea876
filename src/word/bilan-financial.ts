// The financial part: contracted and executed per action and year, by axe, and what explains the gaps.
import type { FileChild } from "docx";
import type { Bilan, EcritureAnnuelle, GroupeFinancier, LigneFinanciere } from "../core/reports/bilan/bilan";
import type { Ecriture } from "../core/facts/ledger/ecriture";
import { formatPeriode } from "../core/reports/bilan/periode";
import { describeTauxBas } from "../core/reports/bilan/sous-consommation";
import { describeDecision, signMotif } from "../core/domain/describe-motif";
import { formatMontant } from "../core/domain/words/format";
import { typographie } from "../core/domain/words/typographie";
import { firstOf, namesActions, noteOnActions } from "./limits";
import { dataTable, type Cell, type Row } from "./tables";
import { heading, prompt, tableLead, text } from "./text";
import { writeMontant, writeTaux } from "./write-figures";

const WIDTHS = [3880, 1150, 1330, 1330, 1330, 1330, 1330, 1330, 1020, 1330] as const;
const FIGURES = 8;
const ALIGNS = ["left", "center", ...Array<"right">(FIGURES).fill("right")] as const;

function headings({ entete }: Bilan): readonly (readonly Cell[])[] {
  const { designation } = entete.collectivite;
  return [
    [
      { text: "Action", rows: 2 },
      { text: "Année", rows: 2 },
      { text: "Contractualisé", columns: 3 },
      { text: "Exécuté", columns: 3 },
      { text: "Taux", rows: 2 },
      { text: "Non consommé", rows: 2 },
    ],
    ["État", designation, "Total", "État", designation, "Total"],
  ];
}

function figures({ contractualise, execute, taux, nonConsomme }: Ecriture): string[] {
  return [
    formatMontant(contractualise.etat),
    formatMontant(contractualise.collectivite),
    formatMontant(contractualise.total),
    writeMontant(execute.etat),
    writeMontant(execute.collectivite),
    writeMontant(execute.total),
    writeTaux(taux),
    writeMontant(nonConsomme),
  ];
}

/** The name stands once, beside all its years and their sum. */
function block(
  name: string,
  annees: readonly EcritureAnnuelle[],
  cumul: Ecriture,
  { anneesCumulees }: Bilan,
  look: "line" | "total",
): Row[] {
  const hasSum = annees.length > 1;
  const first = { text: name, rows: annees.length + (hasSum ? 1 : 0) };
  const years = annees.map((year, index): Row => {
    const cells = [`${year.annee}`, ...figures(year)];
    return { cells: index === 0 ? [first, ...cells] : cells, look, keepsNext: hasSum };
  });
  const [debut = 0, fin = 0] = [anneesCumulees[0], anneesCumulees.at(-1)];
  const label = anneesCumulees.length === annees.length ? "Cumul" : `Cumul ${formatPeriode({ debut, fin })}`;
  return hasSum ? [...years, { cells: [label, ...figures(cumul)], look: "total" }] : years;
}

const nameAction = ({ action }: LigneFinanciere): string => `Action ${action.numero} – ${action.intitule}`;

function axeTable(bilan: Bilan, { axe, lignes, annees, cumul }: GroupeFinancier): FileChild {
  return dataTable({
    widths: WIDTHS,
    aligns: ALIGNS,
    headings: headings(bilan),
    rows: [
      ...(namesActions(bilan) ? lignes : []).flatMap((ligne) =>
        block(nameAction(ligne), ligne.annees, ligne.cumul, bilan, "line"),
      ),
      ...block(`Axe ${axe.numero}, ensemble`, annees, cumul, bilan, "total"),
    ],
  });
}

function justificationTable(lignes: readonly LigneFinanciere[], localParty: string): FileChild[] {
  const rows = lignes.flatMap((ligne) => [
    ...ligne.justifications.map((justification): Row => {
      const { annee, text: given, by, party, on, source } = justification;
      const origin = source === "tableau" ? "tableau d’exécution" : "feuille « Écarts »";
      return {
        cells: [
          `Action ${ligne.action.numero}`,
          `${annee}`,
          given,
          signMotif(by, party, on, localParty) || "–",
          describeDecision(justification, localParty),
          origin,
        ],
      };
    }),
    ...ligne.aJustifier.map((annee): Row => ({
      cells: [
        `Action ${ligne.action.numero}`,
        `${annee}`,
        typographie(`[À justifier : cause de la sous-consommation, ${describeTauxBas(ligne, annee)}]`),
        "–",
        "–",
        "–",
      ],
    })),
  ]);
  const { shown, note } = firstOf(rows);
  if (rows.length === 0) return [text("Aucune sous-consommation à justifier, et aucune justification donnée.")];
  return [
    dataTable({
      widths: [1300, 900, 6700, 2000, 2600, 1810],
      aligns: ["left", "center", "left", "left", "left", "left"],
      headings: [["Action", "Année", "Justification", "Par, pour, le", "Décision de l’autre partie", "Donnée dans"]],
      rows: shown,
    }),
    ...note,
  ];
}

function outsideTable({ financier, annees }: Bilan): FileChild[] {
  if (financier.horsContrat.length === 0) return [];
  const { shown, note } = firstOf(financier.horsContrat);
  const width = Math.floor(9000 / annees.length);
  return [
    heading(2, "Montants hors contrat"),
    tableLead(
      "Ces lignes ont des montants exécutés et ne sont pas des actions du contrat : aucun total ne les compte.",
    ),
    dataTable({
      widths: [6000, ...annees.map(() => width)],
      aligns: ["left", ...annees.map(() => "right" as const)],
      headings: [["Ligne du classeur", ...annees.map(String)]],
      rows: shown.map(({ libelle, annees: years }) => ({
        cells: [
          libelle,
          ...annees.map((annee) => {
            const year = years.find((each) => each.annee === annee);
            return year ? writeMontant(year.total) : "–";
          }),
        ],
      })),
    }),
    ...note,
  ];
}

export function financialPart(bilan: Bilan): FileChild[] {
  const { groupes, annees, cumul } = bilan.financier;
  return [
    heading(1, "Exécution financière"),
    text(
      "Contractualisé : montants du contrat en vigueur. Exécuté : montants du tableau d’exécution du classeur. Non consommé : contractualisé moins exécuté.",
      "Note",
    ),
    ...noteOnActions(bilan),
    ...groupes.flatMap((groupe) => [
      heading(2, `Axe ${groupe.axe.numero} – ${groupe.axe.intitule}`),
      axeTable(bilan, groupe),
      prompt(`commentaire de l’exécution de l’axe ${groupe.axe.numero}, écarts au prévisionnel et reports éventuels.`),
    ]),
    heading(2, "Ensemble du contrat"),
    dataTable({
      widths: WIDTHS,
      aligns: ALIGNS,
      headings: headings(bilan),
      rows: block("TOTAL", annees, cumul, bilan, "total"),
    }),
    ...outsideTable(bilan),
    heading(2, "Justifications"),
    ...justificationTable(
      groupes.flatMap(({ lignes }) => lignes),
      bilan.entete.collectivite.designation,
    ),
  ];
}
