// The question of a workbook that shows several states of its spending, or amounts before and after tax: which are « exécuté ».
import { rangeAround, type RangeRef } from "xlsx-model/cell-ref";
import { isOfMesure, keyOfMesure, type Mesure, type MesureDite, type Sujet } from "../../domain/mesure";
import { A_IGNORER, type Answer, type Question, type Reponse, type ReponseTenue } from "../../domain/question";
import { formatListe } from "../../domain/words/format";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import { centimesOf } from "../account/figure-cells";
import type { Unite } from "../../domain/values/unite";
import { headedColumns } from "./headed-columns";
import type { MeasuredColumn, Mesures, SujetTrouve } from "./measures";
import { sampleOf } from "./sample";
import type { IsSum } from "./sums-aside";

const LABELS: Readonly<Record<Mesure, string>> = {
  engagé: "Exécuté : ce qui est engagé",
  mandaté: "Exécuté : ce qui est mandaté",
  payé: "Exécuté : ce qui est payé",
  réalisé: "Exécuté : ce qui est dit réalisé",
  "hors taxes": "Les montants hors taxes, comparés tels quels",
  "toutes taxes comprises": "Les montants toutes taxes comprises",
};

const ASKED: Readonly<Record<Sujet, string>> = {
  "état d’exécution": "lequel est l’exécuté ?",
  taxes: "lesquels sont ceux du contrat ?",
};

/** A public account holds a year's spending done once it is ordered to be paid. */
const PROPOSED: readonly Mesure[] = ["réalisé", "mandaté"];
const WHY: Partial<Readonly<Record<Mesure, string>>> = {
  mandaté: "une dépense publique est faite quand le service l’est et qu’elle est mandatée",
  réalisé: "« réalisé » dit l’exécuté",
};

const answerOf = (mesure: Mesure): Answer => ({ role: mesure, label: typographie(LABELS[mesure]) });
/** Of amounts that are said to be before tax, where no others stand beside them. */
const AUTRES_TAXES: Answer = {
  role: A_IGNORER,
  label: typographie("Ne pas les comparer : le contrat est taxes comprises"),
};

const rangeOf = ({ column: { section, figures } }: MeasuredColumn): RangeRef =>
  rangeAround(section.grid.sheet, figures);

function ask({ sujet, columns, ...trouve }: SujetTrouve): Question | null {
  const [first, ...others] = columns;
  if (!first) return null;
  const mesures = trouve.mesures.filter((mesure) =>
    columns.some((one) => [one.etat, one.taxes].includes(mesure as never)),
  );
  const isAlone = mesures.length === 1;
  const sheets = [...new Set(columns.map(({ column }) => column.section.grid.sheet))];
  const place = `Feuille${sheets.length > 1 ? "s" : ""} ${formatListe(sheets.map(cite))}`;
  const [proposed, another] = PROPOSED.filter((mesure) => mesures.includes(mesure));
  const supposed = proposed !== undefined && another === undefined ? proposed : null;
  const all = formatListe(mesures.map((mesure) => cite(mesure)));
  // A person answers yes or no to what is proposed.
  const open = supposed ? `l’exécuté est-il ce qui est dit ${cite(supposed)} ?` : ASKED[sujet];
  const asked = isAlone
    ? `ces montants sont dits ${formatListe(mesures)} : sont-ils ceux du contrat ?`
    : `${all} : ${open}`;
  const why = supposed && WHY[supposed];
  const rows = first.column.figures.map(({ row }) => row);
  return {
    about: "table",
    key: keyOfMesure(sujet),
    text: typographie(`${place} : ${asked}`),
    range: rangeOf(first),
    ...(others.length > 0 && { alsoAt: others.map(rangeOf) }),
    supposed: supposed && answerOf(supposed),
    evidence: why ? [typographie(why)] : [],
    answers: [...mesures.map(answerOf), ...(isAlone ? [AUTRES_TAXES] : [])],
    amounts: columns.reduce((sum, { column }) => sum + column.figures.length, 0),
    place: typographie(place),
    asked: typographie(capitalise(asked)),
    sample: sampleOf(first.column, rows, headedColumns(first.column.section.grid)),
  };
}

export const askMesures = ({ sujets }: Mesures): readonly Question[] =>
  sujets.filter(({ isAsked }) => isAsked).flatMap((trouve) => ask(trouve) ?? []);

/** The columns that are asked about as a whole. */
export const rangesAsked = ({ sujets }: Mesures): readonly RangeRef[] =>
  sujets.filter(({ isAsked }) => isAsked).flatMap(({ columns }) => columns.map(rangeOf));

/** The answers that were given, with what they leave aside. */
export function heldMesures(
  mesures: Mesures,
  reponses: readonly Reponse[],
  unitOf: (sheet: string) => Unite,
  isSum: IsSum,
): readonly ReponseTenue[] {
  return reponses
    .filter(({ key }) => isOfMesure(key))
    .map((reponse) => {
      const own = mesures.sujets.find((trouve) => trouve.reponse === reponse);
      const place =
        own?.columns.find(({ etat, taxes }) => etat === reponse.answer.role || taxes === reponse.answer.role) ??
        own?.aside[0];
      const aside = (own?.aside ?? []).flatMap(({ column: { section, figures } }) => {
        const { sheet } = section.grid;
        const amounts = figures.filter(({ kind, row, column }) => kind === "amount" && !isSum(sheet, row, column));
        return amounts.map((figure) => centimesOf(figure, unitOf(sheet)));
      });
      return {
        reponse,
        label:
          reponse.answer.role === A_IGNORER ? AUTRES_TAXES.label : typographie(LABELS[reponse.answer.role as Mesure]),
        range: place ? rangeOf(place) : null,
        setAside: aside.length > 0 ? aside.reduce((sum, centimes) => sum + centimes, 0) : null,
      };
    });
}

/** What is known of the amounts, in the workbook's words or a person's: « réalisé » alone says nothing more. */
export const mesuresDites = ({ sujets }: Mesures): readonly MesureDite[] =>
  sujets
    .filter(({ isAsked, reponse }) => !isAsked && reponse?.answer.role !== A_IGNORER)
    .map(({ sujet, mesures, reponse }) => ({
      sujet,
      mesures: reponse ? [reponse.answer.role as Mesure] : mesures.filter((mesure) => mesure !== "engagé"),
      selon: reponse && { by: reponse.by, on: reponse.on },
    }))
    .filter(({ mesures, selon }) => selon !== null || mesures.some((mesure) => mesure !== "réalisé"));
