// The « Bilan d’exécution » as a Word document: the tables of the sheets, and headings for the text that agents write.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from "docx";
import { direEmpreinte } from "../core/contract/signed/sceau";
import type { Bilan } from "../core/reports/bilan/bilan";
import { financialPart } from "./bilan-financial";
import { indicatorPart } from "./bilan-indicators";
import { actionParts } from "./bilan-actions";
import { discrepancyPart, frontPart, synthesisPart } from "./bilan-text-parts";
import { packDocument } from "./pack-document";
import { STYLES } from "./styles";

/** Twentieths of a point: A4, whose sides the library turns for a landscape page. */
const A4 = { width: 11_906, height: 16_838 } as const;
const MARGINS = { top: 1000, bottom: 900, left: 1000, right: 1000, header: 450, footer: 450 } as const;
/** Wide tables take what room there is. */
const WIDE_MARGINS = { ...MARGINS, left: 740, right: 740 } as const;

function section(
  { entete }: Bilan,
  orientation: "portrait" | "landscape",
  children: readonly FileChild[],
): ISectionOptions {
  const small = (content: string) => new TextRun({ text: content, size: 16, color: "4B5563" });
  return {
    properties: {
      page: {
        size: {
          ...A4,
          orientation: orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: orientation === "landscape" ? WIDE_MARGINS : MARGINS,
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [small(`Bilan d’exécution ${entete.periodeTexte} – ${entete.intitule}`)],
          }),
        ],
      }),
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
                children: [...foot(entete), "Page ", PageNumber.CURRENT, " sur ", PageNumber.TOTAL_PAGES],
              }),
            ],
          }),
        ],
      }),
    },
    children,
  };
}

const foot = ({ empreinte }: Bilan["entete"]): readonly string[] =>
  empreinte === null ? [] : [`${direEmpreinte(empreinte)} – `];

/** The bytes of a .docx; the same bilan gives the same bytes. */
export function bilanDocx(bilan: Bilan): Promise<Uint8Array> {
  const { intitule, periodeTexte, asOf } = bilan.entete;
  const document = new Document({
    title: `Bilan d’exécution ${periodeTexte} – ${intitule}`,
    subject: intitule,
    creator: "Contrat local des solidarités",
    lastModifiedBy: "Contrat local des solidarités",
    styles: STYLES,
    sections: [
      section(bilan, "portrait", [...frontPart(bilan), ...synthesisPart(bilan)]),
      section(bilan, "landscape", [...financialPart(bilan), ...indicatorPart(bilan)]),
      section(bilan, "portrait", [...actionParts(bilan), ...discrepancyPart(bilan)]),
    ],
  });
  return packDocument(document, asOf);
}
