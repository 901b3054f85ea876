// The sheets of the tableau de bord: what is to be done, the State's credits, axes and years, and the data for the next one.
import { groupBy } from "../../domain/group-by";
import { accord } from "../../domain/words/accord";
import { formatDate, formatListeCourte, formatMontant, NBSP } from "../../domain/words/format";
import { montantFromCentimes } from "../../domain/values/montant";
import { compteClos, isLu, type ConstatContrat } from "../../reports/tableau-de-bord/constat";
import { contratsComptes, type Tableau } from "../../reports/tableau-de-bord/tableau";
import type { AnnexePlan, SheetLayout } from "../../workbook-port";
import type { ChartPlan, GridRange } from "xlsx-model/plan";
import { chartName } from "../parts/marks";
import { placeCharts } from "../parts/place-charts";
import { repeatedRows, sectionBreaks } from "../parts/section-breaks";
import { SheetBuilder, textCell } from "../parts/sheet-builder";
import { FORMATS, STYLES } from "../parts/sheet-style";
import { addAxesTable, addYearsTable, AXES_COLUMN, AXES_WIDTHS } from "./axes-table";
import { CREDITS, hasBoth, SUIVI, type Colonne } from "./columns";
import { addContratsTable, type TableRows } from "./contrats-table";

/** The hidden sheet that the next tableau reads. */
export const DATA_SHEET = "Données";

const COLORS = { contrat: "#C5CCD6", verse: "#8FB3D9", execute: "#1B365D", erreurs: "#1B365D", autres: "#BFD0E6" };
/** More bars than this cannot be told apart. */
const MOST_BARS = 15;
const GONE_SHOWN = 12;
const DOUBLONS_SHOWN = 6;
const FILES_SHOWN = 4;
const UNCERTAIN_SHOWN = 6;
const LEFT_SHOWN = 12;

/** The contracts that no count and no sum includes; none where every contract has one workbook. */
function saidOfDoublons({ doublons }: Tableau): readonly string[] {
  if (doublons.length === 0) return [];
  const names = doublons.map(
    ({ collectivite, classeurs }) =>
      `${collectivite} (${classeurs.length} classeurs : ${formatListeCourte(classeurs, FILES_SHOWN)})`,
  );
  return [
    `${accord(doublons.length, "contrat est montré", "contrats sont montrés chacun")} par plusieurs classeurs : ${formatListeCourte(names, DOUBLONS_SHOWN)}. ` +
      "Aucun de ces classeurs n’est compté : ne gardez que celui qui fait foi.",
  ];
}

/** The contracts whose figures prove nothing yet. Their workbooks are named, for the name may be what is asked. */
function saidOfUncertain({ constats }: Tableau): readonly string[] {
  const contrats = constats.filter(isLu);
  const say = (named: readonly ConstatContrat[], one: string, several: string, why: string): readonly string[] => {
    if (named.length === 0) return [];
    const files = formatListeCourte(
      named.map(({ classeur }) => classeur),
      UNCERTAIN_SHOWN,
    );
    return [`${accord(named.length, one, several)} : ${files}. ${why}`];
  };
  return [
    ...say(
      contrats.filter(({ verdict }) => verdict === "to-confirm"),
      "contrat à confirmer",
      "contrats à confirmer",
      "Rien n’y est certifié ; la vérification de chaque classeur dit ce qui est demandé.",
    ),
    ...say(
      contrats.filter(({ contrat }) => contrat.tireDuClasseur),
      "contrat dont la définition a été tirée du classeur même",
      "contrats dont la définition a été tirée du classeur même",
      "Leur vérification ne compare chaque classeur qu’à lui-même.",
    ),
    ...say(
      contrats.filter(({ contrat: { sceau } }) => sceau === "rompu" || sceau === "autre"),
      "contrat dont le sceau ne tient pas",
      "contrats dont le sceau ne tient pas",
      "La vérification de chaque classeur dit ce qui diffère de ce qui a été signé.",
    ),
    ...say(
      contrats.filter(({ contrat: { sceau } }) => sceau === "absent"),
      "classeur sans sceau",
      "classeurs sans sceau",
      "Chacun est comparé à la définition connue de son contrat ; rien n’y prouve ce qui a été signé.",
    ),
    ...[...groupBy(contrats, ({ mesures = "" }) => mesures)].flatMap(([mesures, group]) =>
      mesures === ""
        ? []
        : say(group, "classeur dit quels montants il montre", "classeurs disent quels montants ils montrent", mesures),
    ),
  ];
}

/** The contracts some of whose actions no sum of paid and executed amounts holds, and those that it does not hold at all. */
function saidOfLeftAside({ constats }: Tableau): readonly string[] {
  const contrats = contratsComptes(constats).filter(({ annees }) => annees.some(({ close }) => close));
  if (!contrats.some(hasBoth)) return [];
  const named = contrats.flatMap((constat) => {
    const { hors } = compteClos(constat).ensemble;
    if (!hasBoth(constat)) return [`${constat.contrat.collectivite} (aucune action)`];
    return hors > 0 ? [`${constat.contrat.collectivite} (sans ${accord(hors, "action")})`] : [];
  });
  if (named.length === 0) return [];
  return [
    `Versé et exécuté ne sont pas connus ensemble partout, et les totaux ne réunissent que les actions où ils le sont : ${formatListeCourte(named, LEFT_SHOWN)}.`,
  ];
}

function saidOfContrats({ constats }: Tableau): readonly string[] {
  const contrats = contratsComptes(constats);
  const left = constats.filter((constat) => !isLu(constat)).map(({ classeur }) => classeur);
  const unread = left.length;
  const said = `${accord(unread, "classeur non compté", "classeurs non comptés")} (${formatListeCourte(left, FILES_SHOWN)})`;
  const beside = unread > 0 ? `, et ${said}` : "";
  if (contrats.length === 0) return [unread > 0 ? `Aucun contrat compté ; ${said}.` : "Aucun contrat compté."];
  const total = (key: "aTraiter" | "erreurs" | "justifies" | "acceptes"): number =>
    contrats.reduce((sum, contrat) => sum + contrat[key], 0);
  const [aTraiter, erreurs] = [total("aTraiter"), total("erreurs")];
  const concerned = contrats.filter((contrat) => contrat.aTraiter > 0).length;
  const known = contrats.filter(({ aReverser }) => aReverser !== null);
  const aReverser = known.reduce((sum, contrat) => sum + (contrat.aReverser ?? 0), 0);
  const decide = known.reduce((sum, contrat) => sum + contrat.decide, 0);
  const dont = decide === 0 ? "" : `, dont ${formatMontant(montantFromCentimes(decide))} ont leur décision`;
  const late = contrats.filter(({ echeances }) => echeances.length > 0).length;
  const missing = contrats.filter(({ avenantsManquants }) => avenantsManquants.length > 0).length;
  return [
    `${accord(contrats.length, "contrat")}${beside}. ` +
      `${accord(aTraiter, "écart")} à traiter dans ${accord(concerned, "contrat")}, dont ${accord(erreurs, "erreur")} ; ` +
      `${accord(total("justifies"), "écart justifié", "écarts justifiés")} en attente de l’autre partie, ${accord(total("acceptes"), "accepté par les deux parties", "acceptés par les deux parties")}.`,
    `${accord(missing, "contrat sans l’avenant", "contrats sans l’avenant")} d’une année commencée ; ` +
      `${accord(late, "contrat avec une échéance dépassée", "contrats avec une échéance dépassée")} ; ` +
      (known.length === 0
        ? "ce qui a été versé sans être utilisé n’est calculable pour aucun contrat."
        : `${formatMontant(montantFromCentimes(aReverser))} versés et non utilisés sur les années closes${dont}` +
          `${known.length < contrats.length ? ` (${accord(contrats.length - known.length, "contrat où ce n’est pas calculable", "contrats où ce n’est pas calculable")})` : ""}.`),
  ];
}

/** French sentences: the whole in a few lines. */
export function summarise(tableau: Tableau): readonly string[] {
  const { changements } = tableau;
  return [
    ...saidOfContrats(tableau),
    ...saidOfDoublons(tableau),
    ...saidOfUncertain(tableau),
    ...(changements.depuis === null
      ? []
      : [
          `Comparé au tableau du ${formatDate(changements.depuis)}.` +
            (changements.disparus.length > 0
              ? ` N’y ${changements.disparus.length > 1 ? "sont" : "est"} plus : ${formatListeCourte(changements.disparus, GONE_SHOWN)}.`
              : ""),
        ]),
  ];
}

function start(widths: readonly number[], titre: string, tableau: Tableau, notes: readonly string[]): SheetBuilder {
  const builder = new SheetBuilder(widths);
  builder.addBanner(titre, STYLES.title, 28);
  builder.addBanner(`Contrats locaux des solidarités, situation au ${formatDate(tableau.asOf)}`, STYLES.subtitle);
  for (const note of notes) builder.addBanner(note, STYLES.counts);
  builder.addRow([]);
  return builder;
}

/** Marked, so that a tableau that is opened like a workbook is not read as the tables of a contract. */
function finish(
  builder: SheetBuilder,
  mark: NonNullable<AnnexePlan["mark"]>,
  name: string,
  tableau: Tableau,
  headingRow: number,
  charts: ReturnType<typeof placeCharts>,
): AnnexePlan {
  const layout = builder.layOut({
    name,
    base: STYLES.base,
    frozenRows: headingRow + 1,
    orientation: "landscape",
    titleRows: null,
    header: `${name} – situation au ${formatDate(tableau.asOf)}`,
  });
  const titleRows = repeatedRows(layout, headingRow, charts.breaks[0] ?? builder.height);
  const breaks = sectionBreaks({ ...layout, page: { ...layout.page, titleRows } }, charts.breaks);
  const page = { ...layout.page, titleRows, ...(breaks.length > 0 && { breaks }) };
  return { mark, ...asPlan({ ...layout, page, ...(charts.charts.length > 0 && { charts: charts.charts }) }) };
}

const asPlan = (layout: SheetLayout): AnnexePlan => ({ ...layout, controls: [], names: [] });

const columnOf = (colonnes: readonly Colonne[], key: string, top: number, bottom: number): GridRange => {
  const at = colonnes.findIndex((colonne) => colonne.key === key);
  return { top, bottom, left: at, right: at };
};

/** The contracts that are the most in difficulty stand first: the chart shows these. */
function worstChart(tableau: Tableau, { top }: TableRows): Omit<ChartPlan, "place">[] {
  const first = top + tableau.constats.filter((constat) => !isLu(constat)).length;
  const shown = Math.min(MOST_BARS, contratsComptes(tableau.constats).filter(({ aTraiter }) => aTraiter > 0).length);
  if (shown === 0) return [];
  const last = first + shown - 1;
  return [
    {
      name: chartName("tableau_ecarts"),
      title:
        shown < MOST_BARS ? "Écarts à traiter par contrat" : `Écarts à traiter${NBSP}: les ${shown} premiers contrats`,
      isStacked: false,
      categories: columnOf(SUIVI, "contrat", first, last),
      series: [
        { name: "À traiter", values: columnOf(SUIVI, "aTraiter", first, last), color: COLORS.autres, kind: "columns" },
        {
          name: "dont erreurs",
          values: columnOf(SUIVI, "erreurs", first, last),
          color: COLORS.erreurs,
          kind: "columns",
        },
      ],
      valueFormat: "0",
      minimum: 0,
    },
  ];
}

function suiviSheet(tableau: Tableau, links: ReadonlyMap<string, string>): AnnexePlan {
  const widths = SUIVI.map(({ width }) => width);
  const builder = start(widths, "Tableau de bord des contrats", tableau, summarise(tableau));
  const rows = addContratsTable(builder, SUIVI, tableau, links);
  builder.addBanner(
    "Le contrat le plus en difficulté d’abord : erreurs, écarts à traiter, échéances dépassées, avenants manquants. « À traiter » : ni justifié, ni conséquence d’un autre écart. « Échéances dépassées » : non faites, ou que le classeur n’atteste pas. " +
      (links.size > 0 ? "Le nom d’un contrat ouvre sa copie annotée." : ""),
    STYLES.note,
  );
  const charts = placeCharts(builder, worstChart(tableau, rows), "Les contrats du haut du tableau.", [0]);
  return finish(builder, "tableau-contrats", "Tableau de bord", tableau, rows.headingRow, charts);
}

function creditsSheet(tableau: Tableau, links: ReadonlyMap<string, string>): AnnexePlan {
  const builder = start(
    CREDITS.map(({ width }) => width),
    "Crédits de l’État par contrat",
    tableau,
    [...saidOfDoublons(tableau), ...saidOfLeftAside(tableau)],
  );
  const rows = addContratsTable(builder, CREDITS, tableau, links);
  builder.addBanner(
    "« Versé » et « Exécuté » sont ceux des mêmes actions, et leurs totaux ceux des mêmes contrats. « Versé non utilisé » : ce que l’État a versé pour chaque action et chaque année close au-delà de la part État exécutée, " +
      "qui peut être reporté, ou déduit des crédits de l’année suivante, ou remboursé à titre exceptionnel. " +
      "Les actions dont un montant n’est pas renseigné, ou ne peut pas être lu, sont laissées de côté et comptées.",
    STYLES.note,
  );
  return finish(builder, "tableau-credits", "Crédits", tableau, rows.headingRow, { charts: [], breaks: [] });
}

function axesSheet(tableau: Tableau): AnnexePlan {
  const builder = start(AXES_WIDTHS, "Totaux par axe et par année", tableau, [
    ...saidOfDoublons(tableau),
    ...saidOfLeftAside(tableau),
  ]);
  const { headingRow, totals } = addAxesTable(builder, tableau);
  builder.addBanner(
    "Versé et exécuté d’une même année sont ceux des mêmes actions, où les deux sont connus ; là où aucune action n’a les deux, chacun est montré seul. Le taux rapporte l’exécuté de ces actions à ce qu’elles ont de contractualisé. « Actions laissées de côté » : l’un de leurs montants n’est pas renseigné, ou ne peut pas être lu.",
    STYLES.note,
  );
  builder.addRow([]);
  builder.addBanner("Tous axes, par année", STYLES.section);
  const { top, bottom } = addYearsTable(builder, tableau, totals);
  const column = (key: keyof typeof AXES_COLUMN): GridRange => {
    const at = AXES_COLUMN[key];
    return { top, bottom, left: at, right: at };
  };
  const chart: Omit<ChartPlan, "place"> = {
    name: chartName("tableau_annees"),
    title: "Crédits de l’État par année, tous contrats",
    isStacked: false,
    categories: column("annee"),
    series: [
      { name: "Contractualisé", values: column("etat"), color: COLORS.contrat, kind: "columns" },
      { name: "Versé", values: column("verse"), color: COLORS.verse, kind: "columns" },
      { name: "Exécuté", values: column("executeEtat"), color: COLORS.execute, kind: "columns" },
    ],
    valueFormat: FORMATS.roundEuros,
    minimum: 0,
  };
  const charts = placeCharts(builder, tableau.annees.length > 0 ? [chart] : [], "Part de l’État seule.", [0]);
  return finish(builder, "tableau-axes", "Axes et années", tableau, headingRow, charts);
}

/** One text a row, for the next tableau to read: `readData` of the command line. */
function dataSheet(tableau: Tableau): AnnexePlan {
  const builder = new SheetBuilder([120]);
  const texts = [{ version: 1, asOf: tableau.asOf }, ...tableau.constats].map((item) => JSON.stringify(item));
  for (const text of texts) builder.addRow([textCell(text)]);
  return asPlan(
    builder.layOut({
      name: DATA_SHEET,
      base: STYLES.base,
      frozenRows: 0,
      orientation: "portrait",
      titleRows: null,
      header: DATA_SHEET,
    }),
  );
}

/** `links` lead from the tableau to the annotated copy of a workbook. */
export function composeTableau(tableau: Tableau, links: ReadonlyMap<string, string>): readonly AnnexePlan[] {
  return [suiviSheet(tableau, links), creditsSheet(tableau, links), axesSheet(tableau), dataSheet(tableau)];
}
