// One contract in the forms in which parties sign it: a Word document laid out as such documents are, and its text.
import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from "docx";
import { CONTRAT_EN_TEXTE } from "../contracts/other-documents";

const LINES = CONTRAT_EN_TEXTE.split("\n");
const isRow = (line: string): boolean => line.includes("\t") || line.startsWith("Axe ");

const paragraph = (text: string): Paragraph =>
  new Paragraph({ spacing: { after: 120 }, alignment: AlignmentType.JUSTIFIED, children: [new TextRun(text)] });

/** Each article has a number that only Word shows. */
const article = (text: string): Paragraph => new Paragraph({ numbering: { reference: "articles", level: 0 }, text });

function table(rows: readonly string[]): Table {
  const cells = rows.map((line) => line.split("\t"));
  const width = Math.max(...cells.map(({ length }) => length));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: cells.map(
      (row) =>
        new TableRow({
          children:
            row.length === 1
              ? [new TableCell({ columnSpan: width, children: [new Paragraph(row[0] ?? "")] })]
              : Array.from({ length: width }, (_, at) => new TableCell({ children: [new Paragraph(row[at] ?? "")] })),
        }),
    ),
  });
}

export const ARTICLES = [
  "La présente convention couvre la période du 1er janvier 2024 au 31 décembre 2025 ; les parties la suivent ensemble, se réunissent chaque semestre, et disent ce qui avance ou non.",
  "Chaque action est financée à hauteur de 50 % au moins par le Département, sur son budget propre, et au plus tard deux mois après la signature.",
] as const;
export const NOTE = "Sous réserve du vote du budget par l’assemblée.";

function children(): readonly FileChild[] {
  const found: FileChild[] = [];
  let rows: string[] = [];
  for (const line of [...LINES, ""]) {
    if (isRow(line)) {
      rows.push(line);
      continue;
    }
    if (rows.length > 0) found.push(table(rows));
    rows = [];
    if (line !== "") found.push(paragraph(line));
  }
  return found;
}

/** With a running title, numbers of pages, a note, numbered articles, and its annexes across the page. */
export async function bocageDocx(): Promise<Uint8Array> {
  const at = children();
  const split = LINES.indexOf("Tableau budgétaire");
  const before = LINES.slice(0, split).length;
  const around = {
    headers: { default: new Header({ children: [new Paragraph("Département du Bocage – convention signée")] }) },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })] }),
        ],
      }),
    },
  };
  const [duree = "", finance = ""] = ARTICLES;
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph(NOTE)] } },
    numbering: {
      config: [
        {
          reference: "articles",
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "Article %1 –", alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        ...around,
        children: [
          article("Durée"),
          paragraph(duree),
          article("Financement"),
          new Paragraph({
            spacing: { after: 120 },
            children: [new TextRun(finance.slice(0, -1)), new FootnoteReferenceRun(1), new TextRun(".")],
          }),
          ...at.slice(0, before),
        ],
      },
      {
        ...around,
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [...at.slice(before)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
