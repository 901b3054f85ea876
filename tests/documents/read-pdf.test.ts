// What a PDF shows and does not say: lines of a paragraph, cells, columns, what each page repeats, what a page cut.
import { describe, expect, it } from "vitest";
import { readPdf } from "../../src/documents/pdf/read-pdf";
import { column, drawnTable, rawPdf, type PdfPage } from "./raw-pdf";

async function read(...pages: readonly PdfPage[]) {
  const { blocs, nonLus } = await readPdf(rawPdf(pages), "contrat.pdf");
  return {
    said: blocs.map((bloc) => (bloc.kind === "paragraphe" ? bloc.texte : bloc.lignes)),
    lieux: blocs.map(({ lieu }) => lieu),
    nonLus,
  };
}

/** As wide as the text of a page. */
const FULL = "La collectivité finance chaque action à hauteur de cinquante pour cent au moins de son coût,";

describe("paragraphs", () => {
  it("go on to the next line, end where a word would have had room, and are named by page and rank", async () => {
    const first = column([FULL, "sur son budget propre.", "Le présent contrat couvre quatre années."], 60, 100);
    const { said, lieux } = await read({ texts: first }, { texts: column(["Fait à Dijon."], 60, 100) });
    expect(said).toEqual([
      `${FULL} sur son budget propre.`,
      "Le présent contrat couvre quatre années.",
      "Fait à Dijon.",
    ]);
    expect(lieux).toEqual(["page 1, paragraphe 1", "page 1, paragraphe 2", "page 2, paragraphe 1"]);
  });

  it.each(["MONTROSE, sa présidente.", "2028 au plus tard.", "165 000 € pour 2025."])(
    "go on with what no sentence begins with, where the line before ends early: %s",
    async (rest) => {
      const cut = FULL.slice(0, FULL.lastIndexOf(" son"));
      const { said } = await read({ texts: column([FULL, "oui.", cut, rest], 60, 100) });
      expect(said).toEqual([`${FULL} oui.`, `${cut} ${rest}`]);
    },
  );

  it("go on over a page", async () => {
    const { said } = await read(
      { texts: column([FULL], 60, 700) },
      { texts: column(["sur son budget.", "Fin."], 60, 100) },
    );
    expect(said).toEqual([`${FULL} sur son budget.`, "Fin."]);
  });

  it("have whole words again: cut by a hyphen, written with one, a name, and signs of lists left out", async () => {
    const wide = (end: string): string =>
      `La collectivité et l’État financent ensemble chacune des actions du présent contrat : le ${end}`;
    const { said } = await read({
      texts: column(
        [
          wide("départe-"),
          "ment.",
          wide("sous-"),
          "préfet.",
          wide("Bourgogne-"),
          "Franche-Comté.",
          "• Une puce",
          "- Un tiret",
        ],
        40,
        100,
      ),
    });
    expect(said).toEqual([
      wide("département."),
      wide("sous-préfet."),
      wide("Bourgogne-Franche-Comté."),
      "Une puce",
      "- Un tiret",
    ]);
  });

  it("are read column after column, between titles that run over both", async () => {
    const lines = (word: string) =>
      Array.from({ length: 9 }, (_, rank) => `${word} ${rank} de la colonne qui est longue et pleine`);
    const { said } = await read({
      texts: [
        { text: "Un titre qui court au-dessus des deux colonnes de la page entière, sans s’arrêter", x: 60, y: 90 },
        ...column(lines("gauche"), 50, 130),
        ...column(lines("droite"), 320, 130),
      ],
    });
    const text = said.join(" ");
    expect(text.indexOf("gauche 8")).toBeLessThan(text.indexOf("droite 0"));
    expect(text.startsWith("Un titre")).toBe(true);
  });
});

describe("tables", () => {
  const BUDGET = [
    ["Actions", "2024", "2025"],
    ["1. Aller vers", "1 000", "2 000"],
  ];
  const COLUMNS = [60, 260, 360, 460];

  it("are what lines draw, with a merged cell's text in its first place", async () => {
    const { texts, lines } = drawnTable(
      [
        ["Actions", "2024", ""],
        ["", "État", "Ville"],
        ["1. Aller vers", "1 000", "500"],
      ],
      COLUMNS,
      100,
    );
    const merged = lines.map(([left, top, right, bottom]) =>
      left === 360 && right === 360
        ? ([360, 116, 360, bottom] as const)
        : left === 60 && right === 460 && top === 116
          ? ([260, 116, 460, 116] as const)
          : ([left, top, right, bottom] as const),
    );
    const { said, lieux } = await read({ texts, lines: merged });
    expect(said).toEqual([
      [
        ["Actions", "2024", ""],
        ["", "État", "Ville"],
        ["1. Aller vers", "1 000", "500"],
      ],
    ]);
    expect(lieux).toEqual(["page 1, tableau 1"]);
  });

  it("are the same drawn as thin shapes, and on a page that is turned", async () => {
    const { texts, lines } = drawnTable(BUDGET, COLUMNS, 100);
    const thin = lines.map(
      ([left, top, right, bottom]) =>
        `${left} ${842 - bottom} ${Math.max(0.5, right - left)} ${Math.max(0.5, bottom - top)} re f`,
    );
    expect((await read({ texts, raw: thin.join("\n") })).said).toEqual([BUDGET]);
    // Turned, what ran along the page runs across it.
    const turned = `q 0 1 -1 0 595 0 cm ${[...texts].map(({ text, x, y }) => `BT /F 10 Tf ${x} ${595 - y} Td (${text}) Tj ET`).join(" ")} ${lines.map(([left, top, right, bottom]) => `${left} ${595 - top} m ${right} ${595 - bottom} l S`).join(" ")} Q`;
    const plain = [
      ["Actions", "2024", "2025"],
      ["1. Aller vers", "1 000", "2 000"],
    ];
    expect((await read({ rotate: 90, raw: turned })).said).toEqual([plain]);
  });

  it("go on over a page, their heading once, and are others with other years", async () => {
    const page = (rows: readonly (readonly string[])[]): PdfPage => drawnTable(rows, COLUMNS, 100);
    const next = [
      ["Actions", "2024", "2025"],
      ["2. Prévenir", "3 000", "4 000"],
    ];
    const other = [
      ["Actions", "2026", "2027"],
      ["1. Aller vers", "5 000", "6 000"],
    ];
    expect((await read(page(BUDGET), page(next), page(other))).said).toEqual([[...BUDGET, next[1]], other]);
  });

  it("put together a row that the page cut", async () => {
    const page = (rows: readonly (readonly string[])[]): PdfPage => drawnTable(rows, COLUMNS, 100);
    const rows = (
      await read(
        page(BUDGET),
        page([
          ["les familles", "", ""],
          ["2. Prévenir", "3 000", "4 000"],
        ]),
      )
    ).said[0];
    expect(rows).toEqual([
      BUDGET[0],
      ["1. Aller vers les familles", "1 000", "2 000"],
      ["2. Prévenir", "3 000", "4 000"],
    ]);
  });

  it("keep a figure whole that its column cut, and tell figures that stand under each other", async () => {
    const columns = [60, 160, 190, 220];
    const drawn = drawnTable([["Action", "", ""]], columns, 100, 40);
    const cut = [
      { text: "130", x: 164, y: 111 },
      { text: "000", x: 164, y: 123 },
      { text: "65 0", x: 194, y: 111 },
      { text: "00", x: 194, y: 123 },
    ];
    expect((await read({ texts: [...drawn.texts, ...cut], lines: drawn.lines })).said).toEqual([
      [["Action", "130 000", "65 000"]],
    ]);
    const wide = [60, 160, 260, 360];
    const two = drawnTable([["", "", ""]], wide, 100, 40);
    const rows = column(["1. Aller vers", "2. Prévenir"], 64, 111).concat(
      column(["500", "700"], 164, 111),
      column(["50", "70"], 264, 111),
    );
    expect((await read({ texts: rows, lines: two.lines })).said).toEqual([
      [
        ["1. Aller vers", "500", "50"],
        ["2. Prévenir", "700", "70"],
      ],
    ]);
  });

  it("give each cell its own: figures that came as one, words that run over a line", async () => {
    const columns = [60, 110, 160, 260];
    const { lines } = drawnTable(new Array<readonly string[]>(2).fill(["", "", ""]), columns, 100);
    const texts = [
      // As close as two cells with narrow margins are: they come as one text.
      { text: "Total", x: 64, y: 111 },
      { text: "1 100 000", x: 115, y: 111 },
      { text: "2 200 000", x: 162, y: 111 },
      { text: "Axe qui court au-delà de sa cellule", x: 64, y: 127 },
    ];
    const [first, second] = (await read({ texts, lines })).said[0] as readonly (readonly string[])[];
    expect(first).toEqual(["Total", "1 100 000", "2 200 000"]);
    expect(second).toEqual(["Axe qui court au-delà de sa cellule", "", ""]);
  });

  it("give each cell its own heading, where two of them came as one word", async () => {
    const columns = [60, 110, 160, 206, 260];
    const { lines } = drawnTable(new Array<readonly string[]>(2).fill(["", "", "", ""]), columns, 100);
    const texts = [
      { text: "État", x: 114, y: 111 },
      { text: "Métropole", x: 162, y: 111 },
      { text: "Total", x: 207, y: 111 },
      { text: "60 000", x: 114, y: 127 },
    ];
    const [first] = (await read({ texts, lines })).said[0] as readonly (readonly string[])[];
    expect(first).toEqual(["", "État", "Métropole", "Total"]);
  });

  it("are also what stands in columns without lines, a label going on below", async () => {
    const row = (y: number, ...cells: readonly string[]) => cells.map((text, at) => ({ text, x: 60 + at * 150, y }));
    const { said } = await read({
      texts: [
        ...row(100, "Actions", "2024", "2025"),
        ...row(114, "1. Aller vers", "1 000", "2 000"),
        { text: "les familles", x: 60, y: 126 },
        ...row(140, "2. Prévenir", "300", "400"),
        { text: "Le préfet signe.", x: 60, y: 200 },
      ],
    });
    expect(said).toEqual([
      [
        ["Actions", "2024", "2025"],
        ["1. Aller vers les familles", "1 000", "2 000"],
        ["2. Prévenir", "300", "400"],
      ],
      "Le préfet signe.",
    ]);
  });
});

describe("what is no part of the text", () => {
  it("is left out: titles that run along and numbers of pages", async () => {
    const page = (rank: number): PdfPage => ({
      texts: [
        { text: "Contrat local des solidarités", x: 60, y: 40 },
        ...column([`Article ${rank} Objet`], 60, 200),
        { text: `Page ${rank} sur 3`, x: 280, y: 810 },
      ],
    });
    expect((await read(page(1), page(2), page(3))).said).toEqual([
      "Article 1 Objet",
      "Article 2 Objet",
      "Article 3 Objet",
    ]);
  });

  it("is kept: titles that only look alike, as one fiche a page has", async () => {
    const page = (rank: number): PdfPage => ({ texts: column([`Fiche action ${rank}`], 60, 60) });
    expect((await read(page(1), page(2), page(3))).said).toEqual([
      "Fiche action 1",
      "Fiche action 2",
      "Fiche action 3",
    ]);
  });

  it("stands at its place: a note, without the figure that points at it", async () => {
    const { said, lieux } = await read({
      texts: [
        { text: "Un montant de 50 000 €", x: 60, y: 100 },
        { text: "1", x: 173, y: 96, size: 6 },
        { text: "pour l’année.", x: 180, y: 100 },
        { text: "1 Sous réserve du vote du budget.", x: 60, y: 780, size: 8 },
      ],
      lines: [[60, 765, 200, 765]],
    });
    expect(said).toEqual(["Un montant de 50 000 € pour l’année.", "Sous réserve du vote du budget."]);
    expect(lieux[1]).toBe("page 1, note 1");
  });
});
