// The ways to settle a discrepancy that has no safe fix, where changing one cell would: a person chooses, no figure is invented.
import { mostStatePart, seuilDe } from "../contract/in-force/contract-amounts";
import type { Colonne, Dossier, MontantCell, TableauBudgetaire } from "../domain/dossier";
import { groupByCause } from "../why/consequences";
import { indexEntries, type Entree } from "../facts/lines/amount-entries";
import { amountTables } from "../facts/lines/amount-tables";
import { PARTY } from "../facts/lines/budget-lines";
import { unitAt } from "../facts/lines/table-places";
import { addMontants, montantFromCentimes, subtractMontants, type Montant } from "../domain/values/montant";
import type { Finding, FixChoice } from "../verification";

type Wrong = Record<"found" | "expected", Montant>;

/** Where the discrepancy stands: the row's cells of that year. */
interface Place {
  readonly finding: Finding;
  readonly dossier: Dossier;
  readonly tableau: TableauBudgetaire;
  readonly entree: Entree;
  readonly cells: Readonly<Partial<Record<Colonne, MontantCell | null>>>;
}

const NOTHING = montantFromCentimes(0);

const shownIn = ({ lu }: MontantCell): Montant | null =>
  lu.kind === "montant" ? lu.montant : lu.kind === "missing" ? NOTHING : null;

/** No choice for a formula, whose figures stand elsewhere, nor for an amount that would become negative. */
function gain({ finding, tableau, cells }: Place, colonne: Colonne, by: number): readonly FixChoice[] {
  const cell = cells[colonne];
  const before = cell ? shownIn(cell) : null;
  if (!cell || cell.formula !== null || before === null || by === 0) return [];
  const amount = montantFromCentimes(by);
  const montant = addMontants(before, amount);
  if (montant < 0) return [];
  const fix = { cell: cell.ref, montant, unit: unitAt(tableau, cell.ref) };
  return [{ part: PARTY[colonne], gain: amount, fix, settles: finding.id }];
}

/** The local party gives more, or the State less. */
function chooseShare(place: Place, { found, expected }: Wrong): readonly FixChoice[] {
  const { dossier, entree, cells } = place;
  const { action } = place.tableau.lignesAction[entree.index] ?? {};
  const axe = action?.axe ?? entree.ligne.place.axe ?? null;
  const most = mostStatePart(seuilDe(dossier.convention, { axe, annee: entree.annee }), found);
  const etat = cells.etat ? shownIn(cells.etat) : null;
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
  gain(place, place.entree.colonne, subtractMontants(expected, found));

const CHOICES: Readonly<Partial<Record<Finding["rule"], (place: Place, wrong: Wrong) => readonly FixChoice[]>>> = {
  "cofinancement-minimum": chooseShare,
  "total-de-l-action": chooseSum,
  "execution-coherente": chooseSum,
  "montant-contractualise": chooseOwn,
  "sous-total-axe": chooseOwn,
  "total-general": chooseOwn,
};

function placeOf(finding: Finding, dossier: Dossier): Place | null {
  const [ref] = finding.cells;
  if (!ref) return null;
  for (const { tableau } of amountTables(dossier)) {
    const entree = indexEntries(tableau).at(ref);
    if (!entree) continue;
    const row = entree.kind === "action" ? tableau.lignesAction[entree.index] : undefined;
    const cells = row?.montants.get(entree.annee) ?? { [entree.colonne]: entree.cell };
    return { finding, dossier, tableau, entree, cells };
  }
  return null;
}

function choicesOf(finding: Finding, dossier: Dossier): readonly FixChoice[] {
  const { rule, severity, cells, figures } = finding;
  const choose = CHOICES[rule];
  if (!choose || finding.fix !== null || severity === "info" || cells.length !== 1) return [];
  if (figures?.unit !== "montant" || figures.expected === null) return [];
  const place = placeOf(finding, dossier);
  return place ? choose(place, { found: figures.found ?? NOTHING, expected: figures.expected }) : [];
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
