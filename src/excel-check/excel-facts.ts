// Which Excel this is: what a report of it begins with.

const NEWEST_API = 30;

export interface ExcelFacts {
  /** "PC", "Mac", "OfficeOnline". */
  readonly platform: string;
  readonly version: string;
  /** The newest requirement set, "1.17". */
  readonly excelApi: string;
  /** Of the contents: "fr-FR". */
  readonly language: string;
}

export function excelFacts(): ExcelFacts {
  const { requirements, diagnostics, contentLanguage } = Office.context;
  const sets = Array.from({ length: NEWEST_API }, (_, minor) => `1.${minor + 1}`);
  const newest = sets.filter((set) => requirements.isSetSupported("ExcelApi", set)).at(-1);
  return {
    platform: String(diagnostics.platform),
    version: diagnostics.version,
    excelApi: newest ?? "",
    language: contentLanguage,
  };
}
