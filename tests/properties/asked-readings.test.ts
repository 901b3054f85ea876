// Headings shuffled, spelled otherwise, split, turned or hidden: nobody is accused on a supposition, and the right answers lead to the right verdict.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { A_IGNORER, type Question, type Role } from "../../src/core/domain/question";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { tableauIndicateurs } from "../core/reading/annexes";
import { actionLabel, euros } from "../core/reading/layouts";
import { rawWorkbook, type CellLiteral } from "../core/reading/raw-workbook-builder";
import { check, runs } from "../seeded";
import { answered, say } from "./asked-answers";

const { actions } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027] as const;
const PARTS = ["etat", "collectivite", "total"] as const;
type Part = (typeof PARTS)[number];

/** What nobody knows: each word says one party, and never by its letters. */
const WORDS: Readonly<Record<Part, readonly string[]>> = {
  etat: ["Etat", "Quote-part A", "Financeur 1", "BP Etat", "?tat"],
  collectivite: ["Métropole", "Quote-part B", "Financeur 2", "BP DM", "Metropol"],
  total: ["Total", "Ensemble", "BP", "Enveloppe"],
};

const KNOWN = { etat: "Etat", collectivite: "Métropole", total: "Total" } as const;

interface Layout {
  readonly words: Readonly<Record<Part, string>>;
  readonly order: readonly Part[];
  readonly noise: string | null;
  readonly isTurned: boolean;
  readonly isHidden: boolean;
  readonly isSplit: boolean;
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  words: fc.record({
    etat: fc.constantFrom(...WORDS.etat),
    collectivite: fc.constantFrom(...WORDS.collectivite),
    total: fc.constantFrom(...WORDS.total),
  }),
  order: fc.constantFrom<readonly Part[]>(PARTS, ["total", "etat", "collectivite"], ["collectivite", "etat", "total"]),
  noise: fc.constantFrom(null, "prog.", "v2", "(hors FSE)"),
  isTurned: fc.boolean(),
  isHidden: fc.boolean(),
  isSplit: fc.boolean(),
});

interface Drawn {
  readonly raw: RawWorkbook;
  /** What a question about these words is really about. */
  readonly meant: ReadonlyMap<string, { readonly part: Part; readonly year: number }>;
}

function draw({ order, isTurned, isHidden, isSplit, ...said }: Layout): Drawn {
  // Of a turned table the words are those that are known: its lines are asked about once it is turned, not yet.
  const words = isTurned ? KNOWN : said.words;
  const noise = isTurned ? null : said.noise;
  const columns = YEARS.flatMap((year) => order.map((part) => ({ year, part })));
  const headOf = ({ year, part }: (typeof columns)[number]): string =>
    [words[part], noise, ...(isSplit ? [] : [year])].filter((word) => word !== null).join(" ");
  const years = isSplit ? [[null, ...columns.map(({ year }, at) => (at % 3 === 0 ? year : null))]] : [];
  const rows: CellLiteral[][] = [
    ...years,
    ["Action", ...columns.map(headOf)],
    ...actions.map((action) => [actionLabel(action), ...columns.map(({ year, part }) => euros(action, year, part))]),
  ];
  const width = columns.length + 1;
  const turned = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
  const cells = isTurned ? turned : rows;
  const meant = new Map(columns.map((one) => [isSplit ? `${one.year}/${headOf(one)}` : headOf(one), one]));
  const sheet = { cells, ...(isHidden && { hiddenColumns: [3] }) };
  return { raw: rawWorkbook({ Budget: sheet, Indicateurs: tableauIndicateurs }), meant };
}

const PARTY = { etat: "etat", collectivite: "collectivite", total: "total" } as const;

function rightAnswer({ meant }: Drawn, { about, key, answers, supposed }: Question): Role | null {
  if (about !== "column") return supposed ?? answers[0] ?? null;
  const one = meant.get(key.path.join("/")) ?? meant.get(key.path.at(-1) ?? "");
  return (
    answers.find(
      ({ party, year, nature }) => one && party === PARTY[one.part] && year === one.year && nature === "contracted",
    ) ?? null
  );
}

describe("whatever the headings say", () => {
  it("nobody is accused on a supposition, and the right answers lead to the right verdict", () => {
    check(
      runs(6, 80),
      fc.property(layouts, (layout) => {
        const drawn = draw(layout);
        expect(say(drawn.raw).accused).toEqual([]);
        const after = answered(drawn.raw, (question) => rightAnswer(drawn, question));
        expect(after.accused).toEqual([]);
        expect(after.questions).toEqual([]);
        expect(after.state).toBe("conforming");
      }),
    );
  });

  it("an answer of the other party is found out where the figures differ", () => {
    check(
      runs(3, 40),
      fc.property(layouts, (layout) => {
        const drawn = draw({ ...layout, isTurned: false });
        const { questions } = say(drawn.raw);
        const [asked] = questions.filter(({ supposed }) => supposed?.party === "total");
        fc.pre(asked !== undefined);
        const after = answered(drawn.raw, (question) =>
          question.key.path.join() === asked?.key.path.join()
            ? (question.answers.find(({ party, nature }) => party === "etat" && nature === "contracted") ?? null)
            : question.answers.some(({ role }) => role === A_IGNORER)
              ? rightAnswer(drawn, question)
              : null,
        );
        expect(after.state).not.toBe("conforming");
      }),
    );
  });
});
