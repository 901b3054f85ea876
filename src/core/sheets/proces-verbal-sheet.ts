// The sheet « Procès-verbal »: one A4 page for both parties to sign, and below it, unprinted, the figures it is about.
import { empreinteCourte } from "../contract/signed/sceau";
import { describeDeclaration } from "../domain/describe-motif";
import { describeAnswersShortly } from "../domain/describe-answers";
import { accord } from "../domain/words/accord";
import { causesOf } from "../why/consequences";
import { formatDate, formatListe, formatListeCourte } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { COLONNES_DE_COMPTE, type CompteArticle } from "../reports/proces-verbal/comptes";
import { formatEmpreinte } from "../reports/proces-verbal/empreinte";
import { direPrecedent } from "../reports/proces-verbal/suite";
import type { ProcesVerbal } from "../reports/proces-verbal/proces-verbal";
import type { Verification } from "../verification";
import {
  COMPTES,
  LISTE,
  LISTE_DES_ECARTS,
  nommeArticle,
  RUBRIQUES,
  TOTAL_DES_COMPTES,
} from "../reports/proces-verbal/rubriques";
import type { PlannedCell, SheetPlan } from "../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { ANNEXE_STYLES } from "./annexes/annexe-style";
import { describeState, nameTable } from "./describe-verification";
import { footText } from "./parts/paper";
import { estimateLines, SheetBuilder, textCell } from "./parts/sheet-builder";
import { typographie } from "../domain/words/typographie";

const WIDTHS = [26.5, 12, 11, 10, 10.5, 9.5, 12, 11] as const;
const LAST = WIDTHS.length - 1;
/** So that the page stays one. */
const SHEETS_NAMED = 5;
const ANSWERS_NAMED = 3;
/** The left signature ends here. */
const MIDDLE = 2;

const FINGERPRINT: CellStyle = { font: { size: 10 }, numberFormat: "@" };
const LABEL: CellStyle = { ...ANNEXE_STYLES.label, vertical: "center" };
const COUNT: CellStyle = { horizontal: "center", numberFormat: '0;-0;"–"' };
const SIGNATURE_HEADING: CellStyle = { ...ANNEXE_STYLES.heading, horizontal: "left" };
const SIGNATURE_HEIGHT = 130;

const SOURCES = {
  workbook: "contrat de la feuille « Contrat » du classeur",
  "built-in": "contrat signé",
  given: "contrat donné à la vérification",
} as const;

const LEGEND =
  "Une règle est en écart dès qu’un de ses écarts n’a pas de justification ou l’a vu refuser ; « justifiés » attend l’accord de l’autre partie, « acceptés » l’a. « Non vérifiable » : le classeur n’a pas de quoi la vérifier. " +
  "« Non calculable » : point du contrat qui demande l’appréciation d’une personne.";

const CHECK =
  "L’empreinte (SHA-256) change dès qu’un chiffre, une justification, une décision ou un texte de fiche change, et non quand ils changent de place ; le procès-verbal suivant la porte. " +
  "L’autre partie contrôle ce procès-verbal sur le classeur qu’elle a reçu avec « Contrôler le procès-verbal » : il est identique, ou les cellules qui ont changé sont nommées. " +
  "N’importe qui peut refaire une empreinte : c’est ce papier, signé, qui engage les parties sur ces chiffres. " +
  "Il ne prouve ni que les montants sont ceux de la comptabilité, ni que le contrat est celui qui a été signé.";

const LIST_NOTE =
  "Cette liste ne s’imprime pas. Elle sert à nommer les cellules qui auront changé, lors du contrôle du procès-verbal : ne la modifiez pas.";

function nameAvenants({ avenants }: ProcesVerbal): string {
  if (avenants.length === 0) return "aucun";
  return formatListe(avenants.map(({ numero, signeLe }) => `n°\u00a0${numero} du ${formatDate(signeLe)}`));
}

/** "38 règles, version 3f2a9c1b4d5e, logiciel 0.1.0". */
function nameVersions({ versions, verification }: ProcesVerbal): string {
  return `${accord(verification.rules.length, "règle")}, version ${versions.regles}, logiciel ${versions.produit}`;
}

/** "Tableau budgétaire (« Budget »), Fiche action (« Fiche 1 », « Fiche 2 »)", one name for each kind. */
function nameTables({ verification }: ProcesVerbal): string {
  const byKind = new Map<string, Set<string>>();
  for (const table of verification.read) {
    const name = nameTable(table);
    byKind.set(name, (byKind.get(name) ?? new Set()).add(table.sheet));
  }
  const named = [...byKind].map(([name, sheets]) => {
    const [first = "", ...others] = sheets;
    const more = others.length > 0 ? ` et ${accord(others.length, "autre feuille", "autres feuilles")}` : "";
    return `${name} (${cite(first)}${more})`;
  });
  return named.join(" ; ") || "aucun tableau du contrat";
}

/** "2 plages qui ressemblent au contrat, dans « Synthèse » et « Brouillon »". */
function nameNotCompared(ranges: Verification["unread"]): string {
  const what = accord(ranges.length, "plage qui ressemble au contrat", "plages qui ressemblent au contrat");
  const sheets = [...new Set(ranges.map(({ sheet }) => cite(sheet)))];
  return `${what}, dans ${formatListeCourte(sheets, SHEETS_NAMED)}`;
}

function addRubrique(builder: SheetBuilder, label: string, text: string, style: CellStyle = {}): void {
  const shown = typographie(text);
  const lines = estimateLines(shown, builder.widthOf(1, LAST));
  const row = builder.addRow([textCell(label), textCell(shown)]);
  builder.setHeight(row, lines * 13.5 + 4);
  builder.merge(row, 1, LAST);
  builder.style(row, 0, LAST, ANNEXE_STYLES.line);
  builder.style(row, 0, 0, LABEL);
  builder.style(row, 1, LAST, style);
}

function addIdentity(builder: SheetBuilder, pv: ProcesVerbal): void {
  const { convention, verification } = pv;
  const { etat, collectivite } = convention;
  addRubrique(builder, RUBRIQUES.classeur, pv.classeur);
  addRubrique(builder, RUBRIQUES.situation, formatDate(pv.situation));
  addRubrique(builder, RUBRIQUES.parties, `${etat.nom} ; ${collectivite.nom}`);
  addRubrique(builder, RUBRIQUES.contrat, `${convention.id}, ${SOURCES[verification.contract.source]}`);
  if (pv.origine !== null) addRubrique(builder, RUBRIQUES.origine, pv.origine);
  // The one that the sheet « Contrat » prints: two parties compare it by eye, on paper.
  const { seal } = verification.contract;
  if (seal !== undefined) addRubrique(builder, RUBRIQUES.signe, empreinteCourte(seal), FINGERPRINT);
  addRubrique(builder, RUBRIQUES.avenants, nameAvenants(pv));
  addRubrique(builder, RUBRIQUES.empreinteDuContrat, formatEmpreinte(pv.empreinteDuContrat), FINGERPRINT);
  addRubrique(builder, RUBRIQUES.versions, nameVersions(pv));
  addRubrique(builder, RUBRIQUES.constats, describeState(verification));
  addRubrique(
    builder,
    RUBRIQUES.chiffres,
    `${accord(pv.chiffres.length, "chiffre lu", "chiffres lus")} : ${nameTables(pv)}`,
  );
  addRubrique(builder, RUBRIQUES.empreinte, formatEmpreinte(pv.empreinte), FINGERPRINT);
  addRubrique(builder, RUBRIQUES.precedent, direPrecedent(pv.precedents));
  if (pv.mesures !== null) addRubrique(builder, RUBRIQUES.mesures, pv.mesures);
  const ranges = verification.unread.filter(({ range }) => range !== undefined);
  if (ranges.length > 0) addRubrique(builder, RUBRIQUES.nonCompare, nameNotCompared(ranges));
  const answers = describeAnswersShortly(verification.answers, verification.contract.localParty, ANSWERS_NAMED);
  if (answers !== null) addRubrique(builder, RUBRIQUES.reponses, answers);
  const { declarations = [], contract } = verification;
  if (declarations.length > 0) {
    const told = declarations.map((one) => describeDeclaration(one, contract.localParty)).join(" ; ");
    addRubrique(
      builder,
      RUBRIQUES.personnes,
      `${told}. Déclaré par chacune, et prouvé par rien d’autre que les deux signatures.`,
    );
  }
}

function countCells(nom: string, compte: Omit<CompteArticle, "article">): PlannedCell[] {
  const { conformes, enEcart, justifies, acceptes, nonVerifiables } = compte;
  const rules = conformes + enEcart + justifies + acceptes + nonVerifiables;
  return [textCell(nom), { value: rules }, ...COLONNES_DE_COMPTE.map((key) => ({ value: compte[key] }))];
}

function addComptes(builder: SheetBuilder, comptes: readonly CompteArticle[]): void {
  const heading = builder.addRow(COMPTES.map(textCell));
  builder.setHeight(heading, 30);
  builder.style(heading, 0, LAST, ANNEXE_STYLES.heading);
  const add = (cells: readonly PlannedCell[], style: CellStyle): void => {
    const row = builder.addRow(cells);
    builder.style(row, 0, LAST, style);
    builder.style(row, 1, LAST, COUNT);
  };
  for (const { article, ...compte } of comptes) add(countCells(nommeArticle(article), compte), ANNEXE_STYLES.line);
  const sum = (key: (typeof COLONNES_DE_COMPTE)[number]) => comptes.reduce((total, compte) => total + compte[key], 0);
  add(
    countCells(TOTAL_DES_COMPTES, {
      conformes: sum("conformes"),
      enEcart: sum("enEcart"),
      justifies: sum("justifies"),
      acceptes: sum("acceptes"),
      nonVerifiables: sum("nonVerifiables"),
      nonCalculables: sum("nonCalculables"),
    }),
    ANNEXE_STYLES.total,
  );
}

function addSignatures(builder: SheetBuilder, { convention }: ProcesVerbal): void {
  // Who signed the contract in its first year may not be who signs today: each party, and none of its people, has its place.
  const { etat, collectivite, signataires = [] } = convention;
  const parties = [etat.nom, collectivite.nom, ...signataires.map(({ nom }) => nom)];
  const pair = (first: string, second: string): PlannedCell[] => [
    textCell(first),
    ...Array<PlannedCell>(MIDDLE).fill({ value: null }),
    textCell(second),
  ];
  const add = (cells: readonly PlannedCell[], height: number, style: CellStyle): void => {
    const row = builder.addRow(cells);
    builder.setHeight(row, height);
    builder.merge(row, 0, MIDDLE);
    builder.merge(row, MIDDLE + 1, LAST);
    builder.style(row, 0, LAST, style);
  };
  const blank = typographie("Nom et qualité :\n\nDate :\n\nSignature :");
  for (let first = 0; first < parties.length; first += 2) {
    const [left = "", right = ""] = parties.slice(first, first + 2);
    const lines = Math.max(
      estimateLines(left, builder.widthOf(0, MIDDLE)),
      estimateLines(right, builder.widthOf(MIDDLE + 1, LAST)),
    );
    add(pair(left, right), lines * 13.5 + 4, SIGNATURE_HEADING);
    add(pair(blank, right === "" ? "" : blank), SIGNATURE_HEIGHT, ANNEXE_STYLES.answer);
  }
}

const ECARTS_NOTE =
  "Cette liste ne s’imprime pas. Elle sert à dire, à la vérification suivante, ce qui est réglé et ce qui est nouveau depuis ce procès-verbal : ne la modifiez pas.";

const SMALL: CellStyle = { font: { size: 8 }, numberFormat: "@" };

/** Causes only, as everywhere they are counted: what follows from them is settled with them. */
function addEcarts(builder: SheetBuilder, { verification }: ProcesVerbal): void {
  builder.addRow([]);
  builder.addBanner("Écarts constatés", { ...ANNEXE_STYLES.axe, horizontal: "left" });
  builder.addBanner(ECARTS_NOTE, ANNEXE_STYLES.note);
  const add = (constat: string, cle: string, style: CellStyle): void => {
    const row = builder.addRow([
      textCell(constat),
      ...Array<PlannedCell>(LAST - 1).fill({ value: null }),
      textCell(cle),
    ]);
    builder.style(row, 0, LAST, style);
  };
  add(LISTE_DES_ECARTS.constat, LISTE_DES_ECARTS.cle, { font: { bold: true, size: 8 } });
  const causes = causesOf(verification.findings);
  for (const { id, message } of causes) add(message, id, SMALL);
  if (causes.length === 0) add("Aucun", "", SMALL);
}

function addListe(builder: SheetBuilder, { chiffres }: ProcesVerbal): void {
  builder.addRow([]);
  builder.addBanner("Chiffres vérifiés", { ...ANNEXE_STYLES.axe, horizontal: "left" });
  builder.addBanner(LIST_NOTE, ANNEXE_STYLES.note);
  const cells = (libelle: string, valeur: string, cellule: string, cle: string): PlannedCell[] => {
    const blank = Array<PlannedCell>(LAST - 3).fill({ value: null });
    return [textCell(libelle), textCell(valeur), textCell(cellule), ...blank, textCell(cle)];
  };
  const heading = builder.addRow(cells(LISTE.chiffre, LISTE.valeur, LISTE.cellule, LISTE.cle));
  builder.style(heading, 0, LAST, { font: { bold: true, size: 8 } });
  const value: CellStyle = { horizontal: "right" };
  for (const { libelle, valeur, cellule, cle } of chiffres) {
    const row = builder.addRow(cells(libelle, valeur, cellule, cle));
    builder.style(row, 0, LAST, SMALL);
    builder.style(row, 1, 1, value);
  }
}

export function composeProcesVerbalSheet(pv: ProcesVerbal): SheetPlan {
  const builder = new SheetBuilder(WIDTHS);
  builder.addBanner("Procès-verbal de vérification", ANNEXE_STYLES.title, 28);
  builder.addBanner(pv.convention.intitule, ANNEXE_STYLES.subtitle);
  builder.addRow([]);
  addIdentity(builder, pv);
  builder.addRow([]);
  addComptes(builder, pv.comptes);
  builder.addBanner(LEGEND, ANNEXE_STYLES.note);
  builder.addBanner(CHECK, ANNEXE_STYLES.note);
  builder.addRow([]);
  addSignatures(builder, pv);
  const printedRows = builder.height;
  addEcarts(builder, pv);
  addListe(builder, pv);
  const layout = builder.layOut({
    name: "Procès-verbal",
    base: ANNEXE_STYLES.base,
    frozenRows: 0,
    orientation: "portrait",
    titleRows: null,
    header: "",
    printedRows,
  });
  return {
    kind: "proces-verbal",
    ...layout,
    page: { ...layout.page, footer: footText("Procès-verbal de vérification") },
  };
}
