// The questions about headings of axes that bear the number of one, words of none, and stand over actions of others.
import { rangeAround } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import type { Question } from "../../domain/question";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import { tablesOf } from "../../facts/fact-tables";
import type { LabelReader } from "../labels/label-reader";
import { placeOfRow } from "../sheet-grid";
import { AXE_EVIDENCE } from "./evidence/evidence";
import { weigh } from "./evidence/weigh";
import { axeRolesOf } from "./row-roles";

export function askAxes(
  dossier: Dossier,
  labelsOf: (sheet: string) => LabelReader,
  isTurned: (sheet: string) => boolean,
): readonly Question[] {
  const { axes } = dossier.convention;
  return tablesOf(dossier).amounts.flatMap(({ tableau: { lignesAxe, lignesAction } }) =>
    lignesAxe.flatMap(({ label, axe }, index): readonly Question[] => {
      const { index: words, read } = labelsOf(label.ref.sheet);
      const { label: parsed, role } = read(label.text);
      if (!axe || role || words.findNumberedAxe(parsed) !== axe) return [];
      const under = lignesAction.flatMap(({ ligneAxe, action }) => (ligneAxe === index && action ? [action.axe] : []));
      // What its number says and its actions agree with is read.
      if (under.every((numero) => numero === axe.numero)) return [];
      const told = weigh(AXE_EVIDENCE, { numbered: axe, under, axes });
      const answers = axeRolesOf(axes);
      const supposed = answers.find(({ of }) => of !== undefined && of === told.settled("row")) ?? null;
      const { sheet, row } = label.ref;
      const place = `${placeOfRow({ isTurned: isTurned(sheet) }, row)}, ${cite(label.text.trim())}`;
      const asked = supposed ? `est-ce l’axe ${cite(supposed.of ?? "")} ?` : "de quel axe s’agit-il ?";
      return [
        {
          about: "row",
          key: { kind: "row", path: [label.text.trim()], sheet },
          text: typographie(`${place} : ${asked}`),
          range: rangeAround(sheet, [label.ref]),
          supposed,
          evidence: told.clauses.map(typographie),
          answers,
          amounts: 0,
          place: typographie(place),
          asked: typographie(capitalise(asked)),
        },
      ];
    }),
  );
}
