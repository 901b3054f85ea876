// Comments as an add-in makes them: added, answered, edited, resolved and deleted, and the same in the saved file.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-comments, from "Add comments" to "Resolve comment threads"
// Source: https://learn.microsoft.com/javascript/api/excel/excel.comment "Deletes the comment and all the connected replies."
import { describe, expect, it } from "vitest";
import { partText, withParts } from "../../../../tests/files/fixtures";
import { openXlsx } from "xlsx-model/open-xlsx";
import { createXlsx } from "xlsx-model/create-xlsx";
import { faultsOf, readByLibreOffice, reopened, simulated } from "./simulated";

const { host, run } = simulated();

/** Of the whole workbook: cell, text, author, whether resolved, and the replies. */
const told = () =>
  run(async (_, context) => {
    const { comments } = context.workbook;
    comments.load(
      "items/content,items/authorName,items/resolved,items/replies/items/content,items/replies/items/resolved",
    );
    await context.sync();
    const places = comments.items.map((comment) => comment.getLocation().load("address"));
    await context.sync();
    return comments.items.map(({ content, authorName, resolved, replies }, index) => [
      places[index]?.address,
      content,
      authorName,
      resolved,
      ...replies.items.map((reply) => `${reply.content} ${reply.resolved}`),
    ]);
  });

describe("comments", () => {
  it("are added to a cell of a sheet or of the workbook, with the author who signed in", async () => {
    await run((sheet, { workbook }) => {
      sheet.comments.add("Feuil1!B2", "À revoir");
      workbook.comments.add(sheet.getRange("C3"), "Vu");
    });
    expect(await told()).toEqual([
      ["Feuil1!B2", "À revoir", "Agent", false],
      ["Feuil1!C3", "Vu", "Agent", false],
    ]);
    expect(host.model.activeSheet.objects.map(({ kind }) => kind)).toEqual(["comment", "comment"]);
  });

  it("are answered, edited and resolved, thread and reply alike", async () => {
    await run(async (sheet, context) => {
      const comment = sheet.comments.add("Feuil1!B2", "À revoir");
      const reply = comment.replies.add("Fait");
      comment.load("id");
      reply.load("id,creationDate");
      await context.sync();
      const found = sheet.comments.getItemByReplyId(reply.id).load("id");
      const parent = comment.replies.getItem(reply.id).getParentComment().load("id");
      const place = reply.getLocation().load("address");
      const count = comment.replies.getCount();
      await context.sync();
      expect([found.id, parent.id, place.address, count.value]).toEqual([comment.id, comment.id, "Feuil1!B2", 1]);
      expect(Math.abs(reply.creationDate.getTime() - Date.now())).toBeLessThan(3_600_000);
      comment.content = "À revoir encore";
      reply.content = "Fait, et vérifié";
      comment.resolved = true;
    });
    expect(await told()).toEqual([["Feuil1!B2", "À revoir encore", "Agent", true, "Fait, et vérifié true"]]);
    await run((sheet) => (sheet.comments.getItemAt(0).resolved = false));
    expect((await told())[0]?.slice(3)).toEqual([false, "Fait, et vérifié false"]);
  });

  // "Deletes the comment and all the connected replies."
  it("are deleted with their replies, a reply alone, and those of cells that are cleared", async () => {
    await run((sheet) => {
      for (const cell of ["B2", "C3", "D4"]) sheet.comments.add(`Feuil1!${cell}`, cell).replies.add(`réponse ${cell}`);
    });
    await run((sheet) => {
      sheet.comments.getItemByCell("Feuil1!B2").delete();
      sheet.comments.getItemByCell("Feuil1!C3").replies.getItemAt(0).delete();
      sheet.getRange("D1:D9").clear();
    });
    expect(await told()).toEqual([["Feuil1!C3", "C3", "Agent", false]]);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  // As Microsoft's own samples do.
  it("are made at a bare address where a sheet is asked, active or not", async () => {
    await run((_, { workbook }) => {
      workbook.worksheets.add("Autre").comments.add("A2", "Ici");
      workbook.worksheets.getItem("Feuil1").activate();
      workbook.worksheets.getItem("Autre").comments.add("A3", "Et là");
    });
    expect((await told()).map(([cell]) => cell)).toEqual(["Autre!A2", "Autre!A3"]);
  });

  it.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown]>([
    ["on several cells", (sheet) => sheet.comments.add("Feuil1!B2:B3", "non")],
    ["at half an address where no sheet is asked", (_, { workbook }) => workbook.comments.add("B2", "non")],
    ["without text", (sheet) => sheet.comments.add("Feuil1!B2", "")],
  ])("are refused %s", async (_, work) => {
    await expect(run((sheet, context) => void work(sheet, context))).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(await told()).toEqual([]);
  });

  it("are refused on a protected sheet, and are no more found once deleted", async () => {
    await run((sheet) => void sheet.comments.add("Feuil1!B2", "un"));
    await expect(
      run(async (sheet, context) => {
        const comment = sheet.comments.getItemAt(0);
        comment.delete();
        await context.sync();
        comment.load("content");
      }),
    ).rejects.toMatchObject({ code: "ItemNotFound" });
    await run((sheet) => sheet.protection.protect());
    await expect(run((sheet) => void sheet.comments.add("Feuil1!B2", "deux"))).rejects.toMatchObject({
      code: "AccessDenied",
    });
  });

  it("stand in the saved file as Excel keeps them, with the note behind each, and are the same once opened again", async () => {
    await run((sheet) => {
      sheet.comments.add("Feuil1!B2", "À revoir & <vite>").replies.add("Fait");
      sheet.comments.add("Feuil1!C5", "Autre").resolved = true;
      sheet.getRange("A1").values = [["x"]];
    });
    const before = await told();
    expect(await faultsOf(host.model)).toEqual([]);
    expect(readByLibreOffice(host.model)[0]).toBe('"x"');
    const notes = partText(host.model.save(), "xl/comments1.xml");
    expect(notes.match(/<comment /g)).toHaveLength(2);
    expect(notes).toContain("Comment:\n    À revoir &amp; &lt;vite&gt;\nReply:\n    Fait");
    host.open(reopened(host.model));
    expect(await told()).toEqual(before);
  });

  it("leave an agent's own notes as they are", async () => {
    await run((sheet) => void sheet.comments.add("Feuil1!B2", "à nous"));
    const file = host.model.save();
    const own =
      '<comment ref="D9" authorId="0" shapeId="0"><text><t>note de l’agent</t></text></comment></commentList>';
    const notes = partText(file, "xl/comments1.xml").replace("</commentList>", own);
    host.open(openXlsx(withParts(file, { "xl/comments1.xml": notes }), "classeur.xlsx"));
    await run((sheet) => {
      sheet.comments.getItemAt(0).delete();
      sheet.comments.add("Feuil1!A1", "neuf");
    });
    expect(partText(host.model.save(), "xl/comments1.xml")).toContain("note de l’agent");
    expect(host.model.activeSheet.objects.map(({ kind }) => kind).sort()).toEqual(["comment", "note"]);
    expect(createXlsx("vide.xlsx").activeSheet.comments.list()).toEqual([]);
  });
});
