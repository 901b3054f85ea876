// Asks a rule for its comparisons and makes them on the workbook as it stands.
import { formatRangeRef, overlaps } from "xlsx-model/cell-ref";
import type { Dossier, PlageNonLue } from "../domain/dossier";
import { TELLE_QUELLE } from "../facts/lecture";
import { accord } from "../domain/words/accord";
import { typographie } from "../domain/words/typographie";
import type { Subject } from "../domain/subject";
import { HOLDS, type About, type AnyRule, type Judge, type NotComparable, type Report, type RuleMeta } from "./rule";
import { shakenBy } from "./shaken";

/** One comparison that a rule asked for and that does not hold, and how it came out. */
export interface Compared {
  readonly about: string;
  /** Of which axe, action or year; undefined where the rule does not say. */
  readonly subject: Subject | undefined;
  readonly judge: Judge<RuleMeta>;
  readonly outcome: NotComparable | { readonly report: Report<RuleMeta> };
}

/** Everything that a rule asked for. */
export interface Collected {
  /** How many comparisons it asked for. */
  readonly of: number;
  /** The comparisons that do not hold; of the others only the number is kept. */
  readonly apart: readonly Compared[];
  /** French: what was not understood and may belong to what the rule compares. */
  readonly unread: readonly string[];
  /** French: why there is nothing to compare, or why a part of the rule does not apply. */
  readonly nothing: readonly string[];
  /** French: what is asked first of whoever knows the workbook; null where nothing is. */
  readonly asked: string | null;
  /** Whether something of `nothing` is asked for by the contract at this date. */
  readonly lacksDue: boolean;
}

const FIGURES: ReadonlySet<RuleMeta["compares"]> = new Set(["montant", "total", "somme", "cible", "valeur"]);

/** Figures of the rule's subject that stand unread beside the tables. */
const besideOf = ({ meta: { needs } }: AnyRule, { nonLus = [] }: Dossier): readonly PlageNonLue[] =>
  nonLus.filter(({ sujet }) => sujet && needs.includes(sujet));

/** It has not compared everything. */
function unreadBeside(rule: AnyRule, dossier: Dossier): readonly string[] {
  if (!FIGURES.has(rule.meta.compares)) return [];
  return besideOf(rule, dossier).map(({ range, pourquoi }) => typographie(`${formatRangeRef(range)}, ${pourquoi}.`));
}

/** What is asked of these figures: until somebody answers, nothing else is a reason why they were not compared. */
function sayAsked(rule: AnyRule, dossier: Dossier): string | null {
  const beside = besideOf(rule, dossier);
  const asked = (dossier.questions ?? []).filter(
    ({ range }) => range !== null && beside.some((one) => overlaps(one.range, range)),
  );
  const [first, ...others] = asked;
  if (!first) return null;
  const rest = others.length > 0 ? ` ; et ${accord(others.length, "autre question", "autres questions")}` : "";
  return typographie(`À préciser d’abord : ${first.place ?? first.text}${rest}.`);
}

/** Runs one rule whose tables are present. Throws what the rule throws. */
export function collect(rule: AnyRule, dossier: Dossier): Collected {
  let of = 0;
  const apart: Compared[] = [];
  const unread: string[] = [];
  const nothing: string[] = [];
  let lacksDue = false;
  const shaken = shakenBy(rule.meta.id, dossier);
  const compare = (about: () => About, judge: Judge<RuleMeta>): void => {
    of += 1;
    const outcome = judge(TELLE_QUELLE);
    if (outcome === HOLDS) return;
    const said = about();
    const [nom, subject] = typeof said === "string" ? [said, undefined] : [said.nom, said.subject];
    if (typeof outcome !== "function") {
      apart.push({ about: nom, subject, judge, outcome });
      return;
    }
    const report = outcome();
    apart.push({ about: nom, subject: subject ?? report.subject, judge, outcome: shaken(report) ?? { report } });
  };
  rule.compare(dossier, {
    compare(about, judge) {
      compare(() => about, judge);
    },
    compareEach(items, about, judge) {
      for (const item of items) {
        compare(
          () => about(item),
          (lecture) => judge(item, lecture),
        );
      }
    },
    unread: (why) => unread.push(typographie(why)),
    nothing(why) {
      nothing.push(typographie(why));
      lacksDue = true;
    },
    notDue: (why) => nothing.push(typographie(why)),
  });
  if (of > 0) unread.push(...unreadBeside(rule, dossier));
  return { of, apart, unread, nothing, asked: sayAsked(rule, dossier), lacksDue };
}

/** Every reason why something was not compared; the same one may come several times. */
export function reasonsOf({ apart, unread, nothing, asked }: Collected): readonly string[] {
  // "No column of the State" would contradict the question whether this one is it.
  if (asked !== null && (unread.length > 0 || apart.some(({ outcome }) => "why" in outcome)))
    return [asked, ...nothing];
  const whys = apart.flatMap(({ outcome }) => ("why" in outcome ? outcome.why : []));
  return [...whys.map(typographie), ...unread, ...nothing];
}
