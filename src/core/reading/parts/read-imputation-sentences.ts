// Reads an imputation typed as article 3 writes it: a sentence for each axe, with its amount and its activity code.
import { rangeAround } from "xlsx-model/cell-ref";
import type { Axe } from "../../contract/convention";
import { known, notKnown } from "../../domain/known";
import type { Cell, LigneImputationLue, MontantCell, MontantLu, Repere, TableauImputation } from "../../domain/dossier";
import { lireMontant } from "../../domain/values/lire-montant";
import { foldText } from "../../domain/words/label";
import { LIMITS } from "../limits";
import { readCell, type SheetGrid } from "../sheet-grid";
import type { ImputationReaders } from "./locate-imputation";

const CODE = /(?<![\d\p{L}])(?:BG\s*00\s*(?:[/-]\s*)?)?\d{4}(?:\s?\d{2}){4}(?!\s?\d)/u;
/** What stands where the code should: a slip of one digit is a wrong code, not a sentence about something else. */
const NAMED_CODE = /\bcodes?(?:\s+(?:d[’'])?activit[ée]s?)?\s*(?::\s*)?((?:BG\s*00\s*(?:[/-]\s*)?)?\d[\d\s]*\d)/iu;
const AMOUNT = /(?<!\d[\s'’]{0,9})\d+(?:[\s'’]{1,9}\d+)*(?:[.,]\d+)?\s*(?:[kKmM]\s?€|€|euros?\b)/gu;
const AXE = /\b(?:axe|pilier) (?:n ?°? ?)?(\d+)\b/;
const CREDITS = /\bcredits\b/;

/**
 * Signs without one of which a text has neither a code nor an amount. Nearly all texts have none, and are not looked
 * at further.
 */
const MAY_HOLD_CLAUSE = /€|euro|code|\d{4}\s?\d{2}/i;

/** One sentence, or one item of a list, in a cell that may hold several. */
interface Clause {
  readonly cell: Cell;
  readonly text: string;
  readonly amounts: readonly string[];
  readonly code: string | null;
}

function codeIn(text: string): string | null {
  // Looking for a code takes time: most texts have neither so many digits nor the word.
  const code = /\d{4}\s?\d{2}/.test(text) ? CODE.exec(text)?.[0] : undefined;
  return code ?? (/code/i.test(text) ? NAMED_CODE.exec(text)?.[1] : null) ?? null;
}

/** The sentences that give a code or an amount: the others say nothing of an imputation. */
function clausesOf(grid: SheetGrid): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const row of grid.rows) {
    row.texts.forEach(({ column, text: whole }) => {
      if (whole.length <= LIMITS.headingLength || !MAY_HOLD_CLAUSE.test(whole)) return;
      for (const text of whole.split(/[;\n]|:\s+(?=[-–•])|\.\s+(?=\p{Lu})/u)) {
        const code = codeIn(text);
        const amounts = text.match(AMOUNT) ?? [];
        if (code !== null || amounts.length > 0) clauses.push({ cell: readCell(row, column), text, amounts, code });
      }
    });
  }
  return clauses;
}

function axeOf({ text, code }: Clause, { findAxe, axeOfCode }: ImputationReaders): Axe | null {
  const quoted = [...text.matchAll(/[«"“]([^«»"“”]+)[»"”]/gu)].map(([, words]) => words?.trim());
  const written = AXE.exec(foldText(text))?.[0];
  const [named] = [...quoted, written].flatMap((words) => (words === undefined ? [] : (findAxe(words) ?? [])));
  return named ?? (code === null ? null : axeOfCode(code.replace(/\D/g, "").slice(-12)));
}

/** Two amounts in one sentence are not decided between; a rounding in the words hides no decimal. */
function amountOf({ amounts, cell: { ref } }: Clause): MontantLu {
  const [only, ...others] = amounts;
  if (only === undefined) return notKnown("missing", [ref]);
  const { value } = lireMontant(only.trim(), "General", "€");
  if (others.length > 0 || value === null) return notKnown("unreadable", [ref]);
  // The sentence is how it should be written: no text to convert.
  return { ...known(value, [ref]), source: "number", unit: null };
}

const REPERES: readonly (readonly [Repere, RegExp])[] = [
  ["programme", /\bprogramme (?:n ?°? ?)?(\d{1,4})\b/],
  ["sousAction", /\bsous[- ]action (?:n ?°? ?)?(\d{1,4})\b/],
  ["action", /(?<!sous[- ])\baction (?:n ?°? ?)?(\d{1,4})\b/],
  ["activite", /\bactivite (?:de programmation )?(?:n ?°? ?)?(\d{1,4})\b(?! \d)/],
];

function reperesIn(clause: Clause): ReadonlyMap<Repere, Cell> {
  const text = foldText(clause.text);
  return new Map(
    REPERES.flatMap(([repere, pattern]) => {
      const numero = pattern.exec(text)?.[1];
      return numero === undefined ? [] : [[repere, { ...plain(clause), text: numero }] as const];
    }),
  );
}

const montantIn = (clause: Clause): MontantCell => ({ ...plain(clause), known: amountOf(clause) });

const plain = ({ cell: { ref, text, formula } }: Clause): Cell => ({ ref, text, formula });

/** Null where no sentence gives a code. */
export function readImputationSentences(grid: SheetGrid, readers: ImputationReaders): TableauImputation | null {
  const clauses = clausesOf(grid);
  const own = clauses
    .map((clause) => ({ clause, axe: axeOf(clause, readers) }))
    .filter(({ clause, axe }) => clause.code !== null || axe !== null);
  const [first] = own;
  if (!first || own.every(({ clause, axe }) => clause.code === null || axe === null)) return null;
  const isOwn = new Set(own.map(({ clause }) => clause));
  const sum = clauses.find(
    (clause) => !isOwn.has(clause) && clause.amounts.length === 1 && CREDITS.test(foldText(clause.text)),
  );
  const told = clauses.filter((clause) => clause === sum || isOwn.has(clause));
  const { years } = readers.headings;
  const [annee = readers.defaultYear] = told.flatMap(
    ({ text }) => years.inTitle(text.slice(0, LIMITS.titleLength)) ?? [],
  );
  if (annee === null) return null;
  const heading = (sum ?? first.clause).cell.ref;
  return {
    range: rangeAround(
      grid.sheet,
      told.map(({ cell }) => cell.ref),
    ),
    heading,
    unit: "€",
    annees: [{ annee, heading }],
    lignes: own.map(({ clause, axe }, index): LigneImputationLue => {
      const label = plain(clause);
      // What is over them all is asked once.
      const above = index === 0 && sum ? reperesIn(sum) : [];
      return {
        label,
        axe,
        code: { ...label, text: clause.code ?? "" },
        reperes: new Map([...above, ...reperesIn(clause)]),
        montants: new Map([[annee, montantIn(clause)]]),
      };
    }),
    total: sum ? { label: plain(sum), montants: new Map([[annee, montantIn(sum)]]) } : null,
    lignesIgnorees: [],
  };
}
