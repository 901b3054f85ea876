// "Établir le procès-verbal": states what the verification finds, on a page of the workbook that both parties can sign.
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { formatDate } from "../core/domain/words/format";
import { cite, typographie } from "../core/domain/words/typographie";
import { isUnfinished, lireProcesVerbal, type ProcesVerbalLu } from "../core/reports/proces-verbal/lire-proces-verbal";
import type { Chiffre } from "../core/reports/proces-verbal/chiffres";
import { isAltered, precedentsDe, suiteApres } from "../core/reports/proces-verbal/suite";
import { dresserProcesVerbal, type ProcesVerbal } from "../core/reports/proces-verbal/proces-verbal";
import { VERSIONS } from "../core/rules/version";
import { verify } from "../core/verify";
import type { RawSheet, RawWorkbook, WorkbookPort } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { composeProcesVerbalSheet } from "../core/sheets/proces-verbal-sheet";
import { applyKeeping } from "./apply-keeping";
import { checkAsShown } from "./as-shown";
import { standingOf } from "./standing-sheets";

/** `today` is the day on which it is done, after which nobody decides. Throws WorkbookError when there is nothing to state, or nothing to state it against. */
export function drawUpProcesVerbal(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  source: "built-in" | "given",
  today: string | undefined,
  precedents: readonly Chiffre[] = [],
): ProcesVerbal {
  const verified = verify(raw, contrats, asOf, source, { today });
  const { contratInconnu } = verified.dossier;
  if (contratInconnu !== undefined) throw new WorkbookError(contratInconnu);
  const pv = dresserProcesVerbal(verified, VERSIONS, precedents);
  if (pv.chiffres.length === precedents.length) {
    throw new WorkbookError(
      typographie(
        "Aucun chiffre du contrat n’a été lu dans ce classeur : il n’y a rien à constater. Ouvrez le classeur qui contient le tableau budgétaire.",
      ),
    );
  }
  return pv;
}

export type Establishment =
  | {
      readonly kind: "established";
      readonly procesVerbal: ProcesVerbal;
      /** Null when the sheet could not be written. */
      readonly sheetName: string | null;
      /** French sentences: why it could not. */
      readonly refusals: readonly string[];
      /** French sentences: what was typed on the one before and now stands elsewhere. */
      readonly kept: readonly string[];
    }
  /** One stands in the workbook already: French sentence, and what it is to be replaced by. */
  | { readonly kind: "exists"; readonly sentence: string; readonly standing: string };

function describePage({ name }: RawSheet, { situation, empreinte }: ProcesVerbalLu): string {
  const when = situation === null ? "" : `, établi à la date du ${formatDate(situation)}`;
  return `feuille ${cite(name)}${when}${empreinte === null ? "" : `, empreinte ${empreinte.slice(0, 8)}…`}`;
}

/**
 * One that is drawn up again as it stands takes no place of its own in their line; nor does one that was half written, of which nobody
 * can tell what it was. Those before it keep their places.
 */
function drawUpAfter(
  standing: ProcesVerbalLu | null,
  isHalf: boolean,
  asOf: string,
  draw: (precedents: readonly Chiffre[]) => ProcesVerbal,
): ProcesVerbal {
  if (!standing) return draw([]);
  const before = precedentsDe(standing.chiffres);
  const again = standing.situation === asOf ? draw(before) : null;
  if (again && again.empreinte === standing.empreinte) return again;
  return draw(isHalf && isAltered(standing) ? before : suiteApres(standing));
}

/**
 * `replace` is the procès-verbal that was shown to whoever wants another in its place, as an earlier answer gave it; null replaces
 * none. Throws WorkbookError when nothing can be stated, DiffersFromShown when another stands there by now; nothing is written then.
 */
export async function establishProcesVerbal(
  workbook: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  replace: string | null,
  source: "built-in" | "given" = "built-in",
  today?: string,
): Promise<Establishment> {
  const raw = await workbook.read();
  const existing = raw.sheets.find(({ resultSheet }) => resultSheet === "proces-verbal");
  // Half a procès-verbal is none: it is written again without asking.
  if (existing && !isUnfinished(raw)) {
    const page = describePage(existing, lireProcesVerbal(existing));
    const standing = standingOf([existing]);
    if (replace === null) {
      const sentence = `Le classeur a déjà son procès-verbal : ${page}. Contrôlez-le, ou demandez qu’il soit remplacé.`;
      return { kind: "exists", sentence: typographie(sentence), standing };
    }
    checkAsShown(
      replace,
      standing,
      `Le procès-verbal a changé depuis son affichage : rien n’a été remplacé. Il y a à présent : ${page}.`,
    );
  }
  const draw = (precedents: readonly Chiffre[]) => drawUpProcesVerbal(raw, contrats, asOf, source, today, precedents);
  const procesVerbal = drawUpAfter(existing ? lireProcesVerbal(existing) : null, isUnfinished(raw), asOf, draw);
  const { state, sentence } = procesVerbal.verification.verdict;
  if (state === "to-confirm") {
    throw new WorkbookError(typographie(`Aucun procès-verbal n’a été établi. ${sentence}`));
  }
  const plan = { highlights: null, sheets: [composeProcesVerbalSheet(procesVerbal)] };
  const { sheetNames, refusals, kept } = await applyKeeping(workbook, plan, raw);
  return { kind: "established", procesVerbal, sheetName: sheetNames[0] ?? null, refusals, kept };
}
