// Understands a workbook: finds its tables, keeps the one of each kind, and says why where there is none.
import { isSameSheet } from "../domain/cell-ref";
import { conventionEnVigueur } from "../contract/avenants/avenant";
import { estMemeContrat } from "../contract/signed/meme-contrat";
import type { Dossier, SourceContrat, TableAbsente, TableauBudgetaire } from "../domain/dossier";
import type { RawSheet, RawWorkbook } from "../workbook-port";
import { aQuiEstCeClasseur } from "./appartenance";
import { chooseContrat, type ContratChoisi } from "./contrat/choose-contrat";
import { contratsConnus, contredisent, recogniseContrat, type Contrats } from "./contrat/recognise-contrat";
import { accountFor } from "./account/account-for";
import { leastAmount } from "./account/judge-figures";
import { readCells } from "./account/read-cells";
import { leftAside, tablesRead } from "./account/tables-read";
import { findTables } from "./find-tables";
import { gatherTables, heldTables, namesTheContract, type Tableau } from "./gather-tables";
import { createHeadingReader } from "./headings/headings";
import { createLabelReader, type LabelReader } from "./labels/label-reader";
import { withoutEarlierYears } from "./amounts/earlier-years";
import { joinCumuls } from "./amounts/cumul-tables";
import { mergeAmountTables } from "./amounts/merge-amount-tables";
import { withoutBudget } from "./amounts/said-once";
import { mergeIndicatorTables } from "./indicators/merge-indicator-tables";
import { readTargetsOnce } from "./indicators/targets-again";
import { readParts } from "./parts/read-parts";
import { findUnreadParts } from "./parts/unread-parts";
import { answeredColumns, answeredRows, heldAnswers, setAside, asAnswered } from "./roles/answers";
import { askColumns, type Asking } from "./roles/ask-columns";
import { askIndicators } from "./roles/ask-indicators";
import { askRows } from "./roles/ask-rows";
import { sumsAside } from "./roles/sums-aside";
import { withFormerAnswers } from "./roles/former-answers";
import { askTables } from "./roles/ask-tables";
import { askUnits, heldUnits, unitSaid } from "./roles/ask-units";
import { rowRoles } from "./roles/row-roles";
import { withoutRanges } from "./sheet-grid";
import { askDirections, heldDirections, isTransposed, transposed, turnedBack } from "./transposed";
import { findUnread } from "./unread-ranges";
import { unreadRepeats } from "./unread-repeats";
import { chooseRecaps, unreadInRecap } from "./recaps";
import { joinSplitLabels } from "./labels/split-labels";

const KINDS = ["budget", "execution", "indicators"] as const;

/** A workbook needs no such table: its lack is nothing to explain, a choice to make is. */
const isSeveral = (absence: TableAbsente | null): TableAbsente | null =>
  absence?.reason === "plusieurs" ? absence : null;

function explainUnread({ name, resultSheet, visibility }: RawSheet): { readonly sheet: string; readonly why: string } {
  if (resultSheet !== null && resultSheet !== "contrat") {
    return { sheet: name, why: "feuille de résultats de la vérification" };
  }
  return { sheet: name, why: visibility === "visible" ? "feuille du contrat" : "feuille masquée, non lue" };
}

/** Where the agent named a definition after the file, and the tables say so too, a sheet or a seal of another contract does not serve. */
function overruled(raw: RawWorkbook, contrats: Contrats, asOf: string, contrat: ContratChoisi): ContratChoisi {
  const nomme = "connus" in contrats ? contrats.nomme : null;
  if (!nomme || contrat.source !== "workbook" || (contrat.porte && estMemeContrat(contrat.porte, nomme)))
    return contrat;
  const feuilles = contrat.autres.map(({ sheet }) => sheet);
  const [best, another] = contredisent(feuilles, contrat.convention, contrats);
  return best && estMemeContrat(best.convention, nomme) && !another
    ? chooseContrat(raw, nomme, asOf, "given")
    : contrat;
}

/** `asOf` is an ISO date; `source` says where the contract comes from that serves where the workbook has no sheet for it. */
export function readDossier(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  source: Exclude<SourceContrat, "workbook"> = "built-in",
): Dossier {
  const reconnu = recogniseContrat(raw, contrats);
  const connus = [reconnu.convention, ...contratsConnus(contrats)];
  const contrat = overruled(raw, contrats, asOf, chooseContrat(raw, reconnu.convention, asOf, source, connus));
  const enVigueur = conventionEnVigueur(contrat.convention, asOf);
  const headings = createHeadingReader(enVigueur.convention);
  const labels = createLabelReader(enVigueur.convention);
  // The same words may be something else on another sheet, where nobody said anything of them.
  const labelsOf = (sheet: string): LabelReader => {
    const roles = rowRoles(raw.reponses ?? [], sheet);
    return roles.size === 0 ? labels : createLabelReader(enVigueur.convention, roles);
  };
  const least = leastAmount(enVigueur.convention);
  const sheets = contrat.autres.map(({ sheet, grid: asTyped }) => {
    const { grid: joined, labels: labelsReunis } = joinSplitLabels(asTyped, labels.index);
    const { name, hiddenRows, hiddenColumns } = sheet;
    const columns = answeredColumns(joined, raw.reponses ?? []);
    const answered = [...columns, ...answeredRows(joined, raw.reponses ?? [])];
    const grid = asAnswered(joined, answered, labels);
    return {
      grid,
      sheet,
      columns,
      answered,
      aside: setAside(joined, answered, labels),
      lue: { sheet: name, hiddenRows, hiddenColumns, labelsReunis },
    };
  });
  const reponsesGardees = raw.reponses ?? [];
  const found = sheets.map(({ grid: asSeen, sheet, columns }) => {
    const isTurned = isTransposed(reponsesGardees, asSeen.sheet);
    const grid = isTurned ? transposed(sheet) : asSeen;
    const tables = findTables(grid, {
      headings,
      labels: labelsOf(grid.sheet),
      isAmended: enVigueur.avenants.length > 0,
      least,
      answered: columns,
      unit: unitSaid(reponsesGardees, grid.sheet),
    });
    return isTurned ? turnedBack(tables, grid.sheet) : tables;
  });
  const ownSheets = new Set(contrat.autres.map(({ sheet }) => sheet));
  const unread = raw.sheets.filter((sheet) => !ownSheets.has(sheet)).map(explainUnread);
  const said = { reponses: raw.reponses ?? [], choices: raw.choices, sheets: raw.sheets.map(({ name }) => name) };
  const mergeAmounts = (parts: Parameters<typeof mergeAmountTables>[0]): TableauBudgetaire =>
    mergeAmountTables(parts, enVigueur.convention.axes);
  const sheetsOf = <Kind extends (typeof KINDS)[number]>(kind: Kind) => found.map((one) => one[kind]);
  const tablesOf = (kind: (typeof KINDS)[number]): readonly Tableau[] =>
    sheetsOf(kind).flatMap(({ parts }) => parts.map(({ table }) => table));
  const contractYears = enVigueur.convention.annees.map(({ annee }) => annee);
  const [firstYear = -Infinity] = contractYears;
  const planned = withoutEarlierYears(sheetsOf("budget"), firstYear);
  const spent = withoutEarlierYears(sheetsOf("execution"), firstYear);
  const cumuls = joinCumuls(spent.sheets);
  const budget = gatherTables("budget", planned.sheets, mergeAmounts, said, unread);
  const execution = gatherTables("execution", cumuls.sheets, mergeAmounts, said, unread);
  const measured = readTargetsOnce(sheetsOf("indicators"));
  const indicators = gatherTables("indicators", measured, mergeIndicatorTables, said, unread);
  const executed = execution.table && budget.table ? withoutBudget(execution.table, budget.table) : execution.table;
  const nonSien = aQuiEstCeClasseur({
    contrats,
    reconnu,
    convention: enVigueur.convention,
    source: contrat.source,
    porte: contrat.porte,
    feuilles: contrat.autres.map(({ sheet }) => sheet),
    tables: { budget: budget.table, execution: executed, indicators: indicators.table },
  });
  const inconnu = contrat.inconnu ?? nonSien?.phrase ?? null;
  const grids = sheets.map(({ grid }) => grid);
  const ours = KINDS.flatMap(tablesOf).filter(namesTheContract);
  const parts = readParts(
    grids,
    ours.map(({ range }) => range),
    enVigueur.convention,
    headings,
    labels,
    contrat,
  );
  const recaps = chooseRecaps(
    found.flatMap((one) => one.recaps),
    { budget: budget.table, execution: executed },
    parts.ranges,
  );
  const tables = KINDS.flatMap((kind) => {
    const all = tablesOf(kind);
    // Beside a table of the contract, one that names nothing of it was left aside.
    return all.some(namesTheContract) ? all.filter(namesTheContract) : all;
  });
  const unreadTables = [
    ...found.flatMap((one) => one.unread),
    ...planned.unread,
    ...spent.unread,
    ...cumuls.unread,
    ...unreadRepeats(budget.table?.redites, "budget"),
    ...unreadRepeats(execution.table?.redites, "execution"),
    ...unreadRepeats(indicators.table?.redites, "indicators"),
    ...unreadRepeats(parts.imputation?.redites, "imputation"),
    ...unreadRepeats(parts.echeancier?.redites, "echeancier"),
  ];
  const unreadRecaps = recaps.flatMap((recap) => unreadInRecap(recap, contractYears));
  const reminders = found.flatMap((one) => one.reminders);
  const summedUp = recaps.map(({ tableau }) => tableau);
  const taken = [
    ...[...tables, ...summedUp, ...unreadTables, ...unreadRecaps, ...reminders].map(({ range }) => range),
    ...parts.ranges,
  ];
  const rests = grids.map((grid) => withoutRanges(grid, taken));
  const named = [
    ...(contrat.ecartees ?? []),
    ...unreadTables,
    ...findUnreadParts(rests, {
      taken,
      coordonnees: parts.coordonnees,
      codes: new Set(enVigueur.convention.imputation.lignes.map(({ code }) => code)),
      labels,
    }),
  ];
  const dossier: Dossier = {
    convention: enVigueur.convention,
    avenants: enVigueur.avenants,
    asOf,
    budget: budget.table,
    execution: executed,
    indicators: indicators.table,
    ...(recaps.length > 0 && { recapitulatifs: recaps }),
    fiches: parts.fiches,
    imputation: parts.imputation,
    coordonnees: parts.coordonnees,
    echeancier: parts.echeancier,
    feuilleContrat: contrat.feuille,
    sourceContrat: contrat.source,
    ...(contrat.signe && { contratSigne: contrat.signe }),
    ...(inconnu !== null && { contratInconnu: inconnu }),
    ...(nonSien && (nonSien.question ? { question: nonSien.question } : { autreContrat: true })),
    absences: [
      budget.absence,
      indicators.absence,
      isSeveral(execution.absence),
      ...parts.absences,
      contrat.absence,
    ].filter((absence) => absence !== null),
    choix: [budget.choix, execution.choix, indicators.choix].filter((choix) => choix !== null),
    feuilles: sheets.map(({ lue }) => lue),
  };
  const notKept = leftAside(tables, dossier).map(({ range }) => ({
    range,
    pourquoi: "tableau qui n’a pas été retenu",
  }));
  const apart = [...found.flatMap((one) => one.aside), ...notKept];
  const read = readCells(dossier);
  const account = accountFor(grids, {
    dossier,
    tables: tablesRead(dossier),
    read,
    asked: [...unreadRecaps, ...reminders, ...findUnread(rests, headings, labels)],
    said: [...named, ...apart].map(({ range }) => range),
    least,
    headings,
    labels,
  });
  const nonLus = [...named, ...account.nonLus];
  const aPart = [...sheets.flatMap(({ aside }) => aside), ...apart, ...account.aPart];
  const tellUnits = tablesRead(dossier);
  const unitOf = (sheet: string) => tellUnits.find(({ range }) => isSameSheet(range.sheet, sheet))?.unit ?? "€";
  const allAnswered = sheets.flatMap(({ answered }) => answered);
  const gridOf = (sheet: string) => grids.find((grid) => isSameSheet(grid.sheet, sheet));
  const reponses = [
    ...heldAnswers(raw.reponses ?? [], allAnswered, enVigueur.convention, unitOf, sumsAside(dossier, grids, labels)),
    ...[budget, execution, indicators].flatMap(heldTables),
    ...heldUnits(reponsesGardees, dossier),
    ...heldDirections(reponsesGardees, grids),
  ];
  const rowQuestions = askRows(dossier, labelsOf);
  const asking: Asking = {
    convention: enVigueur.convention,
    dossier,
    headings,
    labels,
    read,
    nonLus,
    answered: sheets.flatMap(({ columns }) => columns),
    indicators: tellUnits.filter(({ sujet }) => sujet === "indicators").map(({ range }) => range),
    unitOf,
  };
  const columnQuestions = [...askColumns(grids, asking), ...askIndicators(grids, asking)];
  const tableQuestions = [budget, execution, indicators].flatMap(({ undecided, names }, at) =>
    undecided.map((rivals) =>
      askTables(rivals, { kind: KINDS[at] ?? "budget", names, convention: enVigueur.convention, gridOf }),
    ),
  );
  const bare = sheets.flatMap(({ grid }, at) => {
    const { budget: planned, execution: spent, indicators: measured } = found[at] ?? {};
    return [planned, spent, measured].every((one) => one?.parts.length === 0) ? [grid] : [];
  });
  const directions = askDirections(bare, labels, reponsesGardees);
  const questions = withFormerAnswers(
    [...tableQuestions, ...askUnits(dossier, reponsesGardees), ...directions, ...columnQuestions, ...rowQuestions],
    reponses,
    enVigueur.convention,
  );
  return {
    ...dossier,
    ...(nonLus.length > 0 && { nonLus }),
    ...(aPart.length > 0 && { aPart }),
    ...(questions.length > 0 && { questions }),
    ...(reponses.length > 0 && { reponses }),
  };
}
