// French sentences on a verification as a whole, the same in the result sheets and on the command line.
import { besideQuestions } from "../domain/beside-questions";
import { nommerArticle } from "../contract/clauses/articles";
import { quoteSheet } from "xlsx-model/cell-ref";
import { describeSetAside } from "../domain/describe-answers";
import { accord } from "../domain/words/accord";
import { NBSP, formatListe, formatListeCourte } from "../domain/words/format";
import { cite, typographie } from "../domain/words/typographie";
import { isNobodys, type ReadTable, type RuleResult, type Verification } from "../verification";

const IGNORED_SHOWN = 12;

const TABLE_NAMES: Readonly<Record<ReadTable["kind"], string>> = {
  budget: "Tableau budgétaire",
  execution: "Tableau d’exécution",
  indicators: "Tableau des indicateurs",
  fiche: "Fiche action",
  imputation: "Imputation des crédits",
  payments: "Versements",
  decisions: "Décisions sur les sommes non utilisées",
  contract: "Paramètres du contrat",
  deadlines: "Échéances",
};

export function nameTable({ kind }: ReadTable): string {
  return TABLE_NAMES[kind];
}

/** "2 erreurs, 1 avertissement, 0 information, dont 1 conséquence d’un autre écart ; 14 règles non vérifiables". */
export function describeCounts({ summary }: Verification): string {
  const among = [
    ...(summary.consequences > 0
      ? [accord(summary.consequences, "conséquence d’un autre écart", "conséquences d’un autre écart")]
      : []),
    ...(summary.justified > 0 ? [accord(summary.justified, "écart justifié", "écarts justifiés")] : []),
    ...(summary.accepted > 0 ? [accord(summary.accepted, "écart accepté", "écarts acceptés")] : []),
  ];
  const counts = [
    accord(summary.error, "erreur"),
    accord(summary.warning, "avertissement"),
    accord(summary.info, "information"),
    ...(among.length > 0 ? [`dont ${formatListe(among)}`] : []),
  ].join(", ");
  return `${counts}${NBSP}; ${accord(summary.notCheckable, "règle non vérifiable", "règles non vérifiables")}`;
}

/** Said once for all that is held against these years: "Montants provisionnels : 2026 et 2027."; null where every year is fixed. */
export function describeProvisional({ contract, verdict }: Verification): string | null {
  const open = (contract.years ?? []).filter(({ status }) => status === "provisional").map(({ year }) => String(year));
  if (open.length === 0 || isNobodys(verdict)) return null;
  return typographie(
    `Montants provisionnels : ${formatListe(open)}. Un avenant doit les fixer ; d’ici là, un montant qui s’en écarte est un avertissement.`,
  );
}

/** The verdict that holds with reservations only, which nobody reads without them; null for any other. */
export function describeReserve({ verdict, summary }: Verification): string | null {
  return verdict.state === "conforming" && summary.accepted > 0 ? verdict.sentence : null;
}

/** What is found, behind the reservations where there are any, and what answers set aside. */
export function describeState(verification: Verification): string {
  const reserve = describeReserve(verification);
  const counts = describeCounts(verification);
  if (reserve !== null) return `${reserve} ${counts}`;
  const aside = describeSetAside(verification.answers);
  return aside.length === 0 ? counts : typographie([`${counts}.`, ...aside].join(" "));
}

/** Why no finding is said to follow from another; null where that was looked for. */
export function describeCauses({ summary }: Verification): string | null {
  if (!summary.causesNotSought) return null;
  return typographie(
    "Quel écart découle de quel autre n’a pas été cherché : trop de formules dépendent les unes des autres. " +
      "Chaque écart compte pour lui-même ; en corriger un peut en régler d’autres.",
  );
}

/** What an empty list of findings means; null when there are findings. Never a bare "OK". */
export function describeNoFinding(verification: Verification): string | null {
  if (verification.findings.length > 0) return null;
  const { compliant, notCheckable, partly } = groupRules(verification.rules);
  if (compliant.length === 0) {
    return "Aucune règle n’a pu être vérifiée : ce classeur ne peut être dit ni conforme ni en écart. Les raisons sont ci-dessous.";
  }
  const kept = `Aucun écart : ${accord(compliant.length, "règle vérifiée est respectée", "règles vérifiées sont respectées")}`;
  if (notCheckable.length + partly.length === 0) return `${kept}.`;
  const missing = accord(
    notCheckable.length + partly.length,
    "règle n’a pas pu l’être entièrement",
    "règles n’ont pas pu l’être entièrement",
  );
  return `${kept}, mais ${missing} : sur ces points, rien ne dit que le classeur est conforme. Les raisons sont ci-dessous.`;
}

export interface RuleGroups {
  readonly compliant: readonly RuleResult[];
  readonly notCheckable: readonly RuleResult[];
  /** Checked, but for a part that the reason names. */
  readonly partly: readonly RuleResult[];
}

export function groupRules(rules: readonly RuleResult[]): RuleGroups {
  return {
    compliant: rules.filter((rule) => rule.status === "compliant"),
    notCheckable: rules.filter((rule) => rule.status === "not-checkable"),
    partly: rules.filter((rule) => rule.status !== "not-checkable" && rule.reason !== undefined),
  };
}

/** "Titre (article 2.2)", "Titre (articles 2.2 et 3)", "Titre (article 2.2 et annexe)". */
export function nameRule({ title, article }: Pick<RuleResult, "title" | "article">): string {
  const articles = nommerArticle(article);
  return articles === "" ? title : `${title} (${articles})`;
}

/** "2024 à 2027" for years that follow each other, else the list. */
function describeYears(years: readonly number[]): string {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return "aucune année";
  const follow = years.every((year, index) => year === first + index);
  return follow && years.length > 2 ? `${first} à ${last}` : formatListe(years.map(String));
}

/** "8 actions, 4 axes, 2024 à 2027, en euros"; deadlines are of no action. */
function describeContents(table: ReadTable): readonly string[] {
  if (table.kind === "deadlines") return [];
  // A recapitulation is of no action.
  const parts = table.actions === 0 ? [] : [accord(table.actions, "action")];
  if (table.axes !== undefined) parts.push(accord(table.axes, "axe"));
  if (table.indicators !== undefined) parts.push(accord(table.indicators, "indicateur"));
  parts.push(describeYears(table.years));
  if (table.unit) parts.push(table.unit === "€" ? "en euros" : `en ${table.unit}, convertis en euros`);
  return [parts.join(", ")];
}

/** What was left aside and how the table was read, as one line. */
export function describeReading(table: ReadTable): string {
  return [`${[...describeContents(table), describeIgnored(table)].join(" ; ")}.`, ...(table.notes ?? [])].join(" ");
}

function describeIgnored({ ignoredRows }: ReadTable): string {
  if (ignoredRows.length === 0) return "aucune ligne ignorée";
  const shown = ignoredRows.slice(0, IGNORED_SHOWN).map(({ row, text }) => {
    const short = text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
    return `${row}${short.trim() ? ` («${NBSP}${short.trim()}${NBSP}»)` : ""}`;
  });
  const rest = ignoredRows.length - shown.length;
  const label = ignoredRows.length === 1 ? "ligne ignorée" : "lignes ignorées";
  return `${label} : ${shown.join(", ")}${rest > 0 ? ` et ${accord(rest, "autre")}` : ""}`;
}

const ASIDE_SHOWN = 12;

/** Figures left aside among what was read, each place with its reason; null where there are none. */
export function describeLeftAside({ leftAside = [] }: Verification): string | null {
  if (leftAside.length === 0) return null;
  const places = leftAside.map(({ sheet, range, reason }) => `${quoteSheet(sheet)}!${range} (${reason})`);
  return typographie(`Nombres laissés de côté : ${formatListeCourte(places, ASIDE_SHOWN)}.`);
}

/** Hidden sheets, and the ranges that look like the contract’s and were used by no table; null when all was read. */
export function describeUnread({ unread: all, verdict }: Verification): string | null {
  const unread = besideQuestions(all, verdict.questions);
  const hidden = unread.filter(({ range }) => range === undefined).map(({ sheet }) => cite(sheet));
  const ranges = unread.flatMap(({ sheet, range, reason }) =>
    range === undefined ? [] : [`${quoteSheet(sheet)}!${range} (${reason})`],
  );
  const said = [
    hidden.length === 0
      ? null
      : `${hidden.length === 1 ? "Feuille masquée, non lue" : "Feuilles masquées, non lues"} : ${formatListe(hidden)}.`,
    ranges.length === 0 ? null : `Ressemble au contrat et n’a pas été lu : ${formatListe(ranges)}.`,
  ].filter((sentence) => sentence !== null);
  return said.length === 0 ? null : typographie(said.join(" "));
}
