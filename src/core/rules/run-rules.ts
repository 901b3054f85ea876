// Runs the rules over a dossier; a rule that cannot run, or crashes, is not checkable and stops no other.
import type { Dossier, TableAbsente, TableKind } from "../domain/dossier";
import { formatListe } from "../domain/words/format";
import { cite, typographie } from "../domain/words/typographie";
import type { Finding, RuleResult, Severity, Subject } from "../verification";
import { buildFinding } from "./finding";
import type { AnyRule, Report, RuleMeta } from "./rule";

/** What a rule said, before it becomes findings. */
export interface Collected {
  readonly reports: readonly Report<RuleMeta>[];
  /** French reasons, each for a part that could not be checked. */
  readonly reasons: readonly string[];
}

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
const REASONS_SHOWN = 5;

/** Runs one rule whose tables are present. Throws what the rule throws. */
export function collect(rule: AnyRule, dossier: Dossier): Collected {
  const reports: Report<RuleMeta>[] = [];
  const reasons: string[] = [];
  rule.check(dossier, {
    discrepancy: (report) => reports.push(report),
    notCheckable: (reason) => reasons.push(typographie(reason)),
  });
  return { reports, reasons };
}

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

function summarise(reasons: readonly string[]): string {
  const distinct = [...new Set(reasons)];
  const rest = distinct.length - REASONS_SHOWN;
  const shown = distinct.slice(0, REASONS_SHOWN).join(" ");
  return rest > 0 ? `${shown} Et ${rest} autre${rest > 1 ? "s" : ""}.` : shown;
}

function runRule(
  rule: AnyRule,
  dossier: Dossier,
): { readonly result: RuleResult; readonly findings: readonly Finding[] } {
  const { meta } = rule;
  const head = { rule: meta.id, article: meta.article, title: typographie(meta.title) };
  const notCheckable = (reason: string) => ({
    result: { ...head, status: "not-checkable" as const, reason },
    findings: [],
  });
  const { contratInconnu } = dossier;
  if (contratInconnu !== undefined && meta.needsContract !== false) return notCheckable(contratInconnu);
  const absent = meta.needs.find((need) => dossier[need] === null);
  if (absent) return notCheckable(absenceReason(absent, dossier.absences));
  try {
    const { reports, reasons } = collect(rule, dossier);
    const findings = reports.map((report) => buildFinding(meta, report));
    if (findings.length === 0 && reasons.length > 0) return notCheckable(summarise(reasons));
    const status = findings.length > 0 ? ("discrepancy" as const) : ("compliant" as const);
    return { result: { ...head, status, ...(reasons.length > 0 && { reason: summarise(reasons) }) }, findings };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return notCheckable(`La règle n’a pas pu être vérifiée à cause d’un incident interne (${detail}).`);
  }
}

// Two findings may only share an identity when a table repeats a row; the later ones are numbered from top to bottom.
function withUniqueIds(findings: readonly Finding[]): Finding[] {
  const taken = new Set(findings.map(({ id }) => id));
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    let rank = (seen.get(finding.id) ?? 0) + 1;
    if (rank === 1) {
      seen.set(finding.id, rank);
      return finding;
    }
    while (taken.has(`${finding.id}/occurrence-${rank}`)) rank += 1;
    seen.set(finding.id, rank);
    const id = `${finding.id}/occurrence-${rank}`;
    taken.add(id);
    return { ...finding, id };
  });
}

const SEVERITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const PARTY = { etat: 0, metropole: 1, total: 2 } as const;

function rankOf({ action, axe, indicator, year, party }: Subject): readonly number[] {
  // What concerns no action comes after the actions: an axe, then the whole table.
  return [action ?? Infinity, axe ?? Infinity, indicator ?? 0, year ?? 0, party ? PARTY[party] : 0];
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  for (const [index, rank] of left.entries()) {
    const other = right[index] ?? 0;
    if (rank !== other) return rank < other ? -1 : 1;
  }
  return 0;
}

/** Rules in the order given; findings worst first, then in that order, then by action, axe, indicator, year and party. */
export function runRules(
  rules: readonly AnyRule[],
  dossier: Dossier,
): { readonly results: readonly RuleResult[]; readonly findings: readonly Finding[] } {
  const runs = rules.map((rule) => runRule(rule, dossier));
  const ranked = runs.flatMap(({ findings }, order) =>
    withUniqueIds(findings).map((finding) => ({
      finding,
      rank: [SEVERITY[finding.severity], order, ...rankOf(finding.subject)],
    })),
  );
  ranked.sort((left, right) => compareRanks(left.rank, right.rank));
  return { results: runs.map(({ result }) => result), findings: ranked.map(({ finding }) => finding) };
}
