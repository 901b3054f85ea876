// A workbook as LibreOffice computes it: none of the results that stand in the file is left for it to show.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, part] of Object.entries(parts)) {
    if (!path.includes("worksheets/")) continue;
    parts[path] = strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zipSync(parts);
}

/** `folder` is the test's own: the profile of LibreOffice and the two files go there. */
export function computedByLibreOffice(folder: string, bytes: Uint8Array): Uint8Array {
  const path = join(folder, "sans-resultats.xlsx");
  writeFileSync(path, withoutResults(bytes));
  const out = join(folder, "libreoffice");
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      out,
      path,
    ],
    { stdio: "ignore" },
  );
  return readFileSync(join(out, "sans-resultats.xlsx"));
}
