// How much of what the contract asks of a rule was really compared, in figures and in words.
import { accord } from "../domain/words/accord";
import { formatNombre } from "../domain/words/format";
import { typographie } from "../domain/words/typographie";
import type { Subject } from "../domain/subject";
import type { Coverage } from "../verification";
import { COMPARES, type NotComparable, type RuleMeta } from "./rule";
import { reasonsOf, type Collected, type Compared } from "./collect";

/** At most so many of the things that were not compared are named. */
const MISSING_NAMED = 20;
const REASONS_SHOWN = 5;

function notCompared({ apart }: Collected): readonly (Compared & { readonly outcome: NotComparable })[] {
  return apart.filter((one): one is Compared & { readonly outcome: NotComparable } => "why" in one.outcome);
}

/** The places of what was not compared; {} is anywhere: what was not understood may belong to any of them. */
export function openPlaces(collected: Collected): readonly Subject[] {
  const places = notCompared(collected).flatMap(({ subject }) => subject ?? []);
  return collected.unread.length > 0 || collected.lacksDue ? [...places, {}] : places;
}

export function countCoverage(collected: Collected): Coverage {
  const missing = notCompared(collected);
  const named = missing.slice(0, MISSING_NAMED).map(({ about }) => typographie(about));
  const rest = missing.length - named.length;
  const { of } = collected;
  return {
    compared: of - missing.length,
    of,
    missing: rest > 0 ? [...named, `et ${accord(rest, "autre")}`] : named,
  };
}

function listReasons(reasons: readonly string[]): string {
  const distinct = [...new Set(reasons)];
  const rest = distinct.length - REASONS_SHOWN;
  const shown = distinct.slice(0, REASONS_SHOWN).join(" ");
  return rest > 0 ? `${shown} Et ${accord(rest, "autre")}.` : shown;
}

const NAMES_SHOWN = 3;

/**
 * " ; non comparés : action 1 – 2024, action 2 – 2024 et 6 autres". Things that a reason names already are left out.
 */
function listMissing(missing: readonly string[], left: number, reasons: string, feminin: boolean): string {
  const unsaid = missing.slice(0, MISSING_NAMED).filter((name) => !reasons.includes(name) && !name.startsWith("et "));
  const names = unsaid.slice(0, NAMES_SHOWN);
  if (names.length === 0 || unsaid.length < Math.min(left, MISSING_NAMED)) return "";
  const rest = left - names.length;
  const others = rest > 0 ? ` et ${accord(rest, "autre")}` : "";
  return ` ; non comparé${feminin ? "e" : ""}${left > 1 ? "s" : ""} : ${names.join(", ")}${others}`;
}

/** "24 montants comparés sur 32. Action 1 : aucune ligne reconnue."; null where everything was compared. */
export function describeCoverage(
  noun: RuleMeta["compares"],
  { compared, of, missing }: Coverage,
  collected: Collected,
): string | null {
  const { unread } = collected;
  const reasons = reasonsOf(collected);
  if (of === 0) return reasons.length > 0 ? listReasons(reasons) : "Il n’y a rien à comparer dans ce classeur.";
  if (reasons.length === 0) return null;
  const said = listReasons(reasons);
  if (compared === of && unread.length === 0) return said;
  const { un, plusieurs, feminin } = COMPARES[noun];
  const participle = `comparé${feminin ? "e" : ""}${compared > 1 ? "s" : ""}`;
  const count =
    compared === 0
      ? `Auc${feminin ? "une" : "un"} ${un} ${participle} sur ${formatNombre(of)}`
      : `${formatNombre(compared)} ${compared > 1 ? plusieurs : un} ${participle} sur ${formatNombre(of)}`;
  return typographie(`${count}${listMissing(missing, of - compared, said, feminin)}. ${said}`);
}
