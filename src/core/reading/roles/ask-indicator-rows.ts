// The questions about rows of indicators whose label names none of the contract's, where one of these stands on no row.
import type { Action } from "../../contract/convention";
import { rangeAround } from "xlsx-model/cell-ref";
import type { Dossier, LigneIndicateur } from "../../domain/dossier";
import type { Question } from "../../domain/question";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import type { LabelReader } from "../labels/label-reader";
import { placeOfRow } from "../sheet-grid";
import { INDICATOR_ROW_EVIDENCE } from "./evidence/evidence";
import { weigh } from "./evidence/weigh";
import { indicatorRolesOf, INDICATEUR } from "./indicator-roles";

/** A row that names none of the contract's, with the action that it stands under. */
interface Unknown extends Pick<LigneIndicateur, "label" | "figures"> {
  readonly action: Action | null;
}

export function askIndicatorRows(
  { convention, indicators }: Dossier,
  labelsOf: (sheet: string) => LabelReader,
  isTurned: (sheet: string) => boolean,
): readonly Question[] {
  if (!indicators) return [];
  const { lignesIndicateur, lignesAction, lignesSansChiffre = [] } = indicators;
  const shown = new Set(lignesIndicateur.map(({ indicateur }) => indicateur));
  const isAsked = ({ label }: Unknown): boolean => {
    const labels = labelsOf(label.ref.sheet);
    const { role, label: parsed } = labels.read(label.text);
    return role === undefined && label.text.trim() !== "" && !labels.isNational(parsed);
  };
  const asked = [
    ...lignesIndicateur
      .filter(({ indicateur }) => indicateur === null)
      .map(({ label, figures, ligneAction }) => ({
        ...{ label, figures },
        action: lignesAction[ligneAction ?? -1]?.action ?? null,
      })),
    // Words alone may be the name of an indicator whose values are not given yet.
    ...lignesSansChiffre.map((one) => ({ ...one, figures: [] })),
  ].filter(isAsked);
  return asked.flatMap((row): readonly Question[] => {
    const { label, figures, action: own } = row;
    const actions = own ? [own] : convention.actions;
    const absent = actions.flatMap(({ indicateurs }) => indicateurs.filter((one) => !shown.has(one)));
    if (absent.length === 0) return [];
    const isAlone = asked.filter(({ action }) => action === own).length === 1;
    const told = weigh(INDICATOR_ROW_EVIDENCE, { label, figures, absent, isAlone });
    const answers = indicatorRolesOf(
      own ? [own, ...convention.actions.filter((one) => one !== own)] : convention.actions,
    );
    const settled = told.settled("row");
    const supposed = answers.find(({ role, of }) => role === INDICATEUR && of === settled) ?? null;
    const { sheet } = label.ref;
    const place = `${placeOfRow({ isTurned: isTurned(sheet) }, label.ref.row)}, ${cite(label.text)}`;
    const text = supposed ? `est-ce l’indicateur ${cite(supposed.of ?? "")} ?` : "de quel indicateur s’agit-il ?";
    const held = figures.filter(({ cell: { known } }) => known.reason !== "missing").map(({ cell }) => cell.ref);
    return [
      {
        about: "row",
        key: { kind: "row", path: [label.text.trim()], sheet },
        text: typographie(`${place} : ${text}`),
        range: rangeAround(sheet, [label.ref, ...held.filter((ref) => ref.sheet === sheet)]),
        supposed,
        evidence: (told.clauses.length > 0 ? told.clauses : ["son intitulé ne nomme aucun indicateur du contrat"]).map(
          typographie,
        ),
        answers,
        amounts: held.length,
        place: typographie(place),
        asked: typographie(capitalise(text)),
      },
    ];
  });
}
