// The « Fiche action » annexe: the fields of the contract's fiches, filled in with what its definition knows.
import type { Action, Convention } from "../../contract/convention";
import { formatListe } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import type { AnnexePlan } from "../../workbook-port";
import { choicesOnly, isChoiceList } from "../parts/entry-controls";
import { estimateLines, textCell } from "../parts/sheet-builder";
import { A_COMPLETER, AnnexeSheet, cellRange, type EnVigueur } from "./annexe-sheet";
import { ANNEXE_STYLES } from "./annexe-style";
import type { NumeroAction } from "../../domain/values/numero-action";

const WIDTHS = [30, 64];
const MIDDLE = { vertical: "center" } as const;
const NATURES = ["Action nouvelle", "Action existante renforcée"];
const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

/** "1er janvier 2024". */
function longDate(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${day === "01" ? "1er" : Number(day)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

function linked({ fiche }: Action): string {
  const name = (word: string, numeros: readonly NumeroAction[]): string[] =>
    numeros.length === 0 ? [] : [`${word}${numeros.length > 1 ? "s" : ""} ${formatListe(numeros.map(String))}`];
  return [...name("action", fiche?.actionsLiees ?? []), ...name("axe", fiche?.axesLies ?? [])].join(" ; ");
}

/** What the contract says of the action may be chosen too. */
function naturesWith(nature: string): readonly string[] {
  const choices = [...NATURES, nature];
  return nature !== "" && !NATURES.includes(nature) && isChoiceList(choices) ? choices : NATURES;
}

interface Field {
  readonly label: string;
  readonly text: string;
  /** Lines to leave for what the agent writes. */
  readonly least: number;
}

function fieldsOf(action: Action, convention: Convention): readonly Field[] {
  const { fiche } = action;
  const axe = convention.axes.find(({ numero }) => numero === action.axe);
  const field = (label: string, text = "", least = 2): Field => ({ label, text, least });
  return [
    field("Axe", axe ? `Axe ${axe.numero} : ${axe.intitule}` : ""),
    field("Sous-axe", fiche?.sousAxe),
    field("Constats et problématiques", fiche?.constats, 12),
    field("Objectif principal", fiche?.objectif, 6),
    field("Objectifs opérationnels et descriptif des actions", fiche?.descriptif, 12),
    field("Calendrier", fiche ? `du ${longDate(fiche.debut)} au ${longDate(fiche.fin)}` : ""),
    field("Public cible", fiche?.publicCible),
    field("Indicateurs", action.indicateurs.map(({ intitule }) => intitule).join("\n")),
    field("Interaction avec les autres axes et actions", linked(action)),
    field("L’action est-elle nouvelle ?", fiche?.nature),
    field("Pilotage et suivi de l’action", fiche?.pilotage),
    field("Partenaires", fiche?.partenaires),
  ];
}

function linesOf({ text, least }: Field): number {
  const [, answerWidth = 1] = WIDTHS;
  return Math.max(least, estimateLines(text, answerWidth));
}

const texteSigne = (numero: NumeroAction): string =>
  typographie(
    `Les champs laissés ouverts se recopient du contrat signé : annexe « descriptif des actions », fiche de l’action n° ${numero}.`,
  );

export function composeFicheAction(enVigueur: EnVigueur, action: Action): AnnexePlan {
  const sheet = new AnnexeSheet(enVigueur, WIDTHS);
  const { convention } = enVigueur;
  sheet.addTitle("Fiche action", A_COMPLETER);
  // Where its texts need a second page, that one repeats what the fiche is about.
  const subject = sheet.addWide(`Action n°${action.numero} - ${action.intitule}`, {
    ...ANNEXE_STYLES.heading,
    font: { size: 12, bold: true },
  });
  // What was signed is the parties' own text: where the contract's definition lacks it, the field is theirs to fill in.
  const isOpen = [action.fiche?.constats, action.fiche?.objectif, action.fiche?.descriptif].some(
    (text) => text === undefined,
  );
  if (isOpen) sheet.addWide(texteSigne(action.numero), ANNEXE_STYLES.note);
  const fields = fieldsOf(action, convention);
  let objectifs = 0;
  for (const field of fields) {
    const { label, text, least } = field;
    const cells = [textCell(label), textCell(text === "" ? null : text)];
    const row = sheet.addLine(cells, {}, linesOf(field));
    if (label.startsWith("Objectifs opérationnels")) objectifs = row;
    sheet.rows.style(row, 0, 0, ANNEXE_STYLES.label);
    sheet.rows.style(row, 1, 1, ANNEXE_STYLES.answer);
    sheet.rows.style(row, 1, 1, ANNEXE_STYLES.text);
    sheet.markBlanks(row, cells, 1);
    // What leaves room to write begins at the top of it.
    if (least <= 2) sheet.rows.style(row, 0, 1, MIDDLE);
    if (label.startsWith("L’action est-elle")) {
      sheet.control(choicesOnly(cellRange(row, 1), naturesWith(text), NATURES));
    }
  }
  return sheet.build({
    name: `Fiche action ${action.numero}`,
    orientation: "portrait",
    titleRows: [subject, subject],
    frozenRows: 0,
    breaks: [objectifs],
  });
}
