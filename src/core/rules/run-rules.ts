// Runs the rules over a dossier; a rule that cannot run, or crashes, is not checkable and stops no other.
import { articleDe } from "../contract/clauses/articles-du-contrat";
import type { Convention } from "../contract/convention";
import type { Dossier, TableAbsente, TableKind } from "../domain/dossier";
import type { Severity, Subject } from "../domain/subject";
import { formatListe } from "../domain/words/format";
import { cite, typographie } from "../domain/words/typographie";
import type { Finding, RuleResult } from "../verification";
import type { Trouve } from "../why/attach-causes";
import { collect } from "./collect";
import { countCoverage, describeCoverage, openPlaces } from "./coverage";
import { buildFinding } from "./finding";
import { gatherSlips, type Told } from "./gather-slips";
import { HOLDS, type AnyRule, type RuleMeta } from "./rule";
import type { RuleId } from "./rule-id";
import { compareNumeros } from "../domain/values/numero-action";

const NO_TABLE: Readonly<Record<TableKind, string>> = {
  budget: "Aucun tableau budgétaire n’a été trouvé dans le classeur.",
  execution: "Aucun tableau d’exécution n’a été trouvé dans le classeur.",
  indicators: "Aucun tableau des indicateurs n’a été trouvé dans le classeur.",
  fiches: "Aucune fiche action n’a été trouvée dans le classeur.",
  imputation: "Aucun tableau d’imputation des crédits n’a été trouvé dans le classeur.",
  coordonnees: "Aucune coordonnée bancaire n’a été trouvée dans le classeur.",
  echeancier: "Aucun échéancier n’a été trouvé dans le classeur.",
  feuilleContrat: "Le classeur n’a pas de feuille « Contrat ».",
};
const SEVERAL_TABLES: Readonly<Record<TableKind, string>> = {
  budget: "Plusieurs tableaux budgétaires sont possibles",
  execution: "Plusieurs tableaux d’exécution sont possibles",
  indicators: "Plusieurs tableaux des indicateurs sont possibles",
  fiches: "Plusieurs fiches sont possibles",
  imputation: "Plusieurs tableaux d’imputation sont possibles",
  coordonnees: "Plusieurs coordonnées bancaires sont possibles",
  echeancier: "Plusieurs échéanciers sont possibles",
  feuilleContrat: "Plusieurs feuilles « Contrat » sont possibles",
};

/**
 * More findings than a workbook of 8 000 actions has with every amount wrong. What is written of so many still fits
 * into a gibibyte.
 */
const MOST_FINDINGS = 80_000;

/** Thrown where there are more findings than can be told. */
export class TooManyFindings extends Error {}

const trouve = (convention: Convention, meta: RuleMeta, { report, sources }: Told): Trouve => ({
  finding: buildFinding(convention, meta, report),
  fact: report.fact,
  comparisons: sources.map(({ judge }) => ({ holds: (lecture) => judge(lecture) === HOLDS })),
  corrected: correctedBy(sources),
});

/** Where every amount of a table stands elsewhere, all its findings have one list of corrections: it is not copied for each. */
function correctedBy(sources: Told["sources"]): Trouve["corrected"] {
  const said = sources.flatMap(({ outcome }) => ("report" in outcome ? [outcome.report.corrected ?? []] : []));
  const [only] = said;
  return said.length === 1 && only && isList(only) ? only : said.flat();
}

const isList = <Item>(value: Item | readonly Item[]): value is readonly Item[] => Array.isArray(value);

function absenceReason(kind: TableKind, absences: readonly TableAbsente[]): string {
  const absence = absences.find((candidate) => candidate.kind === kind);
  if (absence?.reason === "ecarte") {
    const [sheet] = absence.sheets;
    return typographie(`La feuille ${cite(sheet?.sheet ?? "")} n’est pas vérifiée : ${sheet?.why ?? ""}.`);
  }
  if (absence?.reason !== "plusieurs") return typographie(NO_TABLE[kind]);
  const sheets = absence.sheets.map(({ sheet, why }) => `${cite(sheet)} (${why})`);
  return typographie(`${SEVERAL_TABLES[kind]} : ${formatListe(sheets)}.`);
}

function runRule(
  rule: AnyRule,
  dossier: Dossier,
): { readonly result: RuleResult; readonly trouves: readonly Trouve[] } {
  const { meta } = rule;
  const head = {
    rule: meta.id as RuleId,
    article: articleDe(dossier.convention, meta.articles),
    title: typographie(meta.title),
    needs: meta.needs,
  };
  const notCheckable = (reason: string) => ({
    result: {
      ...head,
      status: "not-checkable" as const,
      reason,
      coverage: { compared: 0, of: 0, missing: [] },
      open: [{}],
    },
    trouves: [],
  });
  const { contratInconnu } = dossier;
  if (contratInconnu !== undefined && meta.needsContract !== false) return notCheckable(contratInconnu);
  const hasInstead = meta.unless !== undefined && dossier[meta.unless] !== undefined;
  const absent = hasInstead ? undefined : meta.needs.find((need) => dossier[need] === null);
  if (absent) return notCheckable(absenceReason(absent, dossier.absences));
  try {
    const collected = collect(rule, dossier);
    const trouves = gatherSlips(collected.apart).map((told) => trouve(dossier.convention, meta, told));
    const coverage = countCoverage(collected);
    const reason = describeCoverage(meta.compares, coverage, collected);
    const { unread, nothing, lacksDue } = collected;
    const isAllCompared = coverage.compared === coverage.of && unread.length === 0;
    const isWhole = coverage.of > 0 && isAllCompared && nothing.length === 0;
    const status = trouves.length > 0 ? "discrepancy" : isWhole ? "compliant" : "not-checkable";
    const isNotDue = status === "not-checkable" && isAllCompared && !lacksDue;
    return {
      result: {
        ...head,
        status,
        ...(reason !== null && { reason }),
        coverage,
        open: openPlaces(collected),
        ...(isNotDue && { notDue: true }),
      },
      trouves,
    };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return notCheckable(`La règle n’a pas pu être vérifiée à cause d’un incident interne (${detail}).`);
  }
}

// Two findings may only share an identity when a table repeats a row; the later ones are numbered from top to bottom.
function withUniqueIds(trouves: readonly Trouve[]): readonly Trouve[] {
  const taken = new Set(trouves.map(({ finding }) => finding.id));
  const seen = new Map<string, number>();
  return trouves.map((trouve) => {
    const { finding } = trouve;
    let rank = (seen.get(finding.id) ?? 0) + 1;
    if (rank === 1) {
      seen.set(finding.id, rank);
      return trouve;
    }
    while (taken.has(`${finding.id}/occurrence-${rank}`)) rank += 1;
    seen.set(finding.id, rank);
    const id = `${finding.id}/occurrence-${rank}`;
    taken.add(id);
    return { ...trouve, finding: { ...finding, id } };
  });
}

const WORST_FIRST: readonly Severity[] = ["error", "warning", "info"];
const PARTY = { etat: 0, collectivite: 1, total: 2 } as const;

const compareNumbers = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

/** What concerns no action comes after the actions: an axe, then the whole table. */
function compareSubjects(left: Subject, right: Subject): number {
  return (
    compareNumeros(left.action ?? Infinity, right.action ?? Infinity) ||
    compareNumbers(left.axe ?? Infinity, right.axe ?? Infinity) ||
    compareNumbers(left.indicator ?? 0, right.indicator ?? 0) ||
    compareNumbers(left.year ?? 0, right.year ?? 0) ||
    compareNumbers(PARTY[left.party ?? "etat"], PARTY[right.party ?? "etat"])
  );
}

function runInTurn(rules: readonly AnyRule[], dossier: Dossier): readonly ReturnType<typeof runRule>[] {
  let findings = 0;
  return rules.map((rule) => {
    const run = runRule(rule, dossier);
    findings += run.trouves.length;
    if (findings > MOST_FINDINGS) throw new TooManyFindings();
    return run;
  });
}

/** Throws TooManyFindings. Rules in the order given; findings worst first, then in that order, then by action, axe, indicator, year and party. */
export function runRules(
  rules: readonly AnyRule[],
  dossier: Dossier,
): {
  readonly results: readonly RuleResult[];
  readonly trouves: readonly Trouve[];
  readonly findings: readonly Finding[];
} {
  const runs = runInTurn(rules, dossier);
  const told = runs.map(({ trouves }) => withUniqueIds(trouves));
  const trouves = WORST_FIRST.flatMap((severity) =>
    told.flatMap((ofRule) =>
      ofRule
        .filter(({ finding }) => finding.severity === severity)
        .sort((left, right) => compareSubjects(left.finding.subject, right.finding.subject)),
    ),
  );
  return { results: runs.map(({ result }) => result), trouves, findings: trouves.map(({ finding }) => finding) };
}
