// How many figures of a table are read as what: each in exactly one line, so that their sum is all that stand there.
import type { LigneDeLecture, LieuDesNombres } from "../../domain/lecture";
import { A_IGNORER } from "../../domain/question";
import type { Figure } from "../account/figure-cells";
import type { SaidOfCell } from "./said-of-cells";

function lieuDe(said: SaidOfCell): LieuDesNombres {
  if (said.nature === "paid") return "executed";
  if (said.kind === "indicator" || said.kind === "imputation") return said.kind;
  if (said.kind === "sum" || said.part === "total") return "sum";
  if (said.part === "autres") return "autres";
  if (said.kind === "unknown") return "unknown";
  return said.nature === "contracted" ? "contracted" : "executed";
}

type Line = Pick<LigneDeLecture, "state" | "role"> | undefined;

/** What a person said, or is asked, of the column or of the row prevails over what the cell was read as. */
function lieuOf(column: Line, row: Line, said: SaidOfCell | null): LieuDesNombres {
  const lines = [column, row];
  if (lines.some((line) => line?.state === "asked")) return "asked";
  if (said) return lieuDe(said);
  const answered = lines.find((line) => line?.state === "confirmed");
  if (!answered) return "other";
  return answered.role?.role === A_IGNORER ? "aside" : "detail";
}

interface Counted {
  readonly figures: readonly Figure[];
  column(figure: Figure): Line;
  row(figure: Figure): Line;
  said(figure: Figure): SaidOfCell | null;
}

export function countWhatIsRead({
  figures,
  column,
  row,
  said,
}: Counted): Readonly<Partial<Record<LieuDesNombres, number>>> {
  const counts: Partial<Record<LieuDesNombres, number>> = {};
  for (const figure of figures) {
    const lieu = lieuOf(column(figure), row(figure), said(figure));
    counts[lieu] = (counts[lieu] ?? 0) + 1;
  }
  return counts;
}
