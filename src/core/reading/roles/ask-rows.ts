// The questions about rows: amounts under a label that names nothing of the contract, nor says what else it is.
import type { Convention } from "../../contract/convention";
import { rangeAround, type CellRef, type RangeRef } from "xlsx-model/cell-ref";
import type { Cell, Dossier } from "../../domain/dossier";
import type { Answer, Question } from "../../domain/question";
import { groupBy } from "../../domain/group-by";
import { foldLabel, foldText } from "../../domain/words/label";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import type { ActionRow } from "../../facts/fact";
import { tablesOf } from "../../facts/fact-tables";
import type { LabelReader } from "../labels/label-reader";
import { placeOfRow } from "../sheet-grid";
import { ROW_EVIDENCE, type RowAsked } from "./evidence/evidence";
import { weigh } from "./evidence/weigh";
import { oncePerKey } from "./once-per-key";
import { rowRolesOf } from "./row-roles";
import { sampleOfRow } from "./sample-of-row";

/** Its cells on each sheet, that of its first amount before the others, from the first column on: its label stands there. */
function rangesOf(first: CellRef, cells: readonly CellRef[]): readonly RangeRef[] {
  const sheets = new Set([first, ...cells].map(({ sheet }) => sheet));
  return [...sheets].map((sheet) => {
    const own = cells.filter((ref) => ref.sheet === sheet);
    return { ...rangeAround(sheet, own), left: 0 };
  });
}

/** Rows above it, and below it, that tell what a row is: in an export of thousands each is asked about. */
const NEAR = 100;

/** "action 5", "total": as the evidence says what a row is. */
const saysOf = ({ role, action }: Answer): string => (action === undefined ? role : `action ${action}`);

/** The cells that wait for the answer, on each sheet: the amounts of the row, or its label where it has none. */
function placesOf({ label, row }: RowAsked) {
  const cells = (row?.facts ?? []).filter(({ column }) => column !== "verse" && column !== "autres");
  const held = cells.filter(({ known }) => known.reason !== "missing").map(({ cell }) => cell.ref);
  const [first = label.ref] = held;
  const own = held.length > 0 ? cells.map(({ cell }) => cell.ref) : [label.ref, ...cells.map(({ cell }) => cell.ref)];
  return { held, ranges: rangesOf(first, own) };
}

/** `taken` is the row that is better supposed to be the same action. */
function ask(asked: RowAsked, taken: string | null, convention: Convention, isTurned: boolean): Question {
  const { label, row, rows } = asked;
  const { held, ranges } = placesOf(asked);
  const [range, ...alsoAt] = ranges;
  const told = weigh(ROW_EVIDENCE, asked);
  const answers = rowRolesOf(convention).map((answer) => ({ ...answer, label: typographie(answer.label) }));
  const settled = taken === null ? told.settled("row") : null;
  const supposed = answers.find((answer) => saysOf(answer) === settled) ?? null;
  const question =
    supposed?.action === undefined
      ? `est-ce ${lowerFirst(supposed?.label ?? "")} ?`
      : `est-ce l’action ${supposed.action} ?`;
  const said = supposed ? question : "de quoi s’agit-il ?";
  const place = `${placeOfRow({ isTurned }, label.ref.row)}, ${cite(label.text)}`;
  return {
    about: "row",
    // Of a table of several sheets the row is the same on each.
    key: { kind: "row", path: [label.text.trim()], ...(alsoAt.length === 0 && { sheet: label.ref.sheet }) },
    text: typographie(`${place} : ${said}`),
    range: range ?? null,
    ...(alsoAt.length > 0 && { alsoAt }),
    supposed,
    evidence: [
      ...told.clauses,
      ...(taken === null ? [] : [`mais la ligne ${cite(taken)} l’est déjà, ou le serait`]),
    ].map(typographie),
    lacks: [typographie(`le contrat ne nomme pas ${cite(label.text)}`)],
    answers,
    amounts: held.length,
    place: typographie(place),
    asked: typographie(capitalise(said)),
    ...(row &&
      !isTurned && {
        sample: sampleOfRow(
          row.ligne.ligne,
          rows.map((one) => one.ligne.ligne),
          convention,
        ),
      }),
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase("fr") + text.slice(1);

/** Of each row that is supposed to be an action, another one for which more speaks, by its label; the first of those that are alike. */
function findTaken(all: readonly RowAsked[]): ReadonlyMap<RowAsked, string> {
  const supposed = all.flatMap((asked) => {
    const told = weigh(ROW_EVIDENCE, asked);
    const row = told.settled("row");
    return row?.startsWith("action ") ? [{ asked, row, weight: told.heaviness("row", row) }] : [];
  });
  const taken = new Map<RowAsked, string>();
  for (const same of groupBy(supposed, ({ row }) => row).values()) {
    const [best, ...others] = [...same].sort((one, other) => other.weight - one.weight);
    for (const { asked } of others)
      if (best && foldText(asked.label.text) !== foldText(best.asked.label.text))
        taken.set(asked, best.asked.label.text.trim());
  }
  return taken;
}

type LabelsOf = (sheet: string) => LabelReader;

/** A number or "Action …" says that a row is an action, though not the contract's: that is certain, unless it is one of the contract's. */
const isCertain = ({ ligne: { ligne } }: ActionRow, labelsOf: LabelsOf): boolean => {
  const { label, role } = labelsOf(ligne.label.ref.sheet).read(ligne.label.text);
  if (role !== undefined || ligne.designe) return role !== undefined;
  return ligne.isNumbered === true || label.kind !== null || label.numero !== null || label.rang !== undefined;
};

export function askRows(
  dossier: Dossier,
  labelsOf: LabelsOf,
  isTurned: (sheet: string) => boolean,
): readonly Question[] {
  const { convention, fiches } = dossier;
  // An action that is created has its fiche: its name is known.
  const created = new Set((fiches ?? []).map(({ titre }) => foldLabel(titre.text)));
  return tablesOf(dossier).amounts.flatMap(({ actions: rows, rows: all, tableau }) => {
    const total = all.find(({ kind }) => kind === "total") ?? null;
    const shown = new Set(rows.map(({ ligne: { ligne } }) => ligne.action));
    const absent = convention.actions.filter((action) => !shown.has(action));
    // Without a label an answer would never be found again: the row is to be named first.
    const isNew = ({ text }: Cell): boolean => text.trim() !== "" && !created.has(foldLabel(text));
    const isAsked = (row: ActionRow): boolean => {
      const { action, label } = row.ligne.ligne;
      return action === null && isNew(label) && !isCertain(row, labelsOf);
    };
    // A row of words alone is a note, unless it may be what an action is called that stands nowhere.
    const bare = (absent.length > 0 ? (tableau.lignesSansChiffre ?? []) : []).filter(
      ({ label }) => isNew(label) && labelsOf(label.ref.sheet).read(label.text).role === undefined,
    );
    const isTurnedAt = ({ ref }: Cell): boolean => isTurned(ref.sheet);
    const unknown = rows.filter(isAsked);
    const isAlone = unknown.length + bare.length === 1;
    const asked: readonly RowAsked[] = [
      ...unknown.map((row) => {
        const { label } = row.ligne.ligne;
        const at = rows.indexOf(row);
        const around = rows.slice(Math.max(0, at - NEAR), at + NEAR + 1);
        const isEmpty = row.facts.every(({ known }) => known.reason === "missing");
        return { label, row, rows: around, absent, total, isAlone: isAlone && isEmpty };
      }),
      ...bare.map(({ label }) => ({ label, row: null, rows: [], absent, total, isAlone })),
    ];
    const taken = findTaken(asked);
    return oncePerKey(asked.map((one) => ask(one, taken.get(one) ?? null, convention, isTurnedAt(one.label))));
  });
}
