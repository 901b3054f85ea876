// Pictures on a sheet: kept as they were given, in their own size, and gone without a trace.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-shapes, "Images"
// Source: https://learn.microsoft.com/javascript/api/excel/excel.shapecollection, addImage
// Source: https://learn.microsoft.com/javascript/api/excel/excel.image
import { describe, expect, it } from "vitest";
import { partsOf } from "../../../../tests/files/fixtures";
import { PIXEL } from "../contract/rich-workbook";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();
const shape = <T>(name: string, work: (shape: Excel.Shape) => T) => run((sheet) => work(sheet.shapes.getItem(name)));

describe("a picture", () => {
  it("is kept as it was given, in its own size, and leaves no part behind", async () => {
    await run(({ shapes }) => {
      shapes.addImage(PIXEL).name = "Point";
      shapes.addImage(PIXEL).name = "Autre";
    });
    expect(await faultsOf(host.model)).toEqual([]);
    host.open(reopened(host.model));
    const read = await shape("Point", (found) => {
      found.image.load("format");
      return found.load("width,height,type");
    });
    expect([read.width, read.height, read.type, read.image.format]).toEqual([0.75, 0.75, "Image", "PNG"]);
    const [first] = host.model.activeSheet.shapes.list();
    const bytes = first && host.model.activeSheet.shapes.picture(first);
    expect(Buffer.from(bytes ?? new Uint8Array()).toString("base64")).toBe(PIXEL);
    await shape("Point", (found) => found.delete());
    expect(await faultsOf(host.model)).toEqual([]);
    expect(Object.keys(partsOf(host.model.save())).filter((path) => path.includes("media"))).toHaveLength(1);
    await shape("Autre", (found) => found.delete());
    const saved = reopened(host.model);
    expect(saved.activeSheet.objects).toEqual([]);
    expect(Buffer.from(saved.save()).toString("latin1")).not.toMatch(/media|drawing/);
    expect(await faultsOf(saved)).toEqual([]);
  });

  it.each(["", "AAAA", "pas du tout"])("is refused where it is none: %j", async (text) => {
    await expect(run(({ shapes }) => void shapes.addImage(text))).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});
