// Shapes: those of a sheet, how one is added, what it says of itself and where it stands.
import { pictureKind } from "xlsx-model/drawings/image-size";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { XmlNode } from "xlsx-model/xml/xml-node";
import type { Box } from "../../box";
import type { ExcelState } from "../../excel-state";
import {
  booleanArgument,
  choiceArgument,
  hostClass,
  numberArgument,
  textArgument,
  type ClassTables,
} from "../../object-table";
import { hostErrors, NotSimulated } from "../../wire";
import { words } from "../../words";
import { boxOfPlace, movedTo } from "../charts/chart-place";
import { EMU } from "../charts/chart-xml";
import type { SheetObject } from "../range-object";
import { newGeometricShape, newLine, newPicture, newTextBox } from "./new-shape";
import { shapeLookClasses } from "./shape-look-classes";
import { changer, lookOf, ownLook, shapeOf, type ShapeObject } from "./shape-object";
import { say, shapeTextClasses } from "./shape-text-classes";
import { connectorOf, geometryOf, typeOfGeometry } from "./shape-types";
import { need, ownChild } from "./shape-xml";

const KINDS = {
  shape: "GeometricShape",
  line: "Line",
  picture: "Image",
  group: "Group",
  other: "Unsupported",
} as const;
const PLACEMENTS = words("TwoCell twoCell, OneCell oneCell, Absolute absolute");
const LOCKS: Readonly<Record<string, readonly [string, string, string]>> = {
  sp: ["nvSpPr", "cNvSpPr", "spLocks"],
  cxnSp: ["nvCxnSpPr", "cNvCxnSpPr", "cxnSpLocks"],
  pic: ["nvPicPr", "cNvPicPr", "picLocks"],
};

/** Where connectors attach, of the plainest. */
const SITES: Readonly<Record<string, number>> = { rect: 4, roundRect: 4, diamond: 4, ellipse: 8 };
/** Where no page says one: an inch. */
const NEW_BOX = { Left: 0, Top: 0, Width: 72, Height: 72 };
const POINTS_PER_PIXEL = 0.75;
const ANGLE = 60_000;
const FULL_TURN = 360;
const MAX_NAME = 255;

export function shapeClasses(state: ExcelState): ClassTables {
  const change = changer(state);
  const object = (sheet: SheetModel, id: number): ShapeObject => ({ className: "Shape", sheet, id });
  const shapes = ({ sheet }: SheetObject) => sheet.shapes.list().map(({ id }) => object(sheet, id));
  const nameOf = (shape: ShapeObject) => shapeOf(shape).properties.get("name") ?? "";
  const boxOf = (shape: ShapeObject) => boxOfPlace(shape.sheet, shapeOf(shape));
  // "Throws an InvalidArgument exception when set with a negative value."
  const placeOf = (sheet: SheetModel, box: Box) => {
    if (box.Left < 0 || box.Top < 0) throw hostErrors.invalidArgument();
    return movedTo(sheet, box);
  };
  const setBox = (shape: ShapeObject, box: Box) => {
    const place = placeOf(shape.sheet, box);
    state.writable(shape.sheet);
    const open = shapeOf(shape);
    open.setPlace(place);
    // Other programs read the size here.
    open.change((element) => {
      const frame = need(ownLook(element), "xfrm");
      need(frame, "off")
        .set("x", Math.round(box.Left * EMU))
        .set("y", Math.round(box.Top * EMU));
      need(frame, "ext")
        .set("cx", Math.round(box.Width * EMU))
        .set("cy", Math.round(box.Height * EMU));
    });
  };
  const length = (name: keyof Box) => ({
    get: (shape: ShapeObject) => boxOf(shape)[name],
    set(shape: ShapeObject, value: unknown) {
      const points = numberArgument(value);
      const isSize = name === "Width" || name === "Height";
      if (points < 0 || (points === 0 && isSize)) throw hostErrors.invalidArgument();
      setBox(shape, isSize ? resized(shape, name, points, 0) : { ...boxOf(shape), [name]: points });
    },
  });
  /** "True if the specified shape retains its original proportions when you resize it." */
  const resized = (shape: ShapeObject, name: "Width" | "Height", points: number, part: number): Box => {
    const { Left, Top, Width, Height } = boxOf(shape);
    const times = points / (name === "Width" ? Width : Height);
    const [across, down] = isLocked(shape) ? [times, times] : name === "Width" ? [times, 1] : [1, times];
    const [left, top] = [Left - Width * (across - 1) * part, Top - Height * (down - 1) * part];
    return { Left: left, Top: top, Width: Width * across, Height: Height * down };
  };
  const [left, top, width, height] = [length("Left"), length("Top"), length("Width"), length("Height")];
  const scale = (name: "Width" | "Height") => (shape: ShapeObject, factor: unknown, type: unknown, from: unknown) => {
    const times = numberArgument(factor);
    if (times <= 0) throw hostErrors.invalidArgument();
    choiceArgument(type, ["CurrentSize"]);
    const part = { ScaleFromTopLeft: 0, ScaleFromMiddle: 0.5, ScaleFromBottomRight: 1 }[
      choiceArgument(from ?? "ScaleFromTopLeft", ["ScaleFromTopLeft", "ScaleFromMiddle", "ScaleFromBottomRight"])
    ];
    setBox(shape, resized(shape, name, boxOf(shape)[name] * times, part));
  };
  const rotationOf = (shape: ShapeObject) => Number(lookOf(shape)?.find("xfrm")?.get("rot") ?? 0) / ANGLE;
  const rotate = (shape: ShapeObject, degrees: number) => {
    const turned = ((degrees % FULL_TURN) + FULL_TURN) % FULL_TURN;
    change(shape, (element) => void need(ownLook(element), "xfrm").set("rot", Math.round(turned * ANGLE)));
  };
  const lockOf = (element: XmlNode) => element.find(...(LOCKS[element.local] ?? ["none"]));
  const isLocked = (shape: ShapeObject) => lockOf(shapeOf(shape).element)?.get("noChangeAspect") === "1";
  const add = (
    sheet: SheetModel,
    words: readonly [french: string, english: string],
    box: Box,
    make: (id: number, name: string) => XmlNode,
  ) => {
    placeOf(sheet, box);
    state.writable(sheet);
    const word = state.word(...words);
    const { id } = sheet.shapes.add((free) => make(free, `${word} ${free - 1}`));
    const added = object(sheet, id);
    setBox(added, box);
    return added;
  };
  const present = (shape: ShapeObject, className: string, kind: keyof typeof KINDS): ShapeObject => {
    if (shapeOf(shape).kind !== kind) throw hostErrors.invalidArgument();
    return { ...shape, className };
  };
  const part = (className: string) => (shape: ShapeObject) => ({ ...shape, className });
  return {
    ShapeCollection: hostClass<SheetObject>({
      items: shapes,
      // "The name or ID of the shape."
      index: (collection, wanted) =>
        shapes(collection).find((shape) => nameOf(shape).toLowerCase() === String(wanted).toLowerCase()) ??
        shapes(collection).find(({ id }) => String(id) === wanted) ??
        null,
      call: {
        AddGeometricShape: ({ sheet }, type) =>
          add(sheet, ["Forme", "Shape"], NEW_BOX, (id, name) =>
            newGeometricShape(id, name, geometryOf(textArgument(type))),
          ),
        AddTextBox({ sheet }, text) {
          const said = text === undefined || text === null ? "" : textArgument(text);
          const added = add(sheet, ["ZoneTexte", "TextBox"], NEW_BOX, newTextBox);
          change(added, (element) => say(ownChild(element, "txBody"), said));
          return added;
        },
        AddLine({ sheet }, startLeft, startTop, endLeft, endTop, type) {
          const [x, y, toX, toY] = [startLeft, startTop, endLeft, endTop].map(numberArgument);
          if (
            x === undefined ||
            y === undefined ||
            toX === undefined ||
            toY === undefined ||
            Math.min(x, y, toX, toY) < 0
          )
            throw hostErrors.invalidArgument();
          const box = {
            Left: Math.min(x, toX),
            Top: Math.min(y, toY),
            Width: Math.abs(toX - x),
            Height: Math.abs(toY - y),
          };
          const direction = { isBackwards: toX < x, isUpwards: toY < y };
          return add(sheet, ["Connecteur", "Connector"], box, (id, name) =>
            newLine(id, name, connectorOf(String(type ?? "Straight")), direction),
          );
        },
        AddImage({ sheet }, base64) {
          state.writable(sheet);
          const picture = sheet.shapes.addPicture(bytesOf(textArgument(base64)));
          if (!picture) throw hostErrors.invalidArgument();
          const { relationship, kind } = picture;
          const size = { Width: kind.width * POINTS_PER_PIXEL, Height: kind.height * POINTS_PER_PIXEL };
          return add(sheet, ["Image", "Picture"], { ...NEW_BOX, ...size }, (id, name) =>
            newPicture(id, name, relationship),
          );
        },
      },
    }),
    Shape: hostClass<ShapeObject>({
      key: ({ id }) => ({ Id: String(id) }),
      get: {
        AltTextDescription: (shape) => shapeOf(shape).properties.get("descr") ?? "",
        AltTextTitle: (shape) => shapeOf(shape).properties.get("title") ?? "",
        ConnectionSiteCount(shape) {
          const sites = SITES[lookOf(shape)?.find("prstGeom")?.get("prst") ?? ""];
          if (sites === undefined) throw new NotSimulated("the connection sites of such a shape");
          return sites;
        },
        DisplayName: nameOf,
        GeometricShapeType(shape) {
          const preset = shapeOf(shape).kind === "shape" ? lookOf(shape)?.find("prstGeom")?.get("prst") : undefined;
          return preset === undefined ? null : typeOfGeometry(preset);
        },
        Height: height.get,
        Id: ({ id }) => String(id),
        Left: left.get,
        // Shapes within a group are not among those of the sheet.
        Level: () => 0,
        LockAspectRatio: isLocked,
        Name: nameOf,
        Placement: (shape) => PLACEMENTS.toApi(shapeOf(shape).anchor.get("editAs") ?? "twoCell"),
        Rotation: rotationOf,
        Top: top.get,
        Type: (shape) => KINDS[shapeOf(shape).kind],
        Visible: (shape) => shapeOf(shape).properties.get("hidden") !== "1",
        Width: width.get,
        ZOrderPosition: (shape) => shapeOf(shape).position,
      },
      set: {
        AltTextDescription: (shape, value) => change(shape, (_, own) => void own.set("descr", textArgument(value))),
        AltTextTitle: (shape, value) => change(shape, (_, own) => void own.set("title", textArgument(value))),
        GeometricShapeType(shape, value) {
          present(shape, "GeometricShape", "shape");
          change(shape, (element) => {
            const look = ownLook(element);
            look.remove("prstGeom", "custGeom");
            need(look, "prstGeom").set("prst", geometryOf(textArgument(value)));
            need(look, "prstGeom", "avLst");
          });
        },
        Height: height.set,
        Left: left.set,
        LockAspectRatio(shape, value) {
          const isWanted = booleanArgument(value);
          change(shape, (element) => {
            const [outer, inner, lock] = LOCKS[element.local] ?? [];
            const owner = outer && inner ? element.find(outer, inner) : undefined;
            if (!owner || lock === undefined) throw new NotSimulated("the proportions of such a shape");
            need(owner, lock).set("noChangeAspect", isWanted ? true : null);
          });
        },
        Name(shape, value) {
          const name = textArgument(value);
          if (name === "" || name.length > MAX_NAME) throw hostErrors.invalidArgument();
          change(shape, (_, own) => void own.set("name", name));
        },
        Placement: (shape, value) =>
          change(shape, (_, __, anchor) => void anchor.set("editAs", PLACEMENTS.toFile(value))),
        Rotation: (shape, value) => rotate(shape, numberArgument(value)),
        Top: top.set,
        Visible: (shape, value) =>
          change(shape, (_, own) => void own.set("hidden", booleanArgument(value) ? null : true)),
        Width: width.set,
      },
      nav: {
        Fill: part("ShapeFill"),
        GeometricShape: (shape) => present(shape, "GeometricShape", "shape"),
        Image: (shape) => present(shape, "Image", "picture"),
        Line: (shape) => present(shape, "Line", "line"),
        LineFormat: part("ShapeLineFormat"),
        TextFrame: part("TextFrame"),
      },
      call: {
        Delete(shape) {
          state.writable(shape.sheet);
          shapeOf(shape).remove();
        },
        IncrementLeft: (shape, by) => left.set(shape, left.get(shape) + numberArgument(by)),
        IncrementRotation: (shape, by) => rotate(shape, rotationOf(shape) + numberArgument(by)),
        IncrementTop: (shape, by) => top.set(shape, top.get(shape) + numberArgument(by)),
        ScaleHeight: scale("Height"),
        ScaleWidth: scale("Width"),
        SetZOrder(shape, order) {
          state.writable(shape.sheet);
          const open = shapeOf(shape);
          const { position } = open;
          open.position = {
            BringToFront: Infinity,
            SendToBack: 0,
            BringForward: position + 1,
            SendBackward: position - 1,
          }[choiceArgument(order, ["BringToFront", "SendToBack", "BringForward", "SendBackward"])];
        },
      },
    }),
    GeometricShape: hostClass<ShapeObject>({
      key: ({ id }) => ({ Id: String(id) }),
      get: { Id: ({ id }) => String(id) },
      nav: { Shape: part("Shape") },
    }),
    Image: hostClass<ShapeObject>({
      key: ({ id }) => ({ Id: String(id) }),
      get: {
        Id: ({ id }) => String(id),
        format: (shape) => pictureFormat(shape)?.toUpperCase() ?? "UNKNOWN",
      },
      nav: { Shape: part("Shape") },
    }),
    ...shapeLookClasses(state),
    ...shapeTextClasses(state),
  };
}

function pictureFormat(shape: ShapeObject): string | null {
  const bytes = shape.sheet.shapes.picture(shapeOf(shape));
  return (bytes && pictureKind(bytes)?.extension) ?? null;
}

/** Refuses what is no base 64. */
function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw hostErrors.invalidArgument();
  }
}
