// The « Écarts » sheet: the findings with room for their justification, and how far the verification went.
import type { Convention } from "../../contract/convention";
import { consequenceLine } from "../../domain/consequence-line";
import { describeContract } from "../../contract/in-force/contrat-servi";
import { ECARTS_COLUMNS, ecartsColumn, type EcartsColumn } from "../../domain/ecarts-columns";
import { nommePartie } from "../../domain/parties";
import { verifiedBy } from "../../domain/verified-by";
import { NBSP } from "../../domain/words/format";
import type { Finding, Verification } from "../../verification";
import type { SheetPlan } from "../../workbook-port";
import type { EntryControl, GridRange } from "xlsx-model/plan";
import { describeCauses, describeCounts, describeNoFinding, describeState } from "../describe-verification";
import { addContract } from "./contract-sections";
import { addCoverage, addSection } from "./ecarts-sections";
import { addFinding, addToReview } from "./ecarts-table";
import type { PlacedJustifications } from "./place-justifications";
import { describeConsequences, nameFinding, orderFindings } from "./order-findings";
import { choicesOnly, datesOnly, isChoiceList, lengthOnly } from "../parts/entry-controls";
import { SheetBuilder, textCell } from "../parts/sheet-builder";
import { STYLES } from "../parts/sheet-style";

const GUIDE =
  "La colonne « Cellule » mène à la cellule en cause. Les cases sur fond clair sont à vous et sont reprises à chaque vérification : une partie donne sa " +
  "justification (« Justification », « Par », « Partie », « Le »), l’autre l’accepte ou la refuse (« Décision », « Décidée par », « Partie qui décide », « Décidée le »). " +
  "Une décision compte quand les deux parties sont dites et différentes, et quand elle n’est pas datée d’avant la justification. Une justification " +
  "vaut tant que les montants sont les mêmes, une décision tant que la justification est la même. Tout le reste de la feuille est réécrit : ce que vous notez à côté y reste, ou passe dans « Notes conservées ».";

const DECISIONS = ["Acceptée", "Refusée"];
/** What is read as a date. */
const DAYS = ["2000-01-01", "2100-12-31"] as const;
const LONGEST_REASON = 2000;
const LONGEST_NAME = 120;

export function composeEcartsSheet(
  verification: Verification,
  { intitule, collectivite }: Pick<Convention, "intitule" | "collectivite">,
  justifications: PlacedJustifications,
  by: string | null = null,
): SheetPlan {
  const builder = new SheetBuilder(ECARTS_COLUMNS.map(({ width }) => width));
  builder.addBanner(`Écarts – ${intitule}`, STYLES.title, 27);
  builder.addBanner(
    `Classeur${NBSP}: ${verification.workbook}. ${describeContract(verification)}.${by === null ? "" : ` ${verifiedBy(by)}`}`,
    STYLES.subtitle,
    16,
  );
  const { verdict, contract } = verification;
  // Said to whoever reads the sheet alone: nothing is proved by what is not certain, nor by the workbook from which
  // the contract was drawn.
  const isUncertain = verdict.state === "to-confirm" || contract.origin?.from === "workbook";
  builder.addBanner(isUncertain ? describeCounts(verification) : describeState(verification), STYLES.counts);
  if (isUncertain) builder.addBanner(verdict.sentence, STYLES.caution);
  const causes = describeCauses(verification);
  if (causes !== null) builder.addBanner(causes, STYLES.caution);
  builder.addBanner(GUIDE, STYLES.note);
  const headingRow = builder.addRow(ECARTS_COLUMNS.map(({ heading }) => textCell(heading)));
  builder.style(headingRow, 0, builder.width - 1, STYLES.heading);
  builder.setHeight(headingRow, 30);

  const noFinding = describeNoFinding(verification);
  if (noFinding !== null) {
    const everythingHolds = !isUncertain && verification.rules.every(({ status }) => status === "compliant");
    builder.addBanner(noFinding, everythingHolds ? STYLES.good : STYLES.caution);
  }
  const titles = new Map(verification.rules.map(({ rule, title }) => [rule, title]));
  for (const { cause, consequences } of orderFindings(verification)) {
    const add = (finding: Finding, attachment: string | null): void => {
      const title = titles.get(finding.rule) ?? finding.rule;
      addFinding(builder, finding, { title, attachment, motif: justifications.byFinding.get(finding.id) });
    };
    add(cause, describeConsequences(consequences));
    if (consequences.length === 0) continue;
    const line = consequenceLine(nameFinding(cause));
    for (const consequence of consequences) add(consequence, line);
  }
  if (justifications.toReview.length > 0) {
    addSection(
      builder,
      "Justifications à revoir",
      "Leur écart a disparu ou a changé ; voici les chiffres pour lesquels elles avaient été données. " +
        "Pour retirer une ligne, videz ses cases sur fond clair.",
    );
    for (const saisie of justifications.toReview) addToReview(builder, saisie);
  }
  addCoverage(builder, verification);
  addContract(builder, verification);
  const plan = builder.build({
    kind: "ecarts",
    name: "Écarts",
    base: STYLES.base,
    asOf: verification.asOf,
    headingRow,
    frozenRows: headingRow + 1,
    hiddenColumns: [ecartsColumn("identifiant"), ecartsColumn("repere")],
  });
  return {
    ...plan,
    controls: entryControls(headingRow + 1, builder.height, collectivite.designation),
  };
}

/** Sheets of fewer findings have them on as many rows: those of an earlier run are then all replaced. */
const CONTROLLED_ROWS = 1000;

/** What each party may type: the words of a decision, days, a reason that a page can hold. */
function entryControls(top: number, height: number, localParty: string): readonly EntryControl[] {
  const bottom = top + Math.ceil(Math.max(1, height - top) / CONTROLLED_ROWS) * CONTROLLED_ROWS - 1;
  const of = (key: EcartsColumn): GridRange => {
    const column = ecartsColumn(key);
    return { top, left: column, bottom, right: column };
  };
  const [from, to] = DAYS;
  const parties = [nommePartie("collectivite", localParty), nommePartie("etat", localParty)];
  // A name that no list can hold is typed.
  const partyOnly = (range: GridRange): EntryControl =>
    isChoiceList(parties) ? choicesOnly(range, parties) : lengthOnly(range, LONGEST_NAME);
  return [
    lengthOnly(of("justification"), LONGEST_REASON),
    lengthOnly(of("par"), LONGEST_NAME),
    partyOnly(of("partie")),
    datesOnly(of("le"), from, to),
    choicesOnly(of("decision"), DECISIONS),
    lengthOnly(of("decideePar"), LONGEST_NAME),
    partyOnly(of("decideePartie")),
    datesOnly(of("decideeLe"), from, to),
  ];
}
