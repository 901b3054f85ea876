// The one entry of the core: a workbook, a contract and a date in, what holds and what does not out.
import { NOTHING_SAID } from "./domain/registre";
import type { Dossier, PlageNonLue, SourceContrat, TableKind } from "./domain/dossier";
import { etatDuMotif } from "./domain/justification";
import { withChoices } from "./why/choices";
import { describeDeadlines, describeHistory, describeYears } from "./describe-contract";
import { justify } from "./justify";
import { estTireDuClasseur, origineDuContrat } from "./domain/contrat/origine";
import type { Partie } from "./domain/parties";
import { questionsDuContrat } from "./contract/definition/questions";
import type { Contrats } from "./reading/contrat/recognise-contrat";
import { describeChoices, describeRead } from "./reading/describe-read";
import { readDossier } from "./reading/read-dossier";
import { readJustifications } from "./reading/read-justifications";
import { composeVerdict } from "./verdict";
import { formatLocalRange } from "xlsx-model/cell-ref";
import { attachCauses } from "./why/attach-causes";
import { beyondCalculation } from "./rules/beyond-calculation";
import { rules } from "./rules/index";
import { runRules, TooManyFindings } from "./rules/run-rules";
import type { Finding, RuleResult, Unread, Verification } from "./verification";
import { typographie } from "./domain/words/typographie";
import type { RawWorkbook } from "./workbook-port";
import { WorkbookError } from "xlsx-model/plan";

const NEEDS = new Map<string, readonly TableKind[]>(rules.map(({ meta }) => [meta.id, meta.needs]));
const needsOf = (rule: string): readonly TableKind[] => NEEDS.get(rule) ?? [];

export function summarise(findings: readonly Finding[], results: readonly RuleResult[]): Verification["summary"] {
  const count = (isCounted: (finding: Finding) => boolean) => findings.filter(isCounted).length;
  const isAsked = ({ severity }: Finding) => severity !== "info";
  // A remark asks for nothing, and a reason beside it changes nothing.
  const inEtat = (etat: "en-attente" | "accepte") =>
    count((finding) => isAsked(finding) && etatDuMotif(finding.justification) === etat);
  return {
    error: count(({ severity }) => severity === "error"),
    warning: count(({ severity }) => severity === "warning"),
    info: count(({ severity }) => severity === "info"),
    consequences: count(({ causedBy }) => causedBy !== null),
    justified: inEtat("en-attente"),
    accepted: inEtat("accepte"),
    toDo: count(
      (finding) => isAsked(finding) && finding.causedBy === null && etatDuMotif(finding.justification) === "a-faire",
    ),
    notCheckable: results.filter(({ status }) => status === "not-checkable").length,
  };
}

const told = ({ range, pourquoi }: PlageNonLue): Required<Unread> => ({
  sheet: range.sheet,
  range: formatLocalRange(range),
  reason: pourquoi,
});

function listUnread(raw: RawWorkbook, { nonLus = [] }: Dossier): readonly Unread[] {
  const hidden = raw.sheets
    .filter(({ visibility, resultSheet }) => visibility !== "visible" && resultSheet === null)
    .map(({ name }) => ({ sheet: name, reason: "feuille masquée, non lue" }));
  return [...hidden, ...nonLus.map(told)];
}

/** The fingerprint is made when asked for. */
function withSeal({ contratSigne }: Dossier, contract: Verification["contract"]): Verification["contract"] {
  if (!contratSigne) return contract;
  const { scelleLe } = contratSigne;
  const told = { ...contract, ...(scelleLe !== null && { sealedOn: scelleLe }) };
  return Object.defineProperty(told, "seal", { get: () => contratSigne.empreinte, enumerable: true });
}

/** Where its definition comes from, and what it still asks. */
function describeDefinition(
  dossier: Dossier,
  workbook: string,
): Pick<Verification["contract"], "origin" | "openQuestions" | "confirmedByGiver"> {
  const origine = origineDuContrat(dossier);
  const questions = questionsDuContrat(dossier);
  return {
    ...(origine && {
      origin: {
        from: origine.nature === "classeur" ? ("workbook" as const) : ("signed-contract" as const),
        file: origine.fichier,
        isThisWorkbook: estTireDuClasseur(dossier, workbook),
      },
    }),
    ...(dossier.sourceContrat === "given" && !dossier.convention.sources && { confirmedByGiver: true as const }),
    ...(questions.length > 0 && {
      openQuestions: questions.map(({ champ, question }) => ({ field: champ, question: typographie(question) })),
    }),
  };
}

const TOO_MANY = typographie(
  "Plus de 80 000 écarts : ce classeur n’est sans doute pas celui de ce contrat. Vérifiez que le contrat est le bon, ou masquez " +
    "la feuille qui n’en fait pas partie (une feuille masquée n’est pas lue), puis recommencez.",
);

function runAll(dossier: Dossier): ReturnType<typeof runRules> {
  try {
    return runRules(rules, dossier);
  } catch (error) {
    throw error instanceof TooManyFindings ? new WorkbookError(TOO_MANY) : error;
  }
}

export interface VerifyOptions {
  /** ISO date of the day on which it is made: a decision of a later day is none. Left out, no day is too late. */
  readonly today?: string | undefined;
  /** For which party a reason is given that does not say it. */
  readonly speaksFor?: Partie | undefined;
  /** Bounds the search for causes. */
  readonly mostSteps?: number | undefined;
}

/**
 * `asOf` is an ISO date. A "built-in" convention serves where the workbook has no sheet « Contrat »; a "given" one
 * serves in any case. Throws WorkbookError where there is more to tell than anybody could read.
 */
export function verify(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  source: Exclude<SourceContrat, "workbook"> = "built-in",
  { today, speaksFor, mostSteps }: VerifyOptions = {},
): { readonly verification: Verification; readonly dossier: Dossier } {
  const dossier = readDossier(raw, contrats, asOf, source);
  const run = runAll(dossier);
  const attached = attachCauses(run.trouves, dossier, mostSteps);
  const found = withChoices(attached.findings, dossier);
  const { registre = NOTHING_SAID } = raw;
  const cadre = { convention: dossier.convention, today, speaksFor };
  const findings = justify(found, readJustifications(raw), dossier.execution, cadre, registre.paroles);
  const { results } = run;
  const summary = { ...summarise(findings, results), ...(attached.isGivenUp && { causesNotSought: true as const }) };
  const choices = describeChoices(dossier.choix ?? []);
  const [years, history] = [describeYears(dossier), describeHistory(dossier)];
  const deadlines = describeDeadlines(dossier);
  const verification: Verification = {
    workbook: raw.name,
    contract: withSeal(dossier, {
      id: dossier.convention.id,
      avenants: dossier.avenants.map(({ numero }) => numero),
      source: dossier.sourceContrat ?? source,
      localParty: dossier.convention.collectivite.designation,
      actions: dossier.convention.actions.map(({ numero: number, intitule: name }) => ({ number, name })),
      ...describeDefinition(dossier, raw.name),
      ...(years && { years }),
      ...(history.length > 0 && { history }),
    }),
    ...(deadlines.length > 0 && { deadlines }),
    asOf,
    ...(today !== undefined && { today }),
    ...(speaksFor !== undefined && { speaksFor }),
    ...(registre.declarations.length > 0 && { declarations: registre.declarations }),
    read: describeRead(dossier),
    unread: listUnread(raw, dossier),
    ...(dossier.aPart && { leftAside: dossier.aPart.map(told) }),
    ...(dossier.reponses && { answers: dossier.reponses }),
    ...(choices.length > 0 && { choices }),
    rules: results,
    beyond: beyondCalculation(dossier.convention),
    verdict: composeVerdict(raw, dossier, results, summary, needsOf),
    findings,
    summary,
  };
  return { verification, dossier };
}
