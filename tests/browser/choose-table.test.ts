// An old copy of the table: the pane asks, one click answers, and the next verification follows the answer.
import { describe, expect, it } from "vitest";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { twoBudgetsFile } from "./site/workbooks";

const openPreview = usePreview();

const question = ({ pane }: PreviewPage) => pane.getByRole("heading", { name: /Quel tableau budgétaire/ });
const readTable = ({ pane }: PreviewPage, sheet: string) => pane.getByText(`'${sheet}'!A1:M`, { exact: false });

describe("two budget tables in the pane", () => {
  it("are a question, until one is chosen; the choice is the workbook's", async () => {
    const preview = await openPreview();
    await preview.openFile(twoBudgetsFile());
    await preview.verify();
    await question(preview).waitFor();
    await preview.pane.getByRole("button", { name: /^Vérifier ce tableau.*Ancien budget/ }).click();
    await preview.pane.getByRole("heading", { name: /votre choix/ }).waitFor();
    await preview.hasVerified();
    expect(await question(preview).count()).toBe(0);

    await preview.tab("Tableau budgétaire").click();
    await preview.verify();
    expect(await question(preview).count()).toBe(0);
    await preview.pane.getByRole("button", { name: "Changer de tableau" }).click();
    const chosen = preview.pane.getByRole("listitem").filter({ hasText: "Tableau vérifié" });
    expect(await chosen.textContent()).toContain("Ancien budget");
    await preview.pane.getByRole("button", { name: /^Ce qui a été lu/ }).click();
    expect(await readTable(preview, "Ancien budget").count()).toBeGreaterThan(0);
  });
});
