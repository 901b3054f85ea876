// Every sheet that the product writes, planned as the real commands plan it: from the example workbook, or into an empty one.
import { readFileSync } from "node:fs";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { computeBilan } from "../../../../src/core/reports/bilan/compute-bilan";
import { periodeMiParcours } from "../../../../src/core/reports/bilan/periode";
import { dresserProcesVerbal, type Verifie } from "../../../../src/core/reports/proces-verbal/proces-verbal";
import type { RuleId } from "../../../../src/core/rules/rule-id";
import { constater } from "../../../../src/core/reports/tableau-de-bord/constater";
import { etablirTableau } from "../../../../src/core/reports/tableau-de-bord/tableau";
import type { Reponse } from "../../../../src/core/domain/question";
import type { Verification } from "../../../../src/core/verification";
import { summarise, verify } from "../../../../src/core/verify";
import type { AnnexePlan, RawWorkbook, SheetPlan, WritePlan } from "../../../../src/core/workbook-port";
import type { AnnexeRequest } from "../../../../src/core/sheets/annexes/annexe-request";
import { composeBilan } from "../../../../src/core/sheets/bilan/compose-bilan";
import { composeVerification } from "../../../../src/core/sheets/compose-verification";
import { comparer } from "../../../../src/core/reports/comparaison/comparer";
import { coteDuClasseur } from "../../../../src/core/reports/comparaison/cote";
import { withCells } from "../../../../src/core/avenants/with-cells";
import type { Note } from "../../../../src/core/sheets/kept-notes/note";
import { composeNotesSheet } from "../../../../src/core/sheets/kept-notes/notes-sheet";
import { composeComparaisonSheet } from "../../../../src/core/sheets/comparaison-sheet";
import { cellRef } from "../../rules/dossier-builder";
import { composeProcesVerbalSheet } from "../../../../src/core/sheets/proces-verbal-sheet";
import { composeTableau } from "../../../../src/core/sheets/tableau-de-bord/compose-tableau";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../../../src/files/file-workbook";
import { insertAnnexe } from "../../../../src/usecases/insert-annexe";

const AS_OF = "2026-11-24";
const EXAMPLE = "classeur-exemple.xlsx";

/** A few that stand for all: a rule that is added, or says something else, changes no sheet here. */
const SHOWN: ReadonlySet<RuleId> = new Set<RuleId>([
  "cible-atteinte",
  "cofinancement-minimum",
  "enveloppe-annuelle",
  "total-de-l-action",
  "cible-contractualisee",
]);

function withFewRules(verification: Verification): Verification {
  const findings = verification.findings.filter(({ rule }) => SHOWN.has(rule));
  const rules = verification.rules.filter(({ rule }) => SHOWN.has(rule));
  const verdict = { ...verification.verdict, sentence: "Le verdict de toutes les règles." };
  return { ...verification, findings, rules, verdict, summary: summarise(findings, rules) };
}

/** The same workbook with two figures otherwise and one that it lacked. */
function before(raw: RawWorkbook): Verifie {
  const change = (address: string, value: number | null) => ({
    cell: cellRef("Tableau budgétaire", address),
    content: { value },
  });
  const other = withCells({ ...raw, name: "classeur-2025.xlsx" }, [
    change("G7", 65_000),
    change("C13", 47_500),
    change("I9", null),
  ]);
  const { dossier, verification } = verify(other, contratIntegre, AS_OF, "built-in", { today: AS_OF });
  return { dossier, verification: withFewRules(verification) };
}

/** A column of no known words, of which a person said that it is nothing to be compared. */
function withAnswers(raw: RawWorkbook): readonly SheetPlan[] {
  const cells = [
    ["N5", "Reliquat"],
    ["N7", 1200],
    ["N8", 3450],
  ] as const;
  const other = withCells(
    raw,
    cells.map(([address, value]) => ({ cell: cellRef("Tableau budgétaire", address), content: { value } })),
  );
  const asked = verify(other, contratIntegre, AS_OF, "built-in", { today: AS_OF }).verification.verdict.questions ?? [];
  const reponses = asked.map(({ key, answers }): Reponse => ({
    key,
    answer: answers[0] ?? { role: "" },
    by: "Claire Martin",
    on: "2026-11-20",
    speaksFor: "collectivite",
  }));
  const read = { ...other, reponses };
  const { dossier, ...verified } = verify(read, contratIntegre, AS_OF, "built-in", { today: AS_OF });
  const [ecarts] = composeVerification(withFewRules(verified.verification), dossier, read).sheets;
  return ecarts ? [{ ...ecarts, name: "Écarts avec réponses" }] : [];
}

async function exampleSheets(): Promise<readonly (SheetPlan | AnnexePlan)[]> {
  const bytes = readFileSync(new URL(`../../../../exemples/${EXAMPLE}`, import.meta.url));
  const raw = await openFileWorkbook(bytes, EXAMPLE).port.read();
  const { dossier, ...verified } = verify(raw, contratIntegre, AS_OF, "built-in", { today: AS_OF });
  const verification = withFewRules(verified.verification);
  const bilan = computeBilan(dossier, verification, periodeMiParcours(dossier.convention));
  const versions = { regles: "version-des-regles", produit: "version-du-produit" };
  const tableau = etablirTableau([constater(dossier, verification, EXAMPLE)], AS_OF, null);
  return [
    ...composeVerification(verification, dossier, raw).sheets,
    ...withAnswers(raw),
    ...composeBilan(bilan, dossier, raw).sheets,
    composeProcesVerbalSheet(dresserProcesVerbal({ verification, dossier }, versions)),
    composeComparaisonSheet(
      comparer(coteDuClasseur(before(raw), null), coteDuClasseur({ verification, dossier }, null)),
    ),
    composeNotesSheet(null, [{ sheet: "Écarts", note: NOTE }]),
    ...composeTableau(tableau, new Map()),
  ];
}

const NOTE: Note = {
  cells: [{ row: 11, column: 22, value: "Vu avec la DDETS", formula: null, numberFormat: "General" }],
  rowSaid: null,
  isBeside: true,
  context: ["Cofinancement minimum", "Erreur"],
};

/** Of the years one and their sum, of the fiches one. */
const REQUESTS: readonly AnnexeRequest[] = [
  { kind: "budget", sousTotaux: true },
  { kind: "indicateurs", realises: true },
  { kind: "execution", annee: null },
  { kind: "fiches", action: 1 },
  { kind: "imputation" },
  { kind: "versements" },
  { kind: "echeancier" },
  { kind: "contrat" },
];

const LEFT_OUT = /^Exécution 202[567]$/;

async function annexes(): Promise<readonly AnnexePlan[]> {
  const { port } = openFileWorkbook(createXlsx("classeur.xlsx").save(), "classeur.xlsx");
  const plans: WritePlan[] = [];
  const noting: typeof port = {
    read: () => port.read(),
    readMarks: () => port.readMarks(),
    survey: (area) => port.survey(area),
    apply: (plan, raw) => {
      plans.push(plan);
      return port.apply(plan, raw);
    },
  };
  await insertAnnexe(noting, contratIntegre, AS_OF, REQUESTS);
  return plans.flatMap((plan) => plan.annexes ?? []).filter(({ name }) => !LEFT_OUT.test(name));
}

export async function plannedSheets(): Promise<readonly (SheetPlan | AnnexePlan)[]> {
  return [...(await exampleSheets()), ...(await annexes())];
}
