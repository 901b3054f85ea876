// What was taken of another copy as the lines and as the object that the command prints.
import { speaker } from "../../core/domain/outside-words";
import type { Dernier } from "../../core/domain/reprise";
import { describeReprise } from "../../usecases/describe-reprise";
import type { ParoleMontree, RepriseMontree } from "../../usecases/plan-reprise";
import { oneLine } from "../one-line";

export const formatReprise = (reprise: RepriseMontree, dernier: Dernier): string =>
  describeReprise(reprise, dernier)
    .map((line) => `${/^ */.exec(line)?.[0] ?? ""}${oneLine(line).trimStart()}\n`)
    .join("");

const paroleJson = ({ kind, decision, version, texte, par, partie, le }: ParoleMontree) => ({
  kind,
  decision,
  version,
  text: texte,
  by: par,
  party: partie && speaker(partie),
  on: le,
});

export const repriseJson = ({ recu, differences, prises, conflits, laissees }: RepriseMontree): object => ({
  from: recu,
  differences: differences.map(({ cle, libelle, cellule, avant, apres }) => ({
    key: cle,
    label: libelle,
    cell: cellule,
    received: avant,
    workbook: apres,
  })),
  words: prises.map((one) => ({ finding: one.id, ...paroleJson(one), forOtherFigures: one.ailleurs })),
  conflicts: conflits.map(({ id, kind, ici, recu: received }) => ({
    finding: id,
    kind,
    workbook: paroleJson(ici),
    received: paroleJson(received),
  })),
  leftAside: laissees,
});
