// Which Excel is simulated: its version, its requirement set, its language, its known bugs, and how strict the house is.
import type { AddIn } from "xlsx-model/workbook/add-in-settings";

/** Known bugs of real Excels, off unless a profile or a test turns them on. */
export const KNOWN_BUGS = {
  /** office-js#2196, #3148: freezing panes of another sheet tells that it was activated, and may fail. */
  "freeze-elsewhere-activates": "Freezing panes of a sheet that is not active raises Activated for it",
  "freeze-elsewhere-fails": "Freezing panes of a sheet that is not active fails with GeneralException",
  /** Older versions read the separator of several addresses in the agent's language. */
  "address-separator-of-language": "getRanges takes only the separator of the agent's language",
  /** office-js#224: several values written over rows that a filter hides land beside them. */
  "filtered-rows-shift-values": "Values written over rows that a filter hides go to the rows that show",
  /** office-js#5222, #6827, #6835: the condition of a rule made beside another one on the same cells is lost. */
  "second-condition-is-lost": "A conditional format made beside another on the same cells has no condition",
  /** The documentation of ConditionalFormat.id: "The priority of the conditional format in the current ConditionalFormatCollection". */
  "format-ids-are-priorities":
    "The id of a conditional format is its place among those of its sheet, which changes when another one goes",
  /** office-js#1916: a formula written into a table fills its column. */
  "table-column-fills": "A formula written into an empty column of a table fills that column",
  /** Microsoft's article 214280, of formulas that are typed: no page says whether those of an add-in are spared. */
  "formula-takes-format": "A formula gives its cell of the general format that of the first cell it names",
  /** office-js#1860: the fit to pages is ignored until the Page Layout tab was opened. */
  "fit-to-pages-ignored": "The fit to pages is ignored",
  /** office-js#394, #2408: "by design", in no page of the documentation. */
  "custom-xml-over-1-mb-fails": "A custom XML part of more than 1 MB fails with GeneralException",
  /** office-js#1729: markers of a chart's series cannot be set on the web and on iPad. */
  "marker-style-fails": "markerStyle fails with GeneralException",
} as const;

export type KnownBug = keyof typeof KNOWN_BUGS;

export type ExcelVersion = "excel-2021" | "microsoft-365" | "web" | "mac";

export interface ExcelProfile {
  readonly version: ExcelVersion;
  readonly excelApi: "1.14" | "1.15";
  /** The language of the interface, and of what the API calls local. */
  readonly locale: "fr-FR" | "en-US";
  readonly bugs: ReadonlySet<KnownBug>;
  /** Who signed in: the author of comments. */
  readonly user: string;
  /** Whose settings are those of the workbook: each add-in has its own. */
  readonly addIn: AddIn;
  /** Refuses what Excel takes, but no command of a careful add-in does: another sheet brought into view, formulas of unknown functions. */
  readonly houseRules: boolean;
}

const BUGS_OF: Readonly<Record<ExcelVersion, readonly KnownBug[]>> = {
  "excel-2021": ["address-separator-of-language", "freeze-elsewhere-activates", "second-condition-is-lost"],
  "microsoft-365": ["freeze-elsewhere-activates", "second-condition-is-lost"],
  web: ["custom-xml-over-1-mb-fails", "marker-style-fails", "second-condition-is-lost"],
  mac: ["fit-to-pages-ignored", "second-condition-is-lost"],
};

const ADD_IN: AddIn = { id: "5a1b0c3e-0000-4000-8000-000000000001", version: "1.0.0.0" };

/** A version as it is sold, with what tests change of it. */
export function excelProfile(
  version: ExcelVersion = "microsoft-365",
  changes: Partial<Omit<ExcelProfile, "version" | "bugs">> & { readonly bugs?: readonly KnownBug[] } = {},
): ExcelProfile {
  const { bugs = BUGS_OF[version], ...others } = changes;
  const excelApi = version === "excel-2021" ? "1.14" : "1.15";
  const usual = { locale: "fr-FR", houseRules: false, user: "Agent", addIn: ADD_IN } as const;
  return { version, excelApi, ...usual, ...others, bugs: new Set(bugs) };
}
