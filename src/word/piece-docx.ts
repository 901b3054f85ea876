// A paper of the avenant as a Word document: the note for the « dialogue de gestion », the draft of the avenant itself.
import {
  AlignmentType,
  Document,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from "docx";
import {
  isColonneDeChiffres,
  type CelluleDePiece,
  type LigneDePiece,
  type PartieDePiece,
  type Piece,
  type TableDePiece,
} from "../core/reports/avenant/piece";
import { formatMontant } from "../core/domain/words/format";
import { formatTaux } from "../core/domain/values/taux";
import { A4, MARGINS, WIDE_MARGINS } from "./paper";
import { packDocument } from "./pack-document";
import { STYLES } from "./styles";
import { dataTable, fitted, type Row } from "./tables";
import { heading, list, prompt, tableLead, text } from "./text";

/** Twentieths of a point between the margins. */
const WIDTHS = {
  portrait: A4.width - MARGINS.left - MARGINS.right,
  landscape: A4.height - WIDE_MARGINS.left - WIDE_MARGINS.right,
} as const;

function write(cellule: CelluleDePiece): string {
  if (typeof cellule === "string") return cellule;
  if ("montant" in cellule) {
    const written = formatMontant(cellule.montant);
    return cellule.nu ? written.replace(/\s€$/u, "") : written;
  }
  if ("ecart" in cellule) return `${cellule.ecart > 0 ? "+" : ""}${formatMontant(cellule.ecart)}`;
  return formatTaux(cellule.taux.numerateur, cellule.taux.denominateur, cellule.seuil);
}

function rowOf({ look = "line", cellules }: LigneDePiece, columns: number): Row {
  if (look !== "axe") return { cells: cellules.map(write), look };
  return { cells: [{ text: cellules.map(write).join(" "), columns, align: "left" }], look: "total", keepsNext: true };
}

function tableOf(table: TableDePiece, width: number): FileChild {
  const { entetes, largeurs, lignes } = table;
  return dataTable({
    widths: fitted(largeurs, width),
    aligns: entetes.map((_, column) => (isColonneDeChiffres(table, column) ? "right" : "left")),
    headings: [entetes],
    rows: lignes.map((ligne) => rowOf(ligne, entetes.length)),
  });
}

const SIGNATURE_LINES = "\n\n\n\n";

function partOf(partie: PartieDePiece): FileChild[] {
  switch (partie.kind) {
    case "titre":
      return [heading(2, partie.texte)];
    case "texte":
      return [text(partie.texte)];
    case "liste":
      return list(partie.textes);
    case "consigne":
      return [prompt(partie.texte)];
    case "table":
      return [tableOf(partie.table, WIDTHS.portrait), text("")];
    case "signatures":
      return [
        tableLead("Fait à [lieu], le [date], en [nombre] exemplaires."),
        dataTable({
          widths: fitted(
            partie.noms.map(() => 1),
            WIDTHS.portrait,
          ),
          aligns: partie.noms.map(() => "left" as const),
          headings: [],
          rows: [{ cells: partie.noms.map((nom) => nom + SIGNATURE_LINES) }],
        }),
      ];
  }
}

function section(
  { pied }: Piece,
  orientation: "portrait" | "landscape",
  children: readonly FileChild[],
): ISectionOptions {
  const isWide = orientation === "landscape";
  return {
    properties: {
      page: {
        size: { ...A4, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: isWide ? WIDE_MARGINS : MARGINS,
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new TextRun({
                size: 16,
                color: "4B5563",
                children: [`${pied} – Page `, PageNumber.CURRENT, " sur ", PageNumber.TOTAL_PAGES],
              }),
            ],
          }),
        ],
      }),
    },
    children,
  };
}

/** The bytes of a .docx; the same paper gives the same bytes. */
export function pieceDocx(piece: Piece): Promise<Uint8Array> {
  const { titre, sousTitre, parties, annexe, asOf } = piece;
  const document = new Document({
    title: titre,
    subject: sousTitre,
    creator: "Contrat local des solidarités",
    lastModifiedBy: "Contrat local des solidarités",
    styles: STYLES,
    sections: [
      section(piece, "portrait", [heading("title", titre), text(sousTitre, "Soustitre"), ...parties.flatMap(partOf)]),
      ...(annexe
        ? [
            section(piece, "landscape", [
              heading(1, annexe.titre),
              text(annexe.texte),
              tableOf(annexe.table, WIDTHS.landscape),
            ]),
          ]
        : []),
    ],
  });
  return packDocument(document, asOf);
}
