// An old copy of the table: the pane asks, one answer is kept in the workbook, and it is open to change.
import { describe, expect, it } from "vitest";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { twoBudgetsFile } from "./site/workbooks";

const openPreview = usePreview();

const question = ({ pane }: PreviewPage) => pane.getByRole("heading", { name: /Lequel de ces 2 tableaux budgétaires/ });

describe("two budget tables in the pane", () => {
  it("are a question, until one is chosen; the answer is the workbook's", async () => {
    const preview = await openPreview();
    await preview.openFile(twoBudgetsFile());
    await preview.verify();
    await question(preview).waitFor();
    await preview.pane.getByRole("radio", { name: /Ancien budget/ }).click();
    await preview.pane.getByRole("button", { name: /^Retenir/ }).click();
    await preview.pane.getByLabel("Votre nom").fill("C. Agent");
    await preview.pane.getByLabel("Pour quelle partie").selectOption("local");
    await preview.pane.getByRole("button", { name: "Enregistrer la réponse" }).click();
    await preview.hasVerified();
    expect(await question(preview).count()).toBe(0);
  });
});
