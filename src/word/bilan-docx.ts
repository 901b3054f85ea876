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
import { A4, MARGINS, WIDE_MARGINS } from "./paper";
import { STYLES } from "./styles";

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
