// Rows of totals as agents write them: compared, or named with the rules that did not look at them; a right one is never accused.
import { contratIntegre } from "../../../src/contracts/built-in";
import { axeLabel } from "./layouts";
import { all, HEADS, inOne, ofAxe, only, rows, sums, testLayouts, total, wrong, type Layout } from "./total-layouts";

const { actions, axes } = contratIntegre;

const LAYOUTS: readonly Layout[] = [
  {
    name: "a total for each party, none for both",
    sheets: (slip) =>
      inOne(all, [
        ["Total État", ...only("etat", wrong(sums(actions), slip))],
        ["Total Métropole", ...only("collectivite", sums(actions))],
      ]),
    cell: "Budget!B11",
    rule: "total-general",
  },
  {
    name: "a total for one party below the TOTAL",
    sheets: (slip) => inOne(all, [total, ["Total État", ...only("etat", wrong(sums(actions), slip))]]),
    cell: "Budget!B12",
  },
  {
    name: "« dont État » below the TOTAL",
    sheets: (slip) => inOne(all, [total, ["dont part État", ...only("etat", wrong(sums(actions), slip))]]),
    cell: "Budget!B12",
  },
  {
    name: "a TOTAL above another one",
    sheets: (slip) =>
      inOne(all, [
        ["TOTAL", ...wrong(sums(actions), slip)],
        ["TOTAL GENERAL", ...sums(actions)],
      ]),
    cell: "Budget!B11",
  },
  {
    name: "a TOTAL at the top and one at the bottom",
    sheets: (slip) => inOne([["TOTAL", ...wrong(sums(actions), slip)]], all, [total]),
    cell: "Budget!B3",
  },
  {
    name: "an axe with its sums on its heading and below",
    sheets: (slip) =>
      inOne(
        ...axes.map(({ numero }) => [
          [axeLabel(numero), ...sums(ofAxe(numero))],
          ...rows(ofAxe(numero)),
          [`Sous-total axe ${numero}`, ...wrong(sums(ofAxe(numero)), slip && numero === 3)],
        ]),
        [total],
      ),
    cell: "Budget!B14",
  },
  ...["Total", "Sous-total"].map((label) => ({
    name: `« ${label} » below the actions of each axe, without its name`,
    sheets: (slip: boolean) =>
      inOne(
        ...axes.map(({ numero }) => [
          ...rows(ofAxe(numero)),
          [label, ...wrong(sums(ofAxe(numero)), slip && numero === 3)],
        ]),
        [total],
      ),
    cell: "Budget!B11",
    rule: "sous-total-axe",
  })),
  {
    name: "« Total » below each axe, and nowhere else",
    sheets: (slip) =>
      inOne(
        ...axes.map(({ numero }) => [
          [axeLabel(numero)],
          ...rows(ofAxe(numero)),
          ["Total", ...wrong(sums(ofAxe(numero)), slip && numero === 4)],
        ]),
      ),
    cell: "Budget!B18",
    rule: "sous-total-axe",
  },
  {
    name: "subtotals of groups that are no axes",
    sheets: (slip) =>
      inOne(
        ...[actions.slice(0, 3), actions.slice(3)].map((list, index) => [
          ...rows(list),
          ["Sous-total", ...wrong(sums(list), slip && index === 0)],
        ]),
        [total],
      ),
    cell: "Budget!B6",
  },
  {
    name: "a subtotal of one axe, then one of two axes together",
    sheets: (slip) =>
      inOne(
        ...[ofAxe(1), [...ofAxe(2), ...ofAxe(3)], ofAxe(4)].map((list, index) => [
          ...rows(list),
          ["Sous-total", ...wrong(sums(list), slip && index === 1)],
        ]),
        [total],
      ),
    cell: "Budget!B10",
  },
  {
    name: "two subtotals within one axe",
    sheets: (slip) =>
      inOne(
        ...[actions.slice(0, 1), actions.slice(1, 2), ofAxe(2), ofAxe(3), ofAxe(4)].map((list, index) => [
          ...rows(list),
          ["Sous-total", ...wrong(sums(list), slip && index === 1)],
        ]),
        [total],
      ),
    cell: "Budget!B6",
  },
  ...[false, true].flatMap((isHeaded) =>
    [0, 1].map((blank) => ({
      name: `the axes again below the TOTAL${blank ? ", apart" : ""}${isHeaded ? ", each over its actions too" : ""}`,
      sheets: (slip: boolean) =>
        inOne(
          isHeaded ? axes.flatMap(({ numero }) => [[axeLabel(numero)], ...rows(ofAxe(numero))]) : all,
          [total],
          Array.from({ length: blank }, () => []),
          axes.map(({ numero }) => [axeLabel(numero), ...wrong(sums(ofAxe(numero)), slip && numero === 3)]),
        ),
      cell: `Budget!B${14 + blank + (isHeaded ? 4 : 0)}`,
      ...(isHeaded && blank ? { isApart: true as const } : { rule: "sous-total-axe" }),
    })),
  ),
  ...["Total", "Total général", "Sous-total"].map((label) => ({
    name: `one sheet per axe, each with its « ${label} »`,
    sheets: (slip: boolean) =>
      Object.fromEntries(
        axes.map(({ numero }) => [
          `Axe ${numero}`,
          [...HEADS, ...rows(ofAxe(numero)), [label, ...wrong(sums(ofAxe(numero)), slip && numero === 3)]],
        ]),
      ),
    cell: "'Axe 3'!B5",
    rule: "sous-total-axe",
  })),
  {
    name: "one sheet per service, each with its total",
    sheets: (slip) => ({
      "Service A": [...HEADS, ...rows(actions.slice(0, 3)), ["Total", ...wrong(sums(actions.slice(0, 3)), slip)]],
      "Service B": [...HEADS, ...rows(actions.slice(3)), ["Total", ...sums(actions.slice(3))]],
    }),
    cell: "'Service A'!B6",
  },
  ...[false, true].map((hasOwn) => ({
    name: `one table per axe${hasOwn ? ", each with its total" : ""}, that of all below the last one`,
    sheets: (slip: boolean) => ({
      Budget: axes.flatMap(({ numero }) => [
        [axeLabel(numero)],
        ...HEADS,
        ...rows(ofAxe(numero)),
        ...(hasOwn ? [[`Total axe ${numero}`, ...sums(ofAxe(numero))]] : []),
        ...(numero < 4 ? [[]] : [["TOTAL", ...wrong(sums(actions), slip)]]),
      ]),
    }),
    cell: hasOwn ? "Budget!B28" : "Budget!B24",
    rule: "total-general",
  })),
  {
    name: "an action again below the TOTAL, apart",
    sheets: (slip) => inOne(all, [total, [], ...(slip ? rows(actions.slice(0, 1)) : [])]),
    cell: "Budget!B13",
  },
];

testLayouts(LAYOUTS);
