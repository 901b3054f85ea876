// The ways to settle a discrepancy that has no safe fix, where changing one cell would: a person chooses, no figure is invented.
import { axeDe } from "../contract/in-force/en-vigueur";
import { estParAction, mostStatePart, seuilDe } from "../contract/in-force/contract-amounts";
import type { Colonne, Dossier } from "../domain/dossier";
import { groupByCause } from "./consequences";
import { colonneOf } from "../facts/bands";
import type { YearFact } from "../facts/fact";
import type { FactTable } from "../facts/fact-tables";
import { findFact } from "../facts/find-fact";
import { addMontants, montantFromCentimes, subtractMontants, ZERO, type Montant } from "../domain/values/montant";
import type { Finding, FixChoice } from "../verification";

type Wrong = Record<"found" | "expected", Montant>;

/** Where the discrepancy stands. */
interface Place {
  readonly finding: Finding;
  readonly dossier: Dossier;
  readonly table: FactTable;
  readonly fact: YearFact;
}

const shownIn = ({ known }: YearFact): Montant | null => (known.reason === "missing" ? ZERO : known.value);

/** The part of its year that stands beside the discrepancy; of a sum, itself alone. */
function partOf({ fact }: Place, colonne: Colonne): YearFact | undefined {
  if (fact.row.kind !== "action") return colonneOf(fact) === colonne ? fact : undefined;
  return fact.row.at(fact.year, colonne)[0];
}

/** No choice for a formula, whose figures stand elsewhere, nor for an amount that would become negative. */
function gain(place: Place, colonne: Colonne, by: number): readonly FixChoice[] {
  const part = partOf(place, colonne);
  const before = part ? shownIn(part) : null;
  if (!part || part.cell.formula !== null || before === null || by === 0) return [];
  const amount = montantFromCentimes(by);
  const montant = addMontants(before, amount);
  if (montant < 0) return [];
  const fix = { cell: part.cell.ref, montant, unit: part.unit };
  return [{ part: colonne, gain: amount, fix, settles: place.finding.id }];
}

/** The local party gives more, or the State less. */
function chooseShare(place: Place, { found, expected }: Wrong): readonly FixChoice[] {
  const { dossier, fact } = place;
  const { row, year } = fact;
  if (!estParAction(dossier.convention)) return [];
  const axe = row.action ? axeDe(row.action, year) : (row.ligne.place.axe ?? null);
  const most = mostStatePart(
    seuilDe(dossier.convention, { axe, action: row.action?.numero ?? null, annee: year }),
    found,
  );
  const part = partOf(place, "etat");
  const etat = part ? shownIn(part) : null;
  return [
    ...gain(place, "collectivite", subtractMontants(expected, found)),
    ...(most === null || etat === null ? [] : gain(place, "etat", subtractMontants(most, etat))),
  ];
}

/** The total follows its parts, or one of the parts makes up for it. */
function chooseSum(place: Place, { found, expected }: Wrong): readonly FixChoice[] {
  const missing = subtractMontants(found, expected);
  return [...gain(place, "total", -missing), ...gain(place, "collectivite", missing), ...gain(place, "etat", missing)];
}

const chooseOwn = (place: Place, { found, expected }: Wrong): readonly FixChoice[] =>
  gain(place, colonneOf(place.fact), subtractMontants(expected, found));

const CHOICES: Readonly<Partial<Record<Finding["rule"], (place: Place, wrong: Wrong) => readonly FixChoice[]>>> = {
  "cofinancement-minimum": chooseShare,
  "total-de-l-action": chooseSum,
  "execution-coherente": chooseSum,
  "montant-contractualise": chooseOwn,
  "sous-total-axe": chooseOwn,
  "total-general": chooseOwn,
};

function choicesOf(finding: Finding, dossier: Dossier): readonly FixChoice[] {
  const { rule, severity, cells, figures } = finding;
  const choose = CHOICES[rule];
  const [cell, another] = cells;
  if (!choose || finding.fix !== null || severity === "info" || !cell || another) return [];
  if (figures?.unit !== "montant" || figures.expected === null) return [];
  const place = findFact(dossier, cell);
  return place
    ? choose({ finding, dossier, ...place }, { found: figures.found ?? ZERO, expected: figures.expected })
    : [];
}

/** What settles the cause comes first; another part's way to settle what follows from it is a choice too. */
export function withChoices(findings: readonly Finding[], dossier: Dossier): readonly Finding[] {
  const withOwn = new Map<Finding, readonly FixChoice[]>();
  for (const { cause, consequences } of groupByCause(findings)) {
    const choices = choicesOf(cause, dossier);
    if (choices.length === 0) continue;
    const byPart = new Map<FixChoice["part"], FixChoice>();
    for (const choice of [...choices, ...consequences.flatMap((consequence) => choicesOf(consequence, dossier))]) {
      if (!byPart.has(choice.part)) byPart.set(choice.part, choice);
    }
    withOwn.set(cause, [...byPart.values()]);
  }
  if (withOwn.size === 0) return findings;
  return findings.map((finding) => {
    const choices = withOwn.get(finding);
    return choices ? { ...finding, choices } : finding;
  });
}
