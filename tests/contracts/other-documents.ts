// Two signed contracts written otherwise than Dijon's: a Word document with merged and cut tables in thousands, fiches and account as
// forms; and a plain text with answers over several lines.
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, type FileChild } from "docx";

interface Merged {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}
type CellText = string | Merged;

const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });
const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });

function cell(content: CellText): TableCell {
  const { text, columns = 1, rows = 1 } = typeof content === "string" ? { text: content } : content;
  return new TableCell({ columnSpan: columns, rowSpan: rows, children: text.split("\n").map(paragraph) });
}

const table = (rows: readonly (readonly CellText[])[]): Table =>
  new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) });

const amounts = (first: number, rows: readonly (readonly CellText[])[]): Table =>
  table([
    [
      { text: "Actions", rows: 2 },
      { text: `${first}`, columns: 3 },
      { text: `${first + 1}`, columns: 3 },
    ],
    ["État", "Métropole", "Total", "État", "Métropole", "Total"],
    ...rows,
  ]);
const axe = (text: string): readonly CellText[] => [{ text, columns: 7 }];

const ENFANCE = axe("Axe 1 – Enfance et jeunesse");
const EMPLOI = axe("Axe 2 – Accès à l’emploi");

const CHILDREN: readonly FileChild[] = [
  paragraph("L’ordonnateur est la préfète de région. Le comptable est le directeur régional des finances publiques."),
  table([
    ["Titulaire", "Métropole de Valinventé"],
    ["Domiciliation", "Trésorerie de Valinventé"],
    ["RIB", "20041 01005 0500013M026 06"],
    ["IBAN", "FR14 2004 1010 0505 0001 3M02 606"],
    ["BIC", "PSSTFRPPLIL"],
  ]),
  heading("Fiche action 1"),
  table([
    ["Objectif principal", "Repérer les familles que rien n’atteint.\nLes accompagner."],
    ["Calendrier", "du 1er janvier 2024 au 31 décembre 2027"],
    ["Public cible", "Familles monoparentales\nJeunes parents"],
    ["Action nouvelle ou renforcée", "Action nouvelle"],
    ["Pilotage", "Métropole"],
    ["Partenaires", "CAF, PMI\nCCAS"],
  ]),
  heading("Annexe financière (en k€)"),
  amounts(2024, [
    ENFANCE,
    ["1. Aller vers les familles", "40,5", "40,5", "81", "45", "45", "90"],
    ["2. Prévenir le décrochage", "24,5", "24,5", "49", "25", "25", "50"],
  ]),
  paragraph("(suite)"),
  amounts(2024, [EMPLOI, ["3. Lever les freins", "50", "55", "105", "50", "50", "100"]]),
  paragraph("Années 2026 et 2027"),
  amounts(2026, [
    ENFANCE,
    ["1. Aller vers les familles", "45", "45", "90", "45", "45", "90"],
    ["2. Prévenir le décrochage", "25", "25", "50", "25", "25", "50"],
    EMPLOI,
    ["3. Lever les freins", "50", "50", "100", "1\u202f050", "1\u202f050", "2\u202f100"],
  ]),
  heading("Indicateurs"),
  table([
    ["Action", "Indicateur", "T0", "Cible 2024", "Cible 2025", "Cible 2026", "Cible 2027"],
    ["1. Aller vers les familles", "Familles accompagnées", "0", "1\u202f200", "1 300", "1400", "1 500"],
    [{ text: "2. Prévenir le décrochage", rows: 2 }, "Jeunes suivis", "120", "130", "140", "150", "160"],
    ["Taux de retour en formation", "12,5 %", "15 %", "20 %", "25 %", "30 %"],
    ["3. Lever les freins", "Personnes accompagnées", "nd", "à définir", "nd", "nd", "nd"],
  ]),
];

/** The bytes of a .docx. */
export async function contratEnMilliers(): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [...CHILDREN] }] })));
}

const row = (...cells: readonly string[]): string => cells.join("\t");

export const CONTRAT_EN_TEXTE = [
  "La contribution sera créditée sur le compte du Département du Bocage.",
  "Les versements seront effectués à :",
  "Paierie du Bocage",
  "RIB : 20041 01005 0500013M026 06",
  "IBAN : FR14 2004 1010 0505 0001 3M02 607",
  "BIC : PSSTFRPPLIL",
  "Action n°1 - Accueillir les tout-petits",
  "Objectif principal : Ouvrir des places.",
  "Calendrier : du 1er janvier 2024 au 31 décembre 2025",
  "Public cible :",
  "- familles en insertion",
  "- familles monoparentales",
  "Moyens : deux agents",
  "L’action est-elle nouvelle ? oui",
  "Pilotage : Département",
  "Partenaires : CAF,",
  "communes, associations",
  "Tableau budgétaire",
  row("Année", "2024", "", "", "2025", "", ""),
  row("", "Total", "Etat", "Département", "Total", "Etat", "Département"),
  "Axe « Enfance »",
  row("1 Accueillir les tout-petits", "2 000", "1 000", "1 000", "2 000", "1 000", "1 000"),
  row("TOTAL", "2 500", "1 250", "1 250", "2 000", "1 000", "1 000"),
  "Suivi des indicateurs",
  row("Actions", "Indicateurs", "Situation T0", "2024", "2025"),
  row("Action n°1 - Accueillir les tout-petits", "Places ouvertes", "1 250", "1 300", "1 350"),
  row("", "Qualité de l’accueil", "à construire", "satisfaisante", "satisfaisante"),
].join("\n");
