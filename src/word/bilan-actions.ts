// The report action by action: its objective, money, indicators and reasons as they are, and places for what agents write.
import { groupBy } from "../core/domain/group-by";
import type { FileChild } from "docx";
import type { Bilan, LigneFinanciere, LigneMatrice } from "../core/reports/bilan/bilan";
import { describeTauxBas } from "../core/reports/bilan/sous-consommation";
import { describeMotif } from "../core/domain/describe-motif";
import { formatPeriode } from "../core/reports/bilan/periode";
import type { Ecriture } from "../core/facts/ledger/ecriture";
import { formatMontant } from "../core/domain/words/format";
import { LEVELS } from "./bilan-indicators";
import { namesActions, noteOnActions } from "./limits";
import { dataTable, fitted, type Row, type TablePlan } from "./tables";
import { heading, list, prompt, text } from "./text";
import { writeCible, writeEvolution, writeIndicateur, writeMontant, writeTaux, writeValeur } from "./write-figures";

interface Column {
  readonly nom: string;
  readonly width: number;
  readonly write: (ecriture: Ecriture) => string;
}

function moneyColumns({ financier: { montre } }: Bilan): readonly Column[] {
  return [
    { nom: "Contractualisé", width: 1500, write: ({ contractualise }) => formatMontant(contractualise.total) },
    { nom: "Exécuté", width: 1500, write: ({ execute }) => writeMontant(execute.total) },
    { nom: "Taux", width: 950, write: ({ taux }) => writeTaux(taux) },
    { nom: "dont État", width: 1400, write: ({ execute }) => writeMontant(execute.etat) },
    ...(montre.autres
      ? [
          {
            nom: "Coût, autres financements compris",
            width: 1500,
            write: ({ execute }: Ecriture) => writeMontant(execute.cout),
          },
        ]
      : []),
    ...(montre.verse
      ? [
          { nom: "Versé par l’État", width: 1400, write: ({ verse }: Ecriture) => writeMontant(verse) },
          {
            nom: "Versé et non utilisé (État)",
            width: 1400,
            write: ({ nonUtilise }: Ecriture) => writeMontant(nonUtilise),
          },
        ]
      : []),
  ];
}

const PAGE = 9900;

function moneyTable(bilan: Bilan, { annees, cumul }: LigneFinanciere): FileChild {
  const columns = moneyColumns(bilan);
  const cells = (nom: string, ecriture: Ecriture): string[] => [nom, ...columns.map(({ write }) => write(ecriture))];
  const years = annees.map((year): Row => ({ cells: cells(`${year.annee}`, year), keepsNext: annees.length > 1 }));
  const [debut = 0, fin = 0] = [bilan.anneesCumulees[0], bilan.anneesCumulees.at(-1)];
  const sum: Row = { cells: cells(`Cumul ${formatPeriode({ debut, fin })}`, cumul), look: "total" };
  const plan: TablePlan = {
    widths: fitted([1250, ...columns.map(({ width }) => width)], PAGE),
    aligns: ["center", ...columns.map(() => "right" as const)],
    headings: [["Année", ...columns.map(({ nom }) => nom)]],
    rows: annees.length > 1 && bilan.anneesCumulees.length > 0 ? [...years, sum] : years,
  };
  return dataTable(plan);
}

function indicatorTable(lignes: readonly LigneMatrice[]): FileChild {
  const rows = lignes.flatMap((ligne): Row[] => {
    const { t0, t0EnMots, annees } = ligne;
    const name = { text: writeIndicateur(ligne), rows: annees.length };
    const start = { text: writeCible(t0, t0EnMots), rows: annees.length };
    return annees.map(
      ({ annee, cible, cibleEnMots, realise, taux, niveau, depuisT0, depuisPrecedente }, index): Row => {
        const figures = [`${annee}`, writeCible(cible, cibleEnMots), writeValeur(realise), writeTaux(taux)];
        const trend = [
          niveau === null ? "–" : LEVELS[niveau],
          writeEvolution(depuisT0),
          writeEvolution(depuisPrecedente),
        ];
        const cells = [...figures, ...trend];
        return { cells: index === 0 ? [name, start, ...cells] : cells, keepsNext: index < annees.length - 1 };
      },
    );
  });
  return dataTable({
    // A value told in words stands whole on its line: « satisfaisante ».
    widths: fitted([2300, 1150, 650, 1250, 1250, 850, 1100, 850, 850], PAGE),
    aligns: ["left", "right", "center", "right", "right", "right", "left", "right", "right"],
    headings: [["Indicateur", "T0", "Année", "Cible", "Réalisé", "Taux", "Résultat", "Depuis T0", "Sur un an"]],
    rows,
  });
}

function reasons(ligne: LigneFinanciere, localParty: string): FileChild[] {
  const { justifications, aJustifier, suites } = ligne;
  const given = [
    ...justifications.map((motif) => `${motif.annee} : ${describeMotif(motif, localParty)}.`),
    ...suites.map(({ annee, texte }) => `${annee} : ${texte}.`),
  ];
  const asked = aJustifier.map(
    (annee) => `[${annee} : sous-consommation à justifier, ${describeTauxBas(ligne, annee)}]`,
  );
  if (given.length + asked.length === 0) return [];
  return [heading(3, "Raisons des écarts"), ...list([...given, ...asked])];
}

function actionPart(bilan: Bilan, ligne: LigneFinanciere, matrice: readonly LigneMatrice[]): FileChild[] {
  const { action, objectif, annees } = ligne;
  return [
    heading(2, `Action ${action.numero} – ${action.intitule}`),
    heading(3, "Objectif"),
    objectif === null
      ? prompt("objectif principal de la fiche action signée ; ce classeur n’en a pas le texte.")
      : text(objectif),
    heading(3, "Moyens"),
    ...(annees.length === 0 ? [text("Aucun montant sur la période.")] : [moneyTable(bilan, ligne)]),
    heading(3, "Indicateurs"),
    ...(matrice.length === 0
      ? [text("Le contrat ne prévoit aucun indicateur pour cette action.")]
      : [indicatorTable(matrice)]),
    ...reasons(ligne, bilan.entete.collectivite.designation),
    heading(3, "Résultats obtenus"),
    prompt("ce qui a été fait, pour qui, avec quels partenaires, et le niveau d’atteinte des objectifs fixés."),
    heading(3, "Impact social sur les personnes"),
    prompt("dans la mesure du possible, ce que l’action a changé pour les personnes qui en bénéficient."),
    heading(3, "Difficultés et suites"),
    prompt("ce qui a freiné l’action, ce qui a été changé en conséquence, ce qui est prévu."),
  ];
}

export function actionParts(bilan: Bilan): FileChild[] {
  const byAction = groupBy(bilan.matrice, ({ action }) => action?.numero);
  return [
    heading(1, "Bilan action par action"),
    ...noteOnActions(bilan),
    ...(namesActions(bilan) ? bilan.financier.groupes : []).flatMap(({ lignes }) =>
      lignes.flatMap((ligne) => actionPart(bilan, ligne, byAction.get(ligne.action.numero) ?? [])),
    ),
  ];
}
