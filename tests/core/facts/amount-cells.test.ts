// An amount that cannot be read is said wherever it stands: payments, other financing and what is said to be contracted too.
import { describe, expect, test } from "vitest";
import { check, table, WORDS, type Grid } from "../reading/execution-account";

const ACCOUNT = table([[2024, [2024]]]);
const ROWS = { action: 2, total: ACCOUNT.length } as const;
const WHOLE: Grid = [...ACCOUNT, ["TOTAL", ...WORDS.map(() => 1000)]];
const LETTERS = "BCDEFGH";

const withWords = (row: number, column: number): Grid =>
  WHOLE.map((cells, at) => (at === row ? cells.map((cell, index) => (index === column ? "12 34 ?" : cell)) : cells));

describe.each(Object.entries(ROWS))("in a row of %s", (_, row) => {
  test.each(WORDS.map((word, index) => [word, index] as const))("under « %s »", (_word, index) => {
    const { json } = check({ Exécution: withWords(row, index + 1) });
    const found = json.findings.filter(({ rule }) => rule === "montant-lisible").map(({ cells }) => cells);
    expect(found).toEqual([[`Exécution!${LETTERS[index]}${row + 1}`]]);
  });
});
