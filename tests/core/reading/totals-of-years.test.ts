// A total of some years is compared whatever the words over it and wherever it stands: "Total 2024-2025", beside "Total 2024-2027".
import { describe, expect, test } from "vitest";
import { actions, check, figures, type Grid } from "./execution-account";

describe("a total under a heading that says its years", () => {
  const SPAN = "Total 2024-2025";
  const EXECUTED = ["Exécuté État", "Exécuté Métropole", "Exécuté Total"];
  type Columns = (numero: number) => readonly number[];
  const executed = (annee: number) => (numero: number) => {
    const [, , , etat = 0, local = 0] = figures(numero, annee);
    return [etat, local, etat + local];
  };
  const sum =
    (annees: readonly number[], slip = 0) =>
    (numero: number): number[] => [
      annees.reduce((whole, annee) => whole + (executed(annee)(numero)[2] ?? 0), numero === 2 ? slip : 0),
    ];
  const rowsOf = (...groups: readonly Columns[]): Grid =>
    actions.map(({ numero, intitule }) => [
      `${numero} ${intitule}`,
      ...groups.flatMap((group) => group(Number(numero))),
    ]);
  const under = (annee: number) => [annee, null, null];

  type Layout = (slip: number) => Readonly<Record<string, Grid>>;
  const LAYOUTS: Readonly<Record<string, readonly [cell: string, Layout]>> = {
    "over its own column, beside the years": [
      "Exécution!H4",
      (slip) => ({
        Exécution: [
          ["Actions", ...under(2024), ...under(2025), SPAN],
          [null, ...EXECUTED, ...EXECUTED],
          ...rowsOf(executed(2024), executed(2025), sum([2024, 2025], slip)),
        ],
      }),
    ],
    "in one row of headings": [
      "Exécution!H3",
      (slip) => ({
        Exécution: [
          ["Actions", ...[2024, 2025].flatMap((annee) => EXECUTED.map((word) => `${word} ${annee}`)), SPAN],
          ...rowsOf(executed(2024), executed(2025), sum([2024, 2025], slip)),
        ],
      }),
    ],
    "on the sheet of the second year": [
      "'Exécution 2025'!E3",
      (slip) => ({
        "Exécution 2024": [["Actions", ...EXECUTED], ...rowsOf(executed(2024))],
        "Exécution 2025": [["Actions", ...EXECUTED, SPAN], ...rowsOf(executed(2025), sum([2024, 2025], slip))],
      }),
    ],
    "between the years that it adds and others, before the total of all": [
      "Exécution!H4",
      (slip) => ({
        Exécution: [
          ["Actions", ...under(2024), ...under(2025), SPAN, ...under(2026), "Total 2024-2027"],
          [null, ...EXECUTED, ...EXECUTED, null, ...EXECUTED],
          ...rowsOf(executed(2024), executed(2025), sum([2024, 2025], slip), executed(2026), sum([2024, 2025, 2026])),
        ],
      }),
    ],
    "a second time": [
      "Exécution!I4",
      (slip) => ({
        Exécution: [
          ["Actions", ...under(2024), ...under(2025), SPAN, SPAN],
          [null, ...EXECUTED, ...EXECUTED],
          ...rowsOf(executed(2024), executed(2025), sum([2024, 2025]), sum([2024, 2025], slip)),
        ],
      }),
    ],
  };

  test.each(Object.entries(LAYOUTS))("is compared %s", (_, [cell, sheets]) => {
    const held = check(sheets(0));
    expect(held.json.unread).toEqual([]);
    expect(held.found("total-de-la-periode")).toEqual([]);
    for (const gap of [-0.01, 0.01]) {
      expect(check(sheets(gap)).found("total-de-la-periode")).toMatchObject([
        { severity: "error", gap, cells: [cell] },
      ]);
    }
  });
});
