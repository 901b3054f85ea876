// The workbook of a sister contract in Excel: whatever the pane and the ribbon can write is refused, and the workbook stays as it was.
import { beforeEach, describe, expect, it } from "vitest";
import { inventRegion, type RegionContract } from "../../scripts/region/region";
import { workbookOf as sisterWorkbook } from "../../scripts/region/region-workbook";
import { contratsIntegres } from "../../src/contracts/built-in";
import { WorkbookError } from "xlsx-model/plan";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { PaneHost } from "../../src/pane-workbook/pane-host";
import { paneWorkbook } from "../../src/pane-workbook/pane-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { describeWorkbook } from "./describe-workbook";
import { simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();
const AS_OF = "2026-11-24";
const [sister] = inventRegion(1) as readonly [RegionContract];

const host: PaneHost = {
  run: (work) =>
    runExcel((context) =>
      work({
        port: excelWorkbook(context),
        selectedCell: () => Promise.reject(new WorkbookError("aucune cellule")),
        selectCell: () => Promise.resolve(),
      }),
    ),
  watchChanges: () => Promise.resolve(),
  readFile: (bytes, name) => openFileWorkbook(bytes, name).port.read(),
  startReading: () => Promise.reject(new Error("no files are read here")),
};
const pane = paneWorkbook(host, () => AS_OF);

/** As the product once did, and takes no more: the sheet of the built-in contract before anything of the sister's stood there. */
async function sealed(): Promise<Uint8Array> {
  const { port, save, model } = openFileWorkbook(new Uint8Array(sisterWorkbook(sister)), "classeur.xlsx");
  for (const sheet of model.sheets) sheet.visibility = "hidden";
  await insertAnnexe(port, contratsIntegres, AS_OF, [{ kind: "contrat" }]);
  for (const sheet of model.sheets) sheet.visibility = "visible";
  return save();
}

const AVENANT = {
  numero: "1",
  signeLe: "2025-03-01",
  effetLe: "",
  clause: "",
  lignes: [{ objet: "suppression", champs: { intitule: "Axe 2" } }],
} as const;

const waiting = (): void => undefined;

const JOBS: Readonly<Record<string, () => Promise<unknown>>> = {
  "l’annexe Contrat": () => pane.annexes.insert([{ kind: "contrat" }], "new-sheets", AS_OF, [], waiting),
  "l’annexe imputation": () => pane.annexes.insert([{ kind: "imputation" }], "new-sheets", AS_OF, [], waiting),
  "l’annexe budgétaire": () =>
    pane.annexes.insert([{ kind: "budget", sousTotaux: false }], "new-sheets", AS_OF, [], waiting),
  "les totaux": () => pane.totals.preview(AS_OF, waiting),
  "une correction": () => pane.corrections.preview(AS_OF, ["total-general/2024/etat"], waiting),
  "le bilan": () => pane.reports.writeBilan("mi-parcours", AS_OF, waiting),
  "le bilan en Word": () => pane.reports.wordBilan("mi-parcours", AS_OF, waiting),
  "le procès-verbal": () => pane.reports.establish(AS_OF, null, waiting),
};

async function refusal(job: () => Promise<unknown>): Promise<string> {
  const error = await job().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof WorkbookError)) throw new Error(`not refused: ${String(error)}`);
  return error.message.replaceAll("\u00a0", " ");
}

describe("a workbook of another contract", () => {
  beforeEach(() => excel.host.open(openXlsx(new Uint8Array(sisterWorkbook(sister)), "classeur.xlsx")));

  it.each(Object.entries(JOBS))("does not get %s", async (_, job) => {
    const before = describeWorkbook(excel.host.model);
    expect(await refusal(job)).toMatch(
      /^Ce classeur n’est pas celui du contrat de Dijon métropole : .*, puis relancez\.$/,
    );
    expect(describeWorkbook(excel.host.model)).toEqual(before);
  });

  it("is verified without anything written, and its opening offers no annexe", async () => {
    const before = describeWorkbook(excel.host.model);
    const { verification, refusals } = await pane.verify(AS_OF, () => Promise.resolve(), waiting, null);
    expect([verification.verdict.state, refusals]).toEqual(["not-this-contract", []]);
    const { etat, accepteAnnexes } = await pane.situate(AS_OF);
    expect([etat, accepteAnnexes]).toEqual(["etranger", false]);
    expect(describeWorkbook(excel.host.model)).toEqual(before);
  });
});

describe("a workbook of another contract that bears this one's sheet and seal", () => {
  beforeEach(async () => excel.host.open(openXlsx(await sealed(), "classeur.xlsx")));

  it.each([...Object.entries(JOBS), ["un avenant", () => pane.contrat.preview(AS_OF, AVENANT, waiting)] as const])(
    "is asked about before it gets %s",
    async (_, job) => {
      const before = describeWorkbook(excel.host.model);
      expect(await refusal(job)).toMatch(
        /^À confirmer avant d’y écrire : ce classeur porte le contrat de Dijon métropole, mais /,
      );
      expect(describeWorkbook(excel.host.model)).toEqual(before);
    },
  );

  it("is verified without anything written", async () => {
    const before = describeWorkbook(excel.host.model);
    const { verification } = await pane.verify(AS_OF, () => Promise.resolve(), waiting, null);
    expect(verification.verdict.state).toBe("to-confirm");
    const { etat, accepteAnnexes } = await pane.situate(AS_OF);
    expect([etat, accepteAnnexes]).toEqual(["a-confirmer", false]);
    expect(describeWorkbook(excel.host.model)).toEqual(before);
  });
});
