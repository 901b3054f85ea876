import { readFileSync } from "node:fs";
import { contratIntegre } from "../src/contracts/built-in";
import { verify } from "../src/core/verify";
import { whatIsRead } from "../src/core/reading/roles/what-is-read";
import { openFileWorkbook } from "../src/files/file-workbook";
import { unclearFile } from "../tests/browser/site/workbooks";
void (async () => {
  for (const path of process.argv.slice(2)) {
    const bytes = path === "unclear" ? new Uint8Array(unclearFile().buffer) : new Uint8Array(readFileSync(path));
    const raw = await openFileWorkbook(bytes, "x.xlsx").port.read();
    const { dossier } = verify(raw, contratIntegre, "2026-06-30");
    const t = performance.now();
    const tables = whatIsRead(raw, dossier);
    console.log(path, (performance.now() - t).toFixed(1), "ms");
    for (const { range, heading, columns, rows } of tables) {
      console.log("##", range, heading);
      for (const one of [...columns, ...rows]) console.log(one.about, one.name, "|", one.words.slice(0, 40), "|", one.as, "|", one.state, "|", one.key ? "key" : "-", JSON.stringify(one.role));
    }
  }
})();
