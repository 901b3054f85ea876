// One side of a comparison: a workbook as it is verified, or a procès-verbal that stands alone, with all that it says by its key.
import { empreinteCourte } from "../../contract/signed/sceau";
import { formatCellRef } from "xlsx-model/cell-ref";
import { etatDuMotif, type EtatDuMotif } from "../../domain/justification";
import type { Subject } from "../../domain/subject";
import { factsOf } from "../../facts/facts";
import type { Finding } from "../../verification";
import { groupByCause } from "../../why/consequences";
import type { Chiffre } from "../proces-verbal/chiffres";
import type { ProcesVerbalLu } from "../proces-verbal/lire-proces-verbal";
import { chiffresDuClasseur, type Verifie } from "../proces-verbal/proces-verbal";
import { estPrecedent } from "../proces-verbal/suite";

/** A discrepancy that follows from no other. */
export interface Cause {
  readonly id: string;
  /** French sentence; null where only its identifier was kept. */
  readonly message: string | null;
  readonly etat: EtatDuMotif | null;
  readonly finding: Finding | null;
  /** Its cells and those of what follows from it, as Excel writes them. */
  readonly cellules: ReadonlySet<string>;
}

export interface Cote {
  /** File name, without folder. */
  readonly nom: string;
  /** ISO date at which it was verified. */
  readonly asOf: string;
  readonly chiffres: ReadonlyMap<string, Chiffre>;
  /** What each figure is of, where that is known. */
  readonly sujets: ReadonlyMap<string, Subject>;
  readonly causes: ReadonlyMap<string, Cause>;
  /** Sixteen digits; null where nothing says what was signed. */
  readonly empreinte: string | null;
  /** Null for a procès-verbal that stands alone. */
  readonly verifie: Verifie | null;
  /** The one that it bears, or is. */
  readonly procesVerbal: ProcesVerbalLu | null;
}

const byKey = (chiffres: readonly Chiffre[]): ReadonlyMap<string, Chiffre> =>
  new Map(chiffres.filter((chiffre) => !estPrecedent(chiffre)).map((chiffre) => [chiffre.cle, chiffre]));

function sujetsDe({ dossier }: Verifie): ReadonlyMap<string, Subject> {
  const { tables, figures } = factsOf(dossier);
  const amounts = tables.flatMap(({ facts }) =>
    facts.map(({ key, year, party, row }): [string, Subject] => [
      key,
      { ...row.ligne.place, ...(year !== null && { year }), ...(party !== "autres" && { party }) },
    ]),
  );
  const values = figures.map(({ key, year, row }): [string, Subject] => [
    key,
    { ...row.place, ...(year !== null && { year }) },
  ]);
  return new Map([...amounts, ...values]);
}

function causesDe(findings: readonly Finding[]): ReadonlyMap<string, Cause> {
  const causes = groupByCause(findings).filter(({ cause }) => cause.severity !== "info");
  return new Map(
    causes.map(({ cause, consequences }) => [
      cause.id,
      {
        id: cause.id,
        message: cause.message,
        etat: etatDuMotif(cause.justification),
        finding: cause,
        cellules: new Set([cause, ...consequences].flatMap(({ cells }) => cells.map(formatCellRef))),
      },
    ]),
  );
}

export function coteDuClasseur(verifie: Verifie, procesVerbal: ProcesVerbalLu | null): Cote {
  const { verification } = verifie;
  const { seal } = verification.contract;
  return {
    nom: verification.workbook,
    asOf: verification.asOf,
    chiffres: byKey(chiffresDuClasseur(verifie)),
    sujets: sujetsDe(verifie),
    causes: causesDe(verification.findings),
    empreinte: seal === undefined ? null : empreinteCourte(seal),
    verifie,
    procesVerbal,
  };
}

/** `situation` is its date. */
export function coteDuProcesVerbal(nom: string, situation: string, lu: ProcesVerbalLu): Cote {
  const unknown = { message: null, etat: null, finding: null, cellules: new Set<string>() };
  return {
    nom,
    asOf: situation,
    chiffres: byKey(lu.chiffres ?? []),
    sujets: new Map(),
    causes: new Map((lu.ecarts ?? []).map((id) => [id, { id, ...unknown }])),
    empreinte: lu.rubriques.signe === "" ? null : lu.rubriques.signe,
    verifie: null,
    procesVerbal: lu,
  };
}
