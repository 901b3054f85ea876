// « Reprendre les réponses d’un classeur reçu »: the words of the other copy joined to those of this one, never its figures.
import { signMotif } from "../core/domain/describe-motif";
import { serialFromIso } from "../core/domain/justification-saisie";
import { suivreMotif } from "../core/domain/justification-suivie";
import { holdsFor } from "../core/domain/justification-tient";
import { nommePartie, type Partie } from "../core/domain/parties";
import type { Parole } from "../core/domain/parole";
import { completer, motifsDe, NOTHING_SAID, type Registre } from "../core/domain/registre";
import { joindre, reprendre, type Dernier, type Reprise } from "../core/domain/reprise";
import { formatDate } from "../core/domain/words/format";
import { cite, typographie } from "../core/domain/words/typographie";
import { isDecided } from "../core/domain/justification-saisie";
import { readJustifications } from "../core/reading/read-justifications";
import type { Verifie } from "../core/reports/proces-verbal/proces-verbal";
import { remarquesDe } from "../core/reports/comparaison/describe-comparaison";
import { nameFinding } from "../core/sheets/ecarts/order-findings";
import { lastVerification } from "../core/situation/last-verification";
import type { Finding, Verification } from "../core/verification";
import { plainFigures } from "../core/verification-json";
import type { CellChange, RawWorkbook } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { cellsBeside, NO_ROW, wordsOfDecision } from "./cells-beside";
import { compareRead, montrerLigne, type Against, type LigneMontree } from "./compare-workbook";

export interface ParoleMontree {
  readonly kind: Parole["kind"];
  readonly decision: "accepted" | "refused" | null;
  readonly version: number;
  readonly texte: string;
  /** "Mme Roy, Métropole, 24/11/2026"; "" for what nobody signed. */
  readonly signature: string;
  readonly par: string | null;
  readonly partie: Partie | null;
  /** ISO date. */
  readonly le: string | null;
}

/** Of one discrepancy, what the other copy adds. */
export interface PriseMontree extends ParoleMontree {
  readonly id: string;
  readonly libelle: string;
  /** Given of other figures: it stays to be read and counts for nothing here. */
  readonly ailleurs: boolean;
}

export interface ConflitMontre {
  readonly id: string;
  readonly libelle: string;
  readonly kind: "reason" | "answer";
  readonly ici: ParoleMontree;
  readonly recu: ParoleMontree;
}

/** Plain data: it crosses from one thread to another. */
export interface RepriseMontree {
  /** File name of the other copy. */
  readonly recu: string;
  /** French sentences: whose contract, and who verified it when. */
  readonly remarques: readonly string[];
  /** What differs in the two copies beside what was said. */
  readonly differences: readonly LigneMontree[];
  readonly prises: readonly PriseMontree[];
  readonly conflits: readonly ConflitMontre[];
  /** French sentences: what stands there and is not taken, with why. */
  readonly laissees: readonly string[];
}

/** Which of the two stands last: of all, or by the id of the discrepancy, the received one where nobody says. */
export type Derniers = Dernier | Readonly<Record<string, Dernier>>;

export interface PlanReprise {
  readonly montree: RepriseMontree;
  readonly cells: readonly CellChange[];
  readonly registre: Registre;
}

const AUTRE_CONTRAT = (name: string): string =>
  `${cite(name)} ne porte pas le même contrat signé que ce classeur : ses réponses ne sont pas reprises.`;

const SANS_TABLEAUX = (name: string): string =>
  `${cite(name)} est un procès-verbal seul : il n’a pas de réponses à reprendre.`;

const isOfSameFigures = (own: Finding | undefined, theirs: Finding | undefined): boolean =>
  own !== undefined &&
  theirs !== undefined &&
  holdsFor({ ...own, ...plainFigures(own.figures) }, { message: theirs.message, ...plainFigures(theirs.figures) });

const byId = ({ findings }: Verification): ReadonlyMap<string, Finding> =>
  new Map(findings.map((finding) => [finding.id, finding]));

function montrer({ kind, decision, version, text, by, party, on }: Parole, localParty: string): ParoleMontree {
  const signature = signMotif(by, party, on, localParty);
  return { kind, decision: decision ?? null, version, texte: text, signature, par: by, partie: party, le: on };
}

/** An answer that lacks something counts for nothing: it is said, and completed where it was given. */
function incompletes({ findings }: Verification): readonly string[] {
  return findings.flatMap((finding) => {
    const { justification, inscription } = finding;
    if (!inscription || !isDecided(inscription) || justification?.decision) return [];
    return [`${nameFinding(finding)} : ${justification?.remark ?? "décision sans justification."}`];
  });
}

/** All that was said in a copy: kept in it, typed in « Écarts » beside figures that changed since, or standing now. */
function toutCeQuiEstDit(raw: RawWorkbook, { verification, dossier }: Verifie, today?: string): readonly Parole[] {
  const { registre = NOTHING_SAID } = raw;
  const cadre = { convention: dossier.convention, today };
  const typed = [...readJustifications(raw)].flatMap(([id, lues]) =>
    lues.map(({ saisie }) => {
      const [rule = ""] = id.split("/");
      return { id, justification: suivreMotif(saisie, saisie.text || null, rule, cadre).justification };
    }),
  );
  return completer(completer(registre.paroles, typed), verification.findings);
}

/** What « Écarts » then bears beside a discrepancy; nothing where what stands there stays. */
function cellsFor(
  raw: RawWorkbook,
  { id, justification: standing }: Finding,
  { paroles, prises }: Reprise,
  localParty: string,
): readonly CellChange[] {
  const taken = new Set(prises.filter((one) => one.id === id && !one.ailleurs));
  const reason = motifsDe(paroles, id).at(-1);
  if (!reason || reason.ailleurs) return [];
  // A reason that was withdrawn here is not given again by the answer to it.
  if (!taken.has(reason) && standing?.text !== reason.text) return [];
  const answer = paroles
    .filter((one) => one.id === id && one.kind === "answer" && one.version === reason.version && !one.ailleurs)
    .at(-1);
  const isSigned = standing !== null && standing.by === null && reason.by !== null;
  if (!taken.has(reason) && !isSigned && !(answer && taken.has(answer))) return [];
  const signed = ({ by, party, on }: Parole) =>
    [by, party && nommePartie(party, localParty), on === null ? null : (serialFromIso(on) ?? on)] as const;
  const [par, partie, le] = signed(reason);
  const [decideePar, decideePartie, decideeLe] = answer ? signed(answer) : [null, null, null];
  const decision = answer ? wordsOfDecision(answer.decision ?? "refused", answer.text) : null;
  const justification = reason.text;
  const values = { justification, par, partie, le, decision, decideePar, decideePartie, decideeLe };
  const cells = cellsBeside(raw, id, values);
  if (!cells) throw new WorkbookError(typographie(NO_ROW));
  return cells;
}

/** `recu` is the other copy. Throws WorkbookError where it is of another contract, or holds nothing of one. */
export function planReprise(
  raw: RawWorkbook,
  recu: RawWorkbook,
  against: Against,
  choix: Derniers = "recu",
): PlanReprise {
  const comparaison = compareRead(raw, recu, against);
  const { avant, apres } = comparaison;
  if (!avant.verifie || !apres.verifie) throw new WorkbookError(typographie(SANS_TABLEAUX(recu.name)));
  if (comparaison.memeContrat === false) throw new WorkbookError(typographie(AUTRE_CONTRAT(recu.name)));
  const [theirs, own] = [avant.verifie.verification, apres.verifie.verification];
  const [ownFindings, theirFindings] = [byId(own), byId(theirs)];
  const { registre: ownRegistre = NOTHING_SAID } = raw;
  const { registre: theirRegistre = NOTHING_SAID } = recu;
  const said = toutCeQuiEstDit(raw, apres.verifie, against.today);
  const received = toutCeQuiEstDit(recu, avant.verifie, against.today).map((one): Parole => {
    const isHeld = isOfSameFigures(ownFindings.get(one.id), theirFindings.get(one.id));
    return isHeld ? one : { ...one, ailleurs: true };
  });
  const { localParty } = own.contract;
  const nameOf = (id: string): string => {
    const finding = ownFindings.get(id) ?? theirFindings.get(id);
    return finding ? nameFinding(finding) : "Écart qui n’est plus dans aucun des deux classeurs";
  };
  const shown = reprendre(said, received);
  const reprise = reprendre(said, received, (id) => (typeof choix === "string" ? choix : (choix[id] ?? "recu")));
  const last = lastVerification(recu);
  const verifie = last
    ? [`Vérifié${last.by === null ? "" : ` par ${last.by}`} à la date du ${formatDate(last.asOf)}.`]
    : [];
  return {
    montree: {
      recu: recu.name,
      remarques: [...remarquesDe(comparaison), ...verifie].map(typographie),
      differences: comparaison.differences.filter(({ genre }) => genre !== "motif").map(montrerLigne),
      prises: shown.prises.map((one) => ({
        ...montrer(one, localParty),
        id: one.id,
        libelle: nameOf(one.id),
        ailleurs: one.ailleurs === true,
      })),
      conflits: shown.conflits.map(({ id, kind, ici, recu: other }) => ({
        id,
        kind,
        libelle: nameOf(id),
        ici: montrer(ici, localParty),
        recu: montrer(other, localParty),
      })),
      laissees: incompletes(theirs).map(typographie),
    },
    cells: own.findings.flatMap((finding) => cellsFor(raw, finding, reprise, localParty)),
    registre: joindre({ ...ownRegistre, paroles: said }, { ...theirRegistre, paroles: received }, reprise.paroles),
  };
}
