// The questions about rows: amounts under a label that names nothing of the contract, nor says what else it is.
import type { Action, Convention } from "../../contract/convention";
import { partsOf } from "../../domain/amounts";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import { rangeAround, type RangeRef } from "../../domain/cell-ref";
import type { FicheLue, LigneAction, MontantCell, TableauBudgetaire } from "../../domain/dossier";
import type { Question } from "../../domain/question";
import { foldLabel } from "../../domain/words/label";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import type { LabelReader } from "../labels/label-reader";
import { describeAction, rowRolesOf } from "./row-roles";
import { sampleOfRow } from "./sample-of-row";

/** So many amounts of a row that are one action's in the contract make evidence. */
const FEWEST = 2;

/** How many of the row's amounts are those of the action. */
function countSame(ligne: LigneAction, action: Action): { readonly same: number; readonly of: number } {
  const shown = partsOf(ligne).flatMap(({ year, column, cell: { lu } }) =>
    lu.kind === "montant" && lu.montant !== 0 ? [lu.montant === contractAmount(action, year, column)] : [],
  );
  return { same: shown.filter(Boolean).length, of: shown.length };
}

/** Its cells on each sheet, that of its first amount before the others, from the first column on: its label stands there. */
function rangesOf(first: MontantCell, cells: readonly MontantCell[]): readonly RangeRef[] {
  const sheets = new Set([first, ...cells].map(({ ref }) => ref.sheet));
  return [...sheets].map((sheet) => {
    const own = cells.map(({ ref }) => ref).filter((ref) => ref.sheet === sheet);
    return { ...rangeAround(sheet, own), left: 0 };
  });
}

function ask(
  ligne: LigneAction,
  lignes: readonly LigneAction[],
  absent: readonly Action[],
  convention: Convention,
): Question | null {
  const cells = partsOf(ligne).map(({ cell }) => cell);
  const held = cells.filter(({ lu }) => lu.kind !== "missing");
  const [first] = held;
  if (!first) return null;
  const { label } = ligne;
  const [range, ...alsoAt] = rangesOf(first, cells);
  const best = absent
    .map((action) => ({ action, ...countSame(ligne, action) }))
    .filter(({ same, of }) => same >= FEWEST && same * 2 > of)
    .sort((one, other) => other.same - one.same);
  const [likely, another] = best;
  const evidence = likely
    ? [
        `${likely.same} de ses ${likely.of} montants sont ceux de l’action ${likely.action.numero} au contrat`,
        `l’action ${likely.action.numero} ne figure sur aucune autre ligne`,
      ]
    : ["son intitulé ne nomme aucune action du contrat"];
  const supposed =
    likely && (another === undefined || another.same < likely.same) ? describeAction(likely.action) : null;
  const asked = supposed ? `est-ce l’action ${supposed.action} ?` : "de quoi s’agit-il ?";
  const place = `Ligne ${label.ref.row + 1}, ${cite(label.text)}`;
  return {
    about: "row",
    // Of a table of several sheets the row is the same on each.
    key: { kind: "row", path: [label.text.trim()], ...(alsoAt.length === 0 && { sheet: label.ref.sheet }) },
    text: typographie(`${place} : ${asked}`),
    range: range ?? null,
    ...(alsoAt.length > 0 && { alsoAt }),
    supposed,
    evidence: evidence.map(typographie),
    answers: rowRolesOf(convention),
    amounts: held.length,
    place: typographie(place),
    asked: typographie(capitalise(asked)),
    sample: sampleOfRow(ligne, lignes, convention),
  };
}

/** A number or "Action …" says that a row is an action, though not the contract's: that is certain, and nothing to ask. */
const isCertain = (ligne: LigneAction, labels: LabelReader): boolean => {
  const { label, role } = labels.read(ligne.label.text);
  return (
    ligne.isNumbered === true ||
    role !== undefined ||
    label.kind !== null ||
    label.numero !== null ||
    label.rang !== undefined
  );
};

export function askRows(
  tables: readonly (TableauBudgetaire | null)[],
  convention: Convention,
  labels: LabelReader,
  fiches: readonly FicheLue[] | null,
): readonly Question[] {
  // An action that is created has its fiche: its name is known.
  const created = new Set((fiches ?? []).map(({ titre }) => foldLabel(titre.text)));
  return tables.flatMap((table) => {
    if (!table) return [];
    const shown = new Set(table.lignesAction.map(({ action }) => action));
    const absent = convention.actions.filter((action) => !shown.has(action));
    return (
      table.lignesAction
        .filter((ligne) => ligne.action === null && !ligne.contradiction && !isCertain(ligne, labels))
        // Without a label an answer would never be found again: the row is to be named first, which a rule says.
        .filter(({ label }) => label.text.trim() !== "" && !created.has(foldLabel(label.text)))
        .flatMap((ligne) => ask(ligne, table.lignesAction, absent, convention) ?? [])
    );
  });
}
