// Understands a workbook: finds its tables, keeps the one of each kind, and says why where there is none.
import { conventionEnVigueur, type ConventionEnVigueur } from "../contract/in-force/en-vigueur";
import { regleParAction } from "../contract/in-force/montants-regles";
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
import { gatherTables, namesTheContract, type Tableau } from "./gather-tables";
import { createHeadingReader } from "./headings/headings";
import { createLabelReader } from "./labels/label-reader";
import { withoutEarlierYears } from "./amounts/earlier-years";
import { joinCumuls } from "./amounts/cumul-tables";
import { repartir } from "./amounts/repartir";
import { mergeAmountTables } from "./amounts/merge-amount-tables";
import { withoutBudget } from "./amounts/said-once";
import { mergeIndicatorTables } from "./indicators/merge-indicator-tables";
import { readTargetsOnce } from "./indicators/targets-again";
import { labelsFor, readSheets } from "./read-sheets";
import { readParts } from "./parts/read-parts";
import { findUnreadParts } from "./parts/unread-parts";
import { askAll } from "./roles/ask-all";
import { mesuresDites } from "./roles/ask-measures";
import { isListAside, isSettled } from "./roles/ask-versements";
import { findLacking } from "./roles/find-lacking";
import { findMesures } from "./roles/measures";
import { withoutRanges } from "./sheet-grid";
import { turnedBack } from "./transposed";
import { findUnread } from "./unread-ranges";
import { unreadRepeats } from "./unread-repeats";
import { chooseRecaps, unreadInRecap } from "./recaps";

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

/** Which contract a workbook is read by, and how it came to be that one. */
interface Choisi {
  readonly contrats: Contrats;
  readonly reconnu: ReturnType<typeof recogniseContrat>;
  readonly contrat: ContratChoisi;
  readonly asOf: string;
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
  const choisi = { contrats, reconnu, contrat, asOf };
  const dossier = readBy(raw, choisi, enVigueur);
  if (regleParAction(enVigueur.convention) || !dossier.budget) return dossier;
  // What the contract leaves to the parties to share out is what the budget table says: all else is held against that.
  return readBy(raw, choisi, enVigueur, repartir(enVigueur.convention, dossier.budget));
}

/** `convention` is the one in force, with the amounts of actions that it does not settle itself. */
function readBy(
  raw: RawWorkbook,
  { contrats, reconnu, contrat, asOf }: Choisi,
  { avenants, convention: ecrite }: ConventionEnVigueur,
  convention = ecrite,
): Dossier {
  const labels = createLabelReader(convention);
  const mesures = findMesures(
    contrat.autres.map(({ grid }) => grid),
    convention,
    labels,
    raw.reponses ?? [],
  );
  const headings = createHeadingReader(convention, mesures.choix);
  const known = {
    convention,
    isAmended: avenants.length > 0,
    reponses: raw.reponses ?? [],
    choices: raw.choices,
    headings,
    labels,
    mesures,
  };
  const sheets = readSheets(contrat.autres, known);
  const { found, lacking, unread: unsaid } = findLacking(sheets, convention);
  const ownSheets = new Set(contrat.autres.map(({ sheet }) => sheet));
  const unread = raw.sheets.filter((sheet) => !ownSheets.has(sheet)).map(explainUnread);
  const said = { reponses: known.reponses, choices: raw.choices, sheets: raw.sheets.map(({ name }) => name) };
  const mergeAmounts = (parts: Parameters<typeof mergeAmountTables>[0]): TableauBudgetaire =>
    mergeAmountTables(parts, convention.axes);
  const sheetsOf = <Kind extends (typeof KINDS)[number]>(kind: Kind) => found.map((one) => one[kind]);
  const tablesOf = (kind: (typeof KINDS)[number]): readonly Tableau[] =>
    sheetsOf(kind).flatMap(({ parts }) => parts.map(({ table }) => table));
  const contractYears = convention.annees.map(({ annee }) => annee);
  const [firstYear = -Infinity] = contractYears;
  const planned = withoutEarlierYears(sheetsOf("budget"), firstYear);
  const spent = withoutEarlierYears(sheetsOf("execution"), firstYear);
  const cumuls = joinCumuls(spent.sheets);
  const budget = gatherTables("budget", planned.sheets, mergeAmounts, said, unread);
  const execution = gatherTables("execution", cumuls.sheets, mergeAmounts, said, unread);
  const measured = readTargetsOnce(sheetsOf("indicators"));
  const indicators = gatherTables("indicators", measured, mergeIndicatorTables, said, unread);
  const gathered = [budget, execution, indicators];
  const executed = execution.table && budget.table ? withoutBudget(execution.table, budget.table) : execution.table;
  const nonSien = aQuiEstCeClasseur({
    contrats,
    reconnu,
    convention: ecrite,
    source: contrat.source,
    porte: contrat.porte,
    feuilles: contrat.autres.map(({ sheet }) => sheet),
    tables: { budget: budget.table, execution: executed, indicators: indicators.table },
  });
  const inconnu = contrat.inconnu ?? nonSien?.phrase ?? null;
  const grids = sheets.map(({ grid }) => grid);
  const listes = sheets.flatMap((sheet) => sheet.listes);
  const versements = listes.filter((list) => isSettled(list) && !isListAside(known.reponses, list));
  const decisions = sheets.flatMap((sheet) => sheet.decisions);
  const ours = KINDS.flatMap(tablesOf).filter(namesTheContract);
  const parts = readParts(
    grids,
    ours.map(({ range }) => range),
    convention,
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
    ...unsaid,
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
    ...[...listes, ...decisions].map(({ range }) => range),
  ];
  const rests = grids.map((grid) => withoutRanges(grid, taken));
  const named = [
    ...(contrat.ecartees ?? []),
    ...unreadTables,
    ...decisions.flatMap(({ illisibles }) => illisibles),
    ...(parts.echeancier?.nonLues ?? []),
    ...findUnreadParts(rests, {
      taken,
      coordonnees: parts.coordonnees,
      codes: new Set(convention.imputation.lignes.map(({ code }) => code)),
      labels,
    }),
  ];
  const dossier: Dossier = {
    convention,
    avenants,
    asOf,
    budget: budget.table,
    execution: executed,
    indicators: indicators.table,
    ...(recaps.length > 0 && { recapitulatifs: recaps }),
    fiches: parts.fiches,
    imputation: parts.imputation,
    ...(versements.length > 0 && { versements }),
    ...(decisions.length > 0 && { decisions }),
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
  const dites = mesuresDites(mesures).filter(({ sujet }) => sujet === "taxes" || executed !== null);
  const notKept = leftAside(tables, dossier).map(({ range }) => ({
    range,
    pourquoi: "tableau qui n’a pas été retenu",
  }));
  const apart = [
    ...(contrat.aside ?? []),
    ...found.flatMap((one) => one.aside),
    ...notKept,
    // Said to be something else, or asked about.
    ...listes
      .filter((list) => !versements.includes(list))
      .map(({ range }) => ({ range, pourquoi: "liste de montants datés, qui n’est pas comptée" })),
  ];
  const read = readCells(dossier);
  const isBudgetFound = budget.table !== null || budget.absence?.reason === "plusieurs";
  const account = accountFor(grids, {
    dossier,
    tables: tablesRead(dossier),
    read,
    asked: [...unreadRecaps, ...reminders, ...findUnread(rests, { headings, labels, isBudgetFound })],
    said: [...named, ...apart].map(({ range }) => range),
    least: leastAmount(convention),
    headings,
    labels,
  });
  const nonLus = [...named, ...account.nonLus];
  const aPart = [...sheets.flatMap(({ aside }) => aside), ...apart, ...account.aPart];
  const asked = askAll({
    ...known,
    sheets,
    dossier,
    read,
    nonLus,
    lacking,
    gathered,
    listes,
    labelsOf: labelsFor(known),
  });
  return turnedBack(
    {
      ...dossier,
      ...(nonLus.length > 0 && { nonLus }),
      ...(aPart.length > 0 && { aPart }),
      ...(dites.length > 0 && { mesures: dites }),
      ...asked,
    },
    grids,
  );
}
