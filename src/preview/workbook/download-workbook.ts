// Hands the open workbook to the agent as a file.
import type { WorkbookModel } from "../../files/workbook-model";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function downloadWorkbook(model: WorkbookModel): void {
  // A view on a buffer of unknown kind is no BlobPart: the copy has its own.
  const address = URL.createObjectURL(new Blob([new Uint8Array(model.save())], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = model.name.replace(/\.xlsx$/i, "-annote.xlsx");
  link.click();
  URL.revokeObjectURL(address);
}
