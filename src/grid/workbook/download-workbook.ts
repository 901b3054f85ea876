// Hands the open workbook to the agent as a file.

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
} as const;

/** A copy beside the original: « budget.xlsx » gives « budget-annote.xlsx ». */
export function downloadWorkbook(bytes: Uint8Array, name: string): void {
  const extension = /\.xlsm$/i.test(name) ? "xlsm" : "xlsx";
  // A view on a buffer of unknown kind is no BlobPart: the copy has its own.
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: TYPES[extension] }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name.replace(/(?:-annote)?(?:\.xls[xm])?$/i, "")}-annote.${extension}`;
  link.click();
  URL.revokeObjectURL(address);
}
