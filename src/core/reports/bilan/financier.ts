// The financial report: contracted and executed per action, axe and year, and in all the years that are added up.
import { known, notKnown, type Known } from "../../domain/known";
import type { Montant } from "../../domain/values/montant";
import { cellKey } from "xlsx-model/cell-ref";
import { addUnder, groupBy } from "../../domain/group-by";
import type { Action } from "../../contract/convention";
import type { Dossier, TableauExecution } from "../../domain/dossier";
import type { ActionRow } from "../../facts/fact";
import { executionTable } from "../../facts/fact-tables";
import { addMontants, ZERO } from "../../domain/values/montant";
import { NBSP } from "../../domain/words/format";
import type { Finding } from "../../verification";
import { isGiven, unsigned } from "../../domain/justification";
import { reasonInTable } from "../../domain/justification-du-tableau";
import { cumulate, sumEcritures } from "../../facts/ledger/ecriture";
import { decisionsSur, direSuites } from "../../facts/ledger/suites";
import { hasAmount, ledgerOf, type Ledger } from "../../facts/ledger/ledger";
import type {
  BilanFinancier,
  EcritureAnnuelle,
  GroupeFinancier,
  JustificationBilan,
  LigneFinanciere,
  LigneHorsContrat,
} from "./bilan";
import { avecVerse, cumulAvecVerse, versesAuNiveau } from "./verses-au-niveau";
import type { NumeroAction } from "../../domain/values/numero-action";

/** A justification of one of these findings explains the amounts of its action and year. */
const EXECUTION_RULES: ReadonlySet<Finding["rule"]> = new Set<Finding["rule"]>([
  "sous-consommation",
  "sur-execution",
  "execution-coherente",
  "cofinancement-execute",
  "contribution-plafonnee-au-cout",
  "versement-du-contrat",
  "somme-a-reverser",
]);

const place = (action: NumeroAction, annee: number): string => `${action}/${annee}`;

/** Of one action and one year; of several where it gathers the same slip of many cells. */
function placesOf(dossier: Dossier): (finding: Finding) => readonly string[] {
  const rows = dossier.execution ? executionTable(dossier.execution).actions : [];
  const byCell = new Map(
    rows.flatMap(({ action, facts }) =>
      action
        ? facts.map(({ cell, year }) => [cellKey(cell.ref), year === null ? null : place(action.numero, year)])
        : [],
    ),
  );
  return ({ subject: { action, year }, cells }) => {
    if (action !== undefined && year !== undefined) return [place(action, year)];
    if (action !== undefined || year !== undefined) return [];
    return [...new Set(cells.flatMap((cell) => byCell.get(cellKey(cell)) ?? []))];
  };
}

function byPlace(findings: readonly Finding[], places: (finding: Finding) => readonly string[]) {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) for (const one of places(finding)) addUnder(found, one, finding);
  return found;
}

interface Source {
  readonly dossier: Dossier;
  readonly ledger: Ledger;
  readonly annees: readonly number[];
  /** What the rule on under-consumption found, by action and year. */
  readonly below: ReadonlyMap<string, readonly Finding[]>;
  readonly justified: ReadonlyMap<string, readonly Finding[]>;
}

/** What was given for the amounts of an action and year, where it stands; a reason for nothing that was found is shown too. */
function justify({ dossier, justified }: Source, action: Action, annee: number): readonly JustificationBilan[] {
  const typed = reasonInTable(dossier.execution, action.numero, annee);
  const text = typed?.text.trim();
  const given = (justified.get(place(action.numero, annee)) ?? []).flatMap(({ justification }): JustificationBilan[] =>
    justification ? [{ ...justification, annee, source: justification.text === text ? "tableau" : "ecarts" }] : [],
  );
  if (!typed || given.some(({ source }) => source === "tableau")) return given;
  return [{ ...unsigned(typed.text), annee, source: "tableau", cell: typed.ref }, ...given];
}

function objectifOf({ fiches }: Dossier, action: Action): string | null {
  const own = fiches
    ?.find((fiche) => fiche.action?.numero === action.numero)
    ?.champs.get("objectif")
    ?.text.trim();
  return own || (action.fiche?.objectif ?? null);
}

function composeLigne(source: Source, action: Action): LigneFinanciere {
  const { ledger, annees, below } = source;
  const years = annees.map((annee): EcritureAnnuelle => ({ annee, ...ledger.read(action, annee) }));
  const justifications = annees.flatMap((annee) => justify(source, action, annee));
  const foundIn = (annee: number) => below.get(place(action.numero, annee))?.at(-1);
  const sousConsommee = annees.filter((annee) => foundIn(annee) !== undefined);
  return {
    action: { numero: action.numero, intitule: action.intitule, axe: action.axe },
    objectif: objectifOf(source.dossier, action),
    annees: years,
    cumul: cumulate(years.filter(({ annee }) => ledger.annees.includes(annee))),
    justifications,
    suites: annees.flatMap((annee) => {
      const decisions = decisionsSur(source.dossier, { action: action.numero }, annee);
      return decisions.length === 0 ? [] : { annee, texte: `Versé et non utilisé${NBSP}: ${direSuites(decisions)}` };
    }),
    sousConsommee,
    partEtatSousConsommee: sousConsommee.filter((annee) => foundIn(annee)?.subject.party === "etat"),
    // A reason for something else in the same year is none for this.
    aJustifier: sousConsommee.filter((annee) => !isGiven(foundIn(annee)?.justification ?? null)),
  };
}

function sumYears(
  annees: readonly number[],
  parts: readonly { readonly annees: readonly EcritureAnnuelle[] }[],
  verseOf: (annee: number) => Known<Montant> | null,
): EcritureAnnuelle[] {
  return annees.map((annee, index) => {
    const own = parts.flatMap((part) => part.annees[index] ?? []);
    const isOfLevel = own.some(({ verseAuNiveau }) => verseAuNiveau);
    const sum = { annee, ...sumEcritures(own), ...(isOfLevel && { verseAuNiveau: true }) };
    return avecVerse(sum, verseOf(annee));
  });
}

/** Parts that are there, for a name that the contract knows nothing of. */
function readUnknown(row: ActionRow, annee: number): Known<Montant> {
  const parts = (["etat", "collectivite"] as const)
    .flatMap((part) => row.at(annee, part))
    .filter(({ known }) => known.reason !== "missing");
  const read = parts.length > 0 ? parts : row.at(annee, "total");
  const unreadable = read.filter(({ known }) => known.reason === "unreadable").map(({ cell }) => cell.ref);
  if (unreadable.length > 0) return notKnown("unreadable", unreadable);
  const montants = read.map(({ known }) => known.value ?? ZERO);
  return known(
    addMontants(...montants),
    read.map(({ cell }) => cell.ref),
  );
}

function unknownRows(execution: TableauExecution | null, annees: readonly number[]): readonly ActionRow[] {
  return (execution ? executionTable(execution).actions : []).filter(
    (row) => row.action === null && annees.some((annee) => hasAmount(row, annee)),
  );
}

export function composeFinancier(
  dossier: Dossier,
  findings: readonly Finding[],
  annees: readonly number[],
): BilanFinancier {
  const ledger = ledgerOf(dossier);
  const { axes, actions } = dossier.convention;
  const places = placesOf(dossier);
  const source: Source = {
    dossier,
    ledger,
    annees,
    below: byPlace(
      findings.filter(({ rule }) => rule === "sous-consommation"),
      places,
    ),
    justified: byPlace(
      findings.filter(({ rule, justification }) => justification && EXECUTION_RULES.has(rule)),
      places,
    ),
  };
  const byAxe = groupBy(actions, ({ axe }) => axe);
  const niveaux = new Map(annees.map((annee) => [annee, versesAuNiveau(dossier, annee)]));
  const counted = (years: readonly EcritureAnnuelle[]) => years.filter(({ annee }) => ledger.annees.includes(annee));
  const groupes = axes.map(({ numero, intitule }): GroupeFinancier => {
    const lignes = (byAxe.get(numero) ?? []).map((action) => composeLigne(source, action));
    const years = sumYears(annees, lignes, (annee) => niveaux.get(annee)?.axe(numero) ?? null);
    const cumul = sumEcritures(lignes.map((ligne) => ligne.cumul));
    return { axe: { numero, intitule }, lignes, annees: years, cumul: cumulAvecVerse(cumul, counted(years)) };
  });
  const years = sumYears(annees, groupes, (annee) => niveaux.get(annee)?.annee ?? null);
  const isOfLevel = [...years, ...groupes.flatMap((groupe) => groupe.annees)].some((year) => year.verseAuNiveau);
  return {
    groupes,
    annees: years,
    cumul: cumulAvecVerse(sumEcritures(groupes.map(({ cumul }) => cumul)), counted(years)),
    montre: { autres: ledger.hasAutres(annees), verse: ledger.hasVerses(annees) || isOfLevel },
    horsContrat: unknownRows(dossier.execution, annees).map((row): LigneHorsContrat => ({
      libelle: row.ligne.ligne.label.text.trim(),
      cell: row.ligne.ligne.label.ref,
      annees: annees
        .filter((annee) => hasAmount(row, annee))
        .map((annee) => ({ annee, total: readUnknown(row, annee) })),
    })),
  };
}
