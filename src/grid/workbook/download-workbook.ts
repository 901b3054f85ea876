// Hands the open workbook to the agent as a file.

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
} as const;

/** A copy beside the original: « budget.xlsx » gives « budget-annote.xlsx ». */
export function copyOf(name: string) {
  const extension = /\.xlsm$/i.test(name) ? "xlsm" : "xlsx";
  return {
    name: `${name.replace(/(?:-annote)?(?:\.xls[xm])?$/i, "")}-annote.${extension}`,
    type: TYPES[extension],
    extension: `.${extension}`,
  } as const;
}

/** Whether the browser kept it is not told to the page. */
export function downloadWorkbook(bytes: Uint8Array, name: string): void {
  const copy = copyOf(name);
  // A view on a buffer of unknown kind is no BlobPart: the copy has its own.
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: copy.type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = copy.name;
  link.click();
  URL.revokeObjectURL(address);
}
