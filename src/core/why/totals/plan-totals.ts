// « Actualiser les totaux » : every total of the budget and execution tables as a formula that adds each action once.
import { accord } from "../../domain/words/accord";
import { bandsOf, situateInBand, type Band } from "../../facts/bands";
import type { YearFact } from "../../facts/fact";
import { tablesOf } from "../../facts/fact-tables";
import { centimesIn } from "../../facts/formulas/formula-weights";
import { compareByRows, formatCellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import { formatListe, formatListeCourte } from "../../domain/words/format";
import { sheetsOf } from "../../facts/lines/table-places";
import { cite, typographie } from "../../domain/words/typographie";
import type { RawWorkbook } from "../../workbook-port";
import { BlockedTotals } from "./describe-blocked";
import { isUnfitFormat, RawCells } from "./raw-cells";
import { planShares } from "./share-changes";
import { BandTotals } from "./band-totals";
import type { TotalChange, TotalsPlan } from "./total-change";
import { nearestMontant } from "../../domain/values/montant";

const NAMED = 4;

function inSheetOrder({ cell: left }: TotalChange, { cell: right }: TotalChange): number {
  return compareByRows(left, right);
}

/** The first fit format among the cells that the total adds. */
function formatLike(addends: readonly YearFact[], cells: RawCells): string {
  for (const { cell } of addends) {
    const format = cells.numberFormat(cell.ref);
    if (!isUnfitFormat(format)) return format;
  }
  return "General";
}

interface Planned {
  readonly changes: readonly TotalChange[];
  readonly unchanged: number;
  readonly blocked: readonly string[];
}

function planBand({ convention }: Dossier, band: Band, totals: BandTotals, cells: RawCells): Planned {
  const blocked = new BlockedTotals(convention, band);
  const changes: TotalChange[] = [];
  let unchanged = 0;
  for (const { fact, addends } of band.sums) {
    const jugement = totals.of(fact);
    if (jugement.kind === "blocked") blocked.add(fact, jugement.obstacles);
    else if (jugement.kind === "right") unchanged += 1;
    else if (jugement.kind === "change") {
      const { formula, centimes } = jugement;
      const { ref, text, formula: old } = fact.cell;
      changes.push({
        cell: ref,
        label: situateInBand(convention, band, fact).place,
        grandeur: "montant",
        before: { formula: old, text, figure: fact.known.value },
        formula,
        after: nearestMontant(centimes),
        value: centimes / centimesIn(fact),
        numberFormat: isUnfitFormat(cells.numberFormat(ref)) ? formatLike(addends, cells) : null,
        isHidden: cells.isHidden(ref),
      });
    }
  }
  return { changes, unchanged, blocked: blocked.sentences() };
}

function describe(changes: readonly TotalChange[], covered: readonly TotalChange[]): readonly string[] {
  const reformatted = changes.filter(({ numberFormat, grandeur }) => numberFormat !== null && grandeur === "montant");
  const hidden = changes.filter(({ isHidden }) => isHidden);
  const list = (some: readonly TotalChange[]) =>
    formatListeCourte(
      some.map(({ cell }) => formatCellRef(cell)),
      NAMED,
    );
  const notes = [
    reformatted.length > 0 &&
      `Le format Texte ou Date de ${list(reformatted)} garderait la formule comme un texte ou montrerait une date : il est remplacé par celui des montants additionnés.`,
    hidden.length > 0 &&
      `${accord(hidden.length, "cellule à modifier est masquée", "cellules à modifier sont masquées")} : ${list(hidden)}.`,
    covered.length > 0 &&
      `Dans une zone fusionnée, seule la première cellule compte : ${list(covered)} n’est pas modifié. Annulez la fusion pour y mettre un total.`,
  ];
  return notes.filter((note) => note !== false).map(typographie);
}

export function planTotals(dossier: Dossier, raw: RawWorkbook): TotalsPlan {
  const cells = new RawCells(raw);
  const tables = tablesOf(dossier).amounts;
  const planned = tables.flatMap((table): readonly Planned[] => {
    const { parts, beside } = bandsOf(table);
    const totals = new BandTotals(parts);
    const others = tables.flatMap(({ tableau }) => (tableau === table.tableau ? [] : [tableau]));
    return [
      planBand(dossier, parts, totals, cells),
      ...beside.map((band) => planBand(dossier, band, new BandTotals(band), cells)),
      planShares(dossier.convention, totals, others, cells),
    ];
  });
  const changes = planned.flatMap((each) => each.changes).sort(inSheetOrder);
  const shown = changes.filter(({ cell }) => !cells.isCovered(cell));
  const covered = changes.filter(({ cell }) => cells.isCovered(cell));
  return {
    tables: tables.map(({ nom, tableau }) => `${nom} (${formatListe(sheetsOf(tableau).map(cite))})`),
    changes: shown,
    unchanged: planned.reduce((sum, each) => sum + each.unchanged, 0),
    blocked: planned.flatMap((each) => each.blocked),
    notes: describe(shown, covered),
  };
}
