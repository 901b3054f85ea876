// After a write that failed: what of a plan is in the workbook, read again, part by part.
import { ecrireRegistre, NOTHING_SAID } from "../../domain/registre";
import { ecrireReponses } from "../../domain/reponses";
import { ecrireVariantes } from "../../domain/variante";
import { formatCellRef, type RangeRef } from "xlsx-model/cell-ref";
import { accord } from "../../domain/words/accord";
import { formatListeCourte } from "../../domain/words/format";
import { cite } from "../../domain/words/typographie";
import type { RawWorkbook, SheetLayout, WritePlan } from "../../workbook-port";
import { highlightAreas } from "../highlights/highlight-areas";
import { contentsOf, differingCell } from "./changed-since";
import { holds, holdsExactly, isContent } from "./planned-contents";
import type { SheetTarget } from "./sheet-targets";

/** A part can be both, where the plan changes nothing of it. */
export interface WrittenPart {
  readonly label: string;
  readonly isAsBefore: boolean;
  readonly isAsPlanned: boolean;
}

interface Targets {
  readonly sheets: readonly SheetTarget<SheetLayout>[];
  readonly annexes: readonly SheetTarget<SheetLayout>[];
}

const NAMED = 5;

/** The unfinished of `now` are those that the write itself left, or did not settle. */
export function whatWasWritten(
  plan: WritePlan,
  { sheets, annexes }: Targets,
  before: RawWorkbook,
  now: RawWorkbook,
): readonly WrittenPart[] {
  const parts = [...sheets, ...annexes].map((target) => sheetPart(target, before, now));
  if (plan.highlights) parts.unshift(highlightsPart(plan.highlights, before, now));
  if (plan.cells) parts.push(...cellsPart(plan.cells, before, now));
  if (plan.placed) parts.push(placedPart(plan.placed.area, plan.placed.cells, before, now));
  if (plan.reponses)
    parts.push({
      label: "vos réponses sur la lecture",
      ...textPart(({ reponses = [] }) => ecrireReponses(reponses), plan, before, now),
    });
  if (plan.variantes)
    parts.push({
      label: "les variantes de l’avenant",
      ...textPart(({ variantes = [] }) => ecrireVariantes(variantes), plan, before, now),
    });
  if (plan.registre)
    parts.push({
      label: "ce qui a été dit des écarts",
      ...textPart(({ registre = NOTHING_SAID }) => ecrireRegistre(registre), plan, before, now),
    });
  if (plan.seal !== undefined) parts.push(sealPart(plan.seal, before, now));
  return [...parts, marksPart(before, now)];
}

function textPart(
  textOf: (of: Pick<RawWorkbook, "reponses" | "variantes" | "registre">) => string,
  plan: WritePlan,
  before: RawWorkbook,
  now: RawWorkbook,
): Omit<WrittenPart, "label"> {
  const is = textOf(now);
  return { isAsBefore: is === textOf(before), isAsPlanned: is === textOf(plan) };
}

function sealPart(seal: string, before: RawWorkbook, now: RawWorkbook): WrittenPart {
  const found = now.seal ?? null;
  return { label: "le sceau du contrat", isAsBefore: found === (before.seal ?? null), isAsPlanned: found === seal };
}

/** What says that something is being written goes with the last thing that is written. */
function marksPart(before: RawWorkbook, now: RawWorkbook): WrittenPart {
  const marks = ({ unfinished = [] }: RawWorkbook) => unfinished.map(({ mark }) => mark);
  const [old, found] = [marks(before), marks(now)];
  const areOld = found.every((mark) => old.includes(mark));
  return {
    label: "la marque « Écriture en cours »",
    isAsBefore: areOld && found.length === old.length,
    isAsPlanned: areOld,
  };
}

function sheetPart(
  { plan, name, sheet }: SheetTarget<SheetLayout>,
  before: RawWorkbook,
  now: RawWorkbook,
): WrittenPart {
  const label = `la feuille ${cite(name)}`;
  const found = sheet
    ? now.sheets.find(({ id }) => id === sheet.id)
    : now.sheets.find((each) => each.name === name && before.sheets.every(({ id }) => id !== each.id));
  if (!found) return { label, isAsBefore: sheet === null, isAsPlanned: false };
  if (isUnfinished(found.name, now)) return { label, isAsBefore: false, isAsPlanned: false };
  const contents = contentsOf(found.blocks);
  return {
    label,
    isAsBefore: sheet !== null && !differingCell(contentsOf(sheet.blocks), contents),
    isAsPlanned: holdsExactly(contents, plan.cells),
  };
}

/** A sheet whose write an earlier run left unfinished, too: it is not what it was. */
function isUnfinished(sheet: string, { unfinished = [] }: RawWorkbook): boolean {
  return unfinished.some(({ kind, range }) => kind !== "placed" && range?.sheet === sheet);
}

function highlightsPart(
  highlights: NonNullable<WritePlan["highlights"]>,
  before: RawWorkbook,
  now: RawWorkbook,
): WrittenPart {
  const writable = new Set(before.sheets.flatMap(({ name, isProtected }) => (isProtected ? [] : [name])));
  const areas = highlightAreas(highlights).filter(({ sheet }) => writable.has(sheet));
  const wanted = areas.reduce((count, { ranges }) => count + ranges.length, 0);
  const ids = (raw: RawWorkbook) =>
    raw.sheets.flatMap(({ name, id, highlightIds }) =>
      writable.has(name) ? highlightIds.map((highlight) => `${id}/${highlight}`) : [],
    );
  const areWhole = now.sheets.every(({ name, halfMadeHighlightIds }) => !writable.has(name) || !halfMadeHighlightIds);
  const [old, found] = [ids(before), new Set(ids(now))];
  const left = old.filter((id) => found.has(id)).length;
  return {
    label: "le surlignage",
    isAsBefore: left === old.length && found.size === old.length,
    isAsPlanned: left === 0 && found.size === wanted && areWhole,
  };
}

function cellsPart(cells: NonNullable<WritePlan["cells"]>, before: RawWorkbook, now: RawWorkbook): WrittenPart[] {
  const at = (raw: RawWorkbook) => {
    const sheets = new Map(raw.sheets.map(({ name, blocks }) => [name, contentsOf(blocks)]));
    return ({ sheet, row, column }: (typeof cells)[number]["cell"]) => sheets.get(sheet)?.get(row)?.get(column) ?? null;
  };
  const [old, found] = [at(before), at(now)];
  const written = cells.filter(({ cell, content }) => isContent(found(cell), content));
  const changed = cells.filter(({ cell }) => found(cell) !== old(cell));
  if (cells.length === 0) return [];
  return [
    {
      label: `${accord(written.length, "cellule", "cellules")} sur ${cells.length} (${formatListeCourte(
        written.map(({ cell }) => formatCellRef(cell)),
        NAMED,
      )})`,
      isAsBefore: changed.length === 0,
      isAsPlanned: written.length === cells.length,
    },
  ];
}

function placedPart(area: RangeRef, cells: SheetLayout["cells"], before: RawWorkbook, now: RawWorkbook): WrittenPart {
  const contents = (raw: RawWorkbook) => contentsOf(raw.sheets.find(({ name }) => name === area.sheet)?.blocks ?? []);
  const isBegun = now.unfinished?.some(({ kind }) => kind === "placed") ?? false;
  return {
    label: `l’annexe en ${formatCellRef({ sheet: area.sheet, row: area.top, column: area.left })}`,
    isAsBefore: !isBegun && !differingCell(contents(before), contents(now)),
    isAsPlanned: !isBegun && holds(contents(now), cells, area.top, area.left),
  };
}
