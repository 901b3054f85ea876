// Shapes, text boxes and lines: made, changed part by part, counted, taken away, and what the file then says.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-shapes
// Source: https://learn.microsoft.com/javascript/api/excel/excel.shape
// Source: https://learn.microsoft.com/javascript/api/excel/excel.shapefill
// Source: https://learn.microsoft.com/javascript/api/excel/excel.textframe
// Source: https://learn.microsoft.com/javascript/api/excel/excel.line
import { describe, expect, it } from "vitest";
import { apiClass } from "../../src/api/api-members";
import { PIXEL } from "../contract/rich-workbook";
import { partText } from "../../../../tests/files/fixtures";
import { faultsOf, readByLibreOffice, reopened, simulated } from "./simulated";

const { host, run } = simulated();
const reopen = () => host.open(reopened(host.model));
const shape = <T>(name: string, work: (shape: Excel.Shape) => T) => run((sheet) => work(sheet.shapes.getItem(name)));

describe("a shape", () => {
  it("is made, placed, named and painted, and is in the file as it was said", async () => {
    await run(({ shapes }) => {
      const made = shapes.addGeometricShape("SmileyFace");
      made.set({ name: "Visage", left: 100, top: 60.5, width: 120, height: 90, rotation: 45, placement: "OneCell" });
      made.set({ altTextDescription: "Un visage & « rien »", altTextTitle: "Titre", lockAspectRatio: true });
      made.fill.setSolidColor("yellow");
      made.fill.transparency = 0.25;
      made.lineFormat.set({
        color: "#ff0000",
        weight: 2.5,
        dashStyle: "LongDash",
        style: "ThinThin",
        transparency: 0.5,
      });
    });
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    const read = await shape("visage", (found) => {
      found.load(
        "name,type,geometricShapeType,left,top,width,height,rotation,placement,altTextDescription,altTextTitle",
      );
      found.load("lockAspectRatio,visible,zOrderPosition,level,id");
      found.fill.load();
      found.lineFormat.load();
      return found;
    });
    expect(read.toJSON()).toMatchObject({
      name: "Visage",
      type: "GeometricShape",
      geometricShapeType: "SmileyFace",
      left: 100,
      top: 60.5,
      width: 120,
      height: 90,
      rotation: 45,
      placement: "OneCell",
      altTextDescription: "Un visage & « rien »",
      altTextTitle: "Titre",
      lockAspectRatio: true,
      visible: true,
      zOrderPosition: 0,
      level: 0,
      fill: { foregroundColor: "#FFFF00", transparency: 0.25, type: "Solid" },
      lineFormat: {
        color: "#FF0000",
        weight: 2.5,
        dashStyle: "LongDash",
        style: "ThinThin",
        transparency: 0.5,
        visible: true,
      },
    });
    // Found by its number, too.
    expect((await shape(read.id, (found) => found.load("name"))).name).toBe("Visage");
    await shape("Visage", ({ fill, lineFormat }) => {
      fill.clear();
      lineFormat.visible = false;
    });
    const cleared = await shape("Visage", (found) => found.load("fill/type,lineFormat/visible"));
    expect([cleared.fill.type, cleared.lineFormat.visible]).toEqual(["NoFill", false]);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it("has each form that Excel has, told as it was asked for, in a file that Microsoft's validator takes", async () => {
    const type = apiClass("ShapeCollection")?.methods["addGeometricShape"]?.parameters[0]?.[0] ?? "";
    const types = type.split("|").map((word) => word.replace("'", ""));
    expect(types.length).toBeGreaterThan(170);
    await run(({ shapes }) => {
      for (const each of types) shapes.addGeometricShape(each as Excel.GeometricShapeType).name = each;
    });
    const told = await run(({ shapes }) => shapes.load("items/geometricShapeType"));
    expect(told.items.map(({ geometricShapeType }) => geometricShapeType)).toEqual(types);
    expect(await faultsOf(host.model)).toEqual([]);
    await shape("Cloud", (found) => (found.geometricShapeType = "Snip2DiagonalRectangle"));
    expect((await shape("Cloud", (found) => found.load("geometricShapeType"))).geometricShapeType).toBe(
      "Snip2DiagonalRectangle",
    );
  });

  it.each<[string, (found: Excel.Shape) => void, boolean]>([
    ["left below 0", (found) => (found.left = -0.01), false],
    ["left of 0", (found) => (found.left = 0), true],
    ["width of 0", (found) => (found.width = 0), false],
    ["width above 0", (found) => (found.width = 0.01), true],
    ["height below 0", (found) => (found.height = -1), false],
    ["no name", (found) => (found.name = ""), false],
    ["a fill more than transparent", (found) => (found.fill.transparency = 1.01), false],
    ["a fill all transparent", (found) => (found.fill.transparency = 1), true],
    ["a line of no width", (found) => (found.lineFormat.weight = 0), true],
    ["a line of less", (found) => (found.lineFormat.weight = -0.1), false],
    ["a colour that is none", (found) => found.fill.setSolidColor("bleu"), false],
    ["a factor of 0", (found) => found.scaleWidth(0, "CurrentSize"), false],
    ["a step beyond the edge", (found) => found.incrementLeft(-0.01), false],
    ["a step down to it", (found) => found.incrementTop(0), true],
    ["its line, which it is not", (found) => void found.line.load("id"), false],
    ["its picture, which it is not", (found) => void found.image.load("id"), false],
  ])("takes what the documentation bounds, or refuses it: %s", async (_, change, isTaken) => {
    await run(({ shapes }) => void (shapes.addGeometricShape("Rectangle").name = "A"));
    const done = shape("A", change);
    if (isTaken) await done;
    else await expect(done).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("moves, grows and turns by steps", async () => {
    await run(({ shapes }) => {
      const made = shapes.addGeometricShape("Rectangle");
      made.set({ name: "A", left: 100, top: 100, width: 50, height: 40, rotation: 350 });
      made.incrementLeft(-30);
      made.incrementTop(15);
      made.incrementRotation(20);
      made.scaleWidth(2, "CurrentSize", "ScaleFromMiddle");
      made.scaleHeight(0.5, "CurrentSize");
      made.visible = false;
    });
    const read = await shape("A", (found) => found.load("left,top,width,height,rotation,visible"));
    expect(read.toJSON()).toMatchObject({ left: 45, top: 115, width: 100, height: 20, rotation: 10, visible: false });
  });

  it("stands above or below the others, charts among them, and goes alone", async () => {
    await run((sheet) => {
      sheet.getRange("A1:A2").values = [[1], [2]];
      for (const name of ["A", "B", "C"]) sheet.shapes.addGeometricShape("Rectangle").name = name;
      sheet.charts.add("Pie", sheet.getRange("A1:A2"));
    });
    const order = async () => {
      const { items } = await run(({ shapes }) => shapes.load("items/name,items/zOrderPosition"));
      return items.map(({ name, zOrderPosition }) => `${name}${zOrderPosition}`).join(" ");
    };
    expect(await order()).toBe("A0 B1 C2");
    await shape("A", (found) => found.setZOrder("BringToFront"));
    expect(await order()).toBe("B0 C1 A3");
    await shape("A", (found) => found.setZOrder("SendBackward"));
    await shape("B", (found) => found.setZOrder("BringForward"));
    expect(await order()).toBe("C0 B1 A2");
    await shape("A", (found) => found.setZOrder("SendToBack"));
    expect(await order()).toBe("A0 C1 B2");
    await shape("C", (found) => found.delete());
    expect(await order()).toBe("A0 B1");
    const count = await run(({ shapes }) => shapes.getCount());
    expect(count.value).toBe(2);
    expect((await run(({ charts }) => charts.getCount())).value).toBe(1);
    await expect(shape("C", (found) => found.load("name"))).rejects.toMatchObject({ code: "ItemNotFound" });
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it("is not drawn on a protected sheet", async () => {
    await run((sheet) => {
      sheet.shapes.addGeometricShape("Rectangle").name = "A";
      sheet.protection.protect();
    });
    for (const work of [
      (sheet: Excel.Worksheet) => void sheet.shapes.addTextBox("x"),
      (sheet: Excel.Worksheet) => void sheet.shapes.addImage(PIXEL),
      (sheet: Excel.Worksheet) => void (sheet.shapes.getItem("A").left = 3),
      (sheet: Excel.Worksheet) => sheet.shapes.getItem("A").fill.clear(),
      (sheet: Excel.Worksheet) => sheet.shapes.getItem("A").setZOrder("SendToBack"),
      (sheet: Excel.Worksheet) => sheet.shapes.getItem("A").delete(),
    ])
      await expect(run(work)).rejects.toMatchObject({ code: "AccessDenied" });
  });
});

describe("the text of a shape", () => {
  it("is said, set in its frame and lettered", async () => {
    await run((sheet) => {
      sheet.getRange("A1").values = [["cellule"]];
      const box = sheet.shapes.addTextBox("Première ligne\n« & » <2>");
      box.name = "Note";
      const { textFrame } = box;
      textFrame.set({
        horizontalAlignment: "Center",
        verticalAlignment: "Middle",
        leftMargin: 10,
        orientation: "Vertical",
      });
      textFrame.set({
        autoSizeSetting: "AutoSizeTextToFitShape",
        verticalOverflow: "Ellipsis",
        readingOrder: "LeftToRight",
      });
      textFrame.textRange.font.set({
        bold: true,
        italic: true,
        color: "navy",
        name: "Arial",
        size: 14,
        underline: "Double",
      });
    });
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    const read = async () => {
      const found = await shape("Note", (each) => {
        each.textFrame.load();
        each.textFrame.textRange.load("text");
        each.textFrame.textRange.font.load();
        return each;
      });
      return { ...found.textFrame.toJSON(), textRange: found.textFrame.textRange.toJSON() };
    };
    const frame = {
      horizontalAlignment: "Center",
      verticalAlignment: "Middle",
      leftMargin: 10,
      rightMargin: 7.2,
      topMargin: 3.6,
      orientation: "Vertical",
      autoSizeSetting: "AutoSizeTextToFitShape",
      verticalOverflow: "Ellipsis",
      readingOrder: "LeftToRight",
    };
    const font = { bold: true, italic: true, color: "#000080", name: "Arial", size: 14, underline: "Double" };
    expect(await read()).toMatchObject({
      ...frame,
      hasText: true,
      textRange: { text: "Première ligne\n« & » <2>", font },
    });
    // Its letters stay under another text, and under none.
    await shape("Note", ({ textFrame }) => void (textFrame.textRange.text = "Autre"));
    expect(await read()).toMatchObject({ ...frame, textRange: { text: "Autre", font } });
    await shape("Note", ({ textFrame }) => textFrame.deleteText());
    expect(await read()).toMatchObject({ ...frame, hasText: false, textRange: { text: "", font } });
    expect(await faultsOf(host.model)).toEqual([]);
    expect(readByLibreOffice(host.model)).toEqual(['"cellule"']);
  });

  it("tells null of letters that differ, and is none of a line", async () => {
    await run(({ shapes }) => {
      shapes.addTextBox("un\ndeux").name = "Note";
      shapes.addLine(0, 0, 9, 9).name = "Trait";
    });
    const path = "xl/drawings/drawing1.xml";
    const text = partText(host.model.save(), path);
    expect(text).toContain("<a:t>deux</a:t>");
    const id = host.model.activeSheet.shapes.list()[0]?.id ?? 0;
    host.model.activeSheet.shapes.list()[0]?.change((element) => {
      element.find("txBody")?.all("p")[1]?.find("r", "rPr")?.set("b", "1");
    });
    const read = await shape(String(id), ({ textFrame }) => textFrame.textRange.font.load("bold,italic"));
    expect([read.bold, read.italic]).toEqual([null, false]);
    await expect(shape("Trait", ({ textFrame }) => void (textFrame.textRange.text = "x"))).rejects.toMatchObject({
      code: "InvalidOperation",
    });
  });
});

describe("a line", () => {
  it.each([
    [10, 20, 110, 5, ' flipV="1"'],
    [110, 5, 10, 20, ' flipH="1"'],
    [10, 5, 110, 20, ""],
    [110, 20, 10, 5, ' flipH="1" flipV="1"'],
  ])("goes from %d, %d to %d, %d", async (x, y, toX, toY, flips) => {
    await run(({ shapes }) => {
      const { line, name } = Object.assign(shapes.addLine(x, y, toX, toY, "Elbow"), { name: "Trait" });
      line.set({ endArrowheadStyle: "Triangle", endArrowheadLength: "Long", beginArrowheadStyle: "Oval" });
      expect(name).toBe("Trait");
    });
    expect(await faultsOf(host.model)).toEqual([]);
    expect(partText(host.model.save(), "xl/drawings/drawing1.xml")).toContain(`<a:xfrm${flips}>`);
    reopen();
    const read = await shape("Trait", (found) => {
      found.load("left,top,width,height,type,geometricShapeType");
      found.line.load();
      return found;
    });
    expect(read.toJSON()).toMatchObject({ left: 10, top: 5, width: 100, height: 15, type: "Line" });
    expect(read.line.toJSON()).toMatchObject({
      connectorType: "Elbow",
      endArrowheadStyle: "Triangle",
      endArrowheadLength: "Long",
      endArrowheadWidth: "Medium",
      beginArrowheadStyle: "Oval",
      isBeginConnected: false,
    });
    expect(read.geometricShapeType).toBeNull();
  });
});
