// The questions about rows of indicators whose label names none of the contract's, where one of these stands on no row.
import type { Action } from "../../contract/convention";
import { rangeAround } from "../../domain/cell-ref";
import type { Dossier, LigneIndicateur } from "../../domain/dossier";
import type { Question } from "../../domain/question";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import type { LabelReader } from "../labels/label-reader";
import { placeOfRow } from "../sheet-grid";
import { INDICATOR_ROW_EVIDENCE } from "./evidence/evidence";
import { weigh } from "./evidence/weigh";
import { indicatorRolesOf, INDICATEUR } from "./indicator-roles";

export function askIndicatorRows(
  { convention, indicators }: Dossier,
  labelsOf: (sheet: string) => LabelReader,
  isTurned: (sheet: string) => boolean,
): readonly Question[] {
  if (!indicators) return [];
  const shown = new Set(indicators.lignesIndicateur.map(({ indicateur }) => indicateur));
  const actionOf = ({ ligneAction }: LigneIndicateur): Action | null =>
    indicators.lignesAction[ligneAction ?? -1]?.action ?? null;
  const isAsked = (ligne: LigneIndicateur): boolean => {
    const { indicateur, label, figures } = ligne;
    const labels = labelsOf(label.ref.sheet);
    const { role, label: parsed } = labels.read(label.text);
    const isFilled = figures.some(({ cell: { known } }) => known.reason !== "missing");
    return (
      indicateur === null && role === undefined && isFilled && label.text.trim() !== "" && !labels.isNational(parsed)
    );
  };
  const asked = indicators.lignesIndicateur.filter(isAsked);
  return asked.flatMap((ligne): readonly Question[] => {
    const own = actionOf(ligne);
    const actions = own ? [own] : convention.actions;
    const absent = actions.flatMap(({ indicateurs }) => indicateurs.filter((one) => !shown.has(one)));
    if (absent.length === 0) return [];
    const isAlone = own !== null && asked.filter((one) => actionOf(one) === own).length === 1;
    const told = weigh(INDICATOR_ROW_EVIDENCE, { ligne, absent, isAlone });
    const answers = indicatorRolesOf(
      own ? [own, ...convention.actions.filter((one) => one !== own)] : convention.actions,
    );
    const settled = told.settled("row");
    const supposed = answers.find(({ role, of }) => role === INDICATEUR && of === settled) ?? null;
    const { label, figures } = ligne;
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
