// The notes of a sheet, which Excel tells since ExcelApi 1.18; older ones keep them to themselves.

interface Located {
  getLocation(): Excel.Range;
}

/** Asks with the next request; the answer is what came. */
export function loadNotes(sheet: Excel.Worksheet): () => readonly Located[] {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.18")) return () => [];
  const { notes } = sheet;
  notes.load({ authorName: true });
  return () => notes.items;
}
