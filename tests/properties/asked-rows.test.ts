// Rows, axes and indicators under names of a service's own, in any order, parted, hidden or with notes between: asked, never accused, and right once answered.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { A_IGNORER, type Question, type Role } from "../../src/core/domain/question";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { euros } from "../core/reading/layouts";
import { rawWorkbook, type CellLiteral } from "../core/reading/raw-workbook-builder";
import { check, runs } from "../seeded";
import { answered, say } from "./asked-answers";

const { actions, axes } = contratIntegre;
type Action = (typeof actions)[number];
const YEARS = [2024, 2025, 2026, 2027] as const;

/** What a service calls each action, in words of which none is the contract's. */
const NAMES = ["Rue", "Tremplin", "Rebond", "Passerelle", "Guichet", "Toit", "Vélo", "Colis"];
const nameOf = (action: Action): string => NAMES[actions.indexOf(action)] ?? "";
const axeName = (numero: number): string => `Volet ${["A", "B", "C", "D"][numero - 1] ?? ""}`;

type Label = "whole" | "words" | "number" | "own";

interface Layout {
  readonly labels: readonly Label[];
  /** Of the axes: as the contract says, by their number alone, in words of the service, or not at all. */
  readonly axes: "whole" | "number" | "own" | "none";
  readonly order: readonly number[];
  readonly notes: boolean;
  readonly isHidden: boolean;
  readonly isParted: boolean;
  readonly hasTotal: boolean;
  readonly indicators: readonly ("whole" | "own")[];
  readonly heads: "known" | "own";
}

const each = <T>(arbitrary: fc.Arbitrary<T>, length: number) =>
  fc.array(arbitrary, { minLength: length, maxLength: length });
const COUNT = actions.flatMap(({ indicateurs }) => indicateurs).length;

const layouts: fc.Arbitrary<Layout> = fc.record({
  labels: each(fc.constantFrom<Label>("whole", "words", "number", "own"), actions.length),
  axes: fc.constantFrom<Layout["axes"]>("whole", "number", "own", "none"),
  order: fc.shuffledSubarray(
    axes.map(({ numero }) => numero),
    { minLength: axes.length },
  ),
  notes: fc.boolean(),
  isHidden: fc.boolean(),
  isParted: fc.boolean(),
  hasTotal: fc.boolean(),
  indicators: each(fc.constantFrom<"whole" | "own">("whole", "own"), COUNT),
  heads: fc.constantFrom<Layout["heads"]>("known", "own"),
});

const amountsOf = (action: Action): number[] =>
  YEARS.flatMap((year) => (["total", "etat", "collectivite"] as const).map((part) => euros(action, year, part)));

const HEAD = ["Action", ...YEARS.flatMap((year) => [`Total ${year}`, `État ${year}`, `Métropole ${year}`])];

interface Drawn {
  readonly raw: RawWorkbook;
  /** What a question about these words is really about. */
  readonly meant: ReadonlyMap<string, Pick<Role, "action" | "of" | "nature" | "year">>;
}

function draw(layout: Layout): Drawn {
  const meant = new Map<string, Pick<Role, "action" | "of" | "nature" | "year">>();
  const labelOf = (action: Action): string => {
    const { intitule, numero } = action;
    const own = nameOf(action);
    const label = {
      whole: `Action ${numero} - ${intitule}`,
      words: intitule,
      number: `Action ${numero} - ${own}`,
      own,
    }[layout.labels[actions.indexOf(action)] ?? "whole"];
    meant.set(label, { action: `${numero}` });
    return label;
  };
  const axeOf = (numero: number): CellLiteral[][] => {
    const intitule = axes.find((axe) => axe.numero === numero)?.intitule ?? "";
    const label = { whole: `Axe ${numero} : ${intitule}`, number: `Axe ${numero}`, own: axeName(numero), none: null }[
      layout.axes
    ];
    if (label !== null) meant.set(label, { of: intitule });
    return label === null ? [] : [[label]];
  };
  const rows = layout.order.flatMap((numero, rank): CellLiteral[][] => [
    ...(layout.isParted && rank > 0 ? [[]] : []),
    ...axeOf(numero),
    ...actions.filter(({ axe }) => axe === numero).map((action) => [labelOf(action), ...amountsOf(action)]),
  ]);
  const sums = HEAD.slice(1).map((_, at) => actions.reduce((sum, action) => sum + (amountsOf(action)[at] ?? 0), 0));
  const cells: CellLiteral[][] = [
    ...(layout.notes ? [["Programmation arrêtée en comité de pilotage"], []] : []),
    HEAD,
    ...rows,
    ...(layout.hasTotal ? [["TOTAL", ...sums]] : []),
    ...(layout.notes ? [[], ["Document de travail du service"]] : []),
  ];
  const heads = {
    known: ["T0", ...YEARS.map((year) => `Cible ${year}`)],
    own: ["Avant", ...YEARS.map((year) => `Visé ${year}`)],
  }[layout.heads];
  heads.forEach((head, at) => meant.set(head, at === 0 ? { nature: "t0" } : { nature: "target", ...yearAt(at - 1) }));
  let rank = 0;
  const measured = actions.flatMap((action) =>
    action.indicateurs.map((indicateur): CellLiteral[] => {
      const isOwn = layout.indicators[rank] === "own";
      rank += 1;
      const label = isOwn ? `${nameOf(action)} ${rank}` : indicateur.intitule;
      meant.set(label, { action: `${action.numero}`, of: indicateur.intitule });
      const { t0 } = indicateur;
      const cibles = YEARS.map((year) => indicateur.cibles.find(({ annee }) => annee === year)?.valeur ?? "nd");
      return [`Action ${action.numero} - ${action.intitule}`, label, t0 ?? "nd", ...cibles];
    }),
  );
  const hidden = layout.isHidden ? { hiddenRows: [4, 5] } : {};
  const raw = rawWorkbook({
    Budget: { cells, ...hidden },
    Indicateurs: { cells: [["Action", "Indicateur", ...heads], ...measured] },
  });
  return { raw, meant };
}

const yearAt = (at: number) => ({ year: YEARS[at] ?? 2024 });

function rightAnswer({ meant }: Drawn, { about, key, answers, supposed }: Question): Role | null {
  if (about === "contract") return answers.find(({ contract }) => contract === contratIntegre.id) ?? supposed;
  const one = meant.get(key.path.at(-1) ?? "");
  if (!one) return answers.find(({ role }) => role === A_IGNORER) ?? null;
  const isMeant = (answer: Role): boolean =>
    answer.action === one.action && answer.of === one.of && answer.nature === one.nature && answer.year === one.year;
  return answers.find(isMeant) ?? answers.find(({ role }) => role === "titre") ?? null;
}

describe("whatever rows, axes and indicators are called", () => {
  it("nobody is accused on a supposition, in no round, and the right answers lead to the right verdict", () => {
    check(
      runs(8, 120),
      fc.property(layouts, (layout) => {
        const drawn = draw(layout);
        const after = answered(
          drawn.raw,
          (question) => rightAnswer(drawn, question),
          ({ accused }) => {
            expect(accused).toEqual([]);
          },
        );
        expect(after.questions.map(({ text }) => text)).toEqual([]);
        expect(after.accused).toEqual([]);
      }),
    );
  });

  it("one answer after the other accuses nobody either", () => {
    check(
      runs(1, 12),
      fc.property(layouts, (layout) => {
        const drawn = draw({ ...layout, heads: "known" });
        const asked = say(drawn.raw).questions;
        for (const [at] of asked.entries()) {
          const own = asked.slice(0, at + 1).map(({ key }) => key.path.join());
          const after = answered(drawn.raw, (question) =>
            own.includes(question.key.path.join()) ? rightAnswer(drawn, question) : null,
          );
          expect(after.accused).toEqual([]);
        }
      }),
    );
  });

  it("a row said to be another action is found out", () => {
    check(
      runs(3, 40),
      fc.property(layouts, fc.nat(), (layout, pick) => {
        const drawn = draw(layout);
        const asked = say(drawn.raw).questions.filter(
          ({ about, key }) => about === "row" && drawn.meant.get(key.path.at(-1) ?? "")?.of === undefined,
        );
        const one = asked[pick % Math.max(1, asked.length)];
        fc.pre(one !== undefined);
        const right = rightAnswer(drawn, one);
        const wrong = one.answers.find(({ action }) => action !== undefined && action !== right?.action);
        const after = answered(drawn.raw, (question) =>
          question.key.path.join() === one.key.path.join() ? (wrong ?? null) : rightAnswer(drawn, question),
        );
        expect(after.state).not.toBe("conforming");
      }),
    );
  });
});
