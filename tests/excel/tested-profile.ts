// Which Excel the tests of this folder run in, and what it is known to do otherwise.
import { excelProfile, type ExcelProfile, type KnownBug } from "simulated-excel/profile";

/**
 * The suite runs in a French Excel 2021, the floor; what a version does otherwise is tried in the others too, of which an English
 * Microsoft 365 has the newest set that the library has.
 */
const PROFILES: Readonly<Record<string, ExcelProfile>> = {
  "1.14": excelProfile("excel-2021", { houseRules: true, locale: "fr-FR" }),
  "1.15": excelProfile("microsoft-365", { houseRules: true, locale: "en-US" }),
  web: excelProfile("web", { houseRules: true, locale: "en-US" }),
  mac: excelProfile("mac", { houseRules: true, locale: "fr-FR" }),
};

export const PROFILE_NAMES = Object.keys(PROFILES);

export const profileName = process.env["EXCEL_API"] ?? "1.14";

export function testedProfile(): ExcelProfile {
  const profile = PROFILES[profileName];
  if (!profile) throw new Error(`EXCEL_API is none of ${PROFILE_NAMES.join(", ")}`);
  return profile;
}

/** Whether the Excel that is simulated has that bug: what it refuses or ignores may lack then, and nothing else. */
export const hasBug = (bug: KnownBug): boolean => testedProfile().bugs.has(bug);

/** Requests that dressing new sheets takes on top where marks of charts are refused: the pages, the marks and the frozen panes by themselves. */
export const DRESSED_ALONE = hasBug("marker-style-fails") ? 3 : 0;

/** The same of sheets whose panes are frozen already. */
export const DRESSED_AGAIN = hasBug("marker-style-fails") ? 2 : 0;
