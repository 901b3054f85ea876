// The states of « Nouveau contrat », from the files to the seal.
import { declare } from "../../tests/browser/site/declare";
import { doubtfulContract, signedContract } from "../../tests/browser/site/signed-contract";
import { emptyFile } from "../../tests/browser/site/workbooks";
import type { PreviewPage } from "../../tests/browser/site/preview-page";
import { button, heading, openTab, type State } from "./reach";

const RETENIR = /^(?:Retenir|Garder|C’est exact|Le contrat ne le dit pas)/;

async function chooseFirst({ pane }: PreviewPage): Promise<void> {
  const radio = pane.getByRole("radio").first();
  if ((await radio.count()) > 0) await radio.check();
}

/** What is left is answered as it is proposed. */
async function answerAll(preview: PreviewPage): Promise<void> {
  const asked = preview.pane.getByText(/^(?:Une question|Question \d+ sur)/);
  for (let left = 20; (await asked.count()) > 0 && left > 0; left -= 1) {
    await chooseFirst(preview);
    await button(preview, RETENIR).first().click();
  }
}

async function confirmAll(preview: PreviewPage): Promise<void> {
  const exact = button(preview, /exactes?$/);
  for (let left = 60; (await exact.count()) > 0 && left > 0; left -= 1) await exact.first().click();
}

export const NOUVEAU_STATES: readonly State[] = [
  {
    name: "nouveau-documents",
    reach: async (preview) => {
      await preview.openFile(emptyFile());
      await openTab(preview, "Contrat");
      await button(preview, "Nouveau contrat").click();
      const [, annexes] = await signedContract();
      const scan = { name: "annexe-3.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") };
      await preview.pane.locator("input[type=file][multiple]").setInputFiles([doubtfulContract(), annexes, scan]);
      await preview.pane.getByText("1 feuille", { exact: true }).waitFor();
      await preview.pane.getByText(/Sans lui/).waitFor();
    },
  },
  {
    name: "nouveau-ecart",
    reach: async (preview) => {
      for (const name of ["annexe-1.xlsx", "annexe-3.pdf"]) await button(preview, `Retirer ${name}`).click();
      await button(preview, "Lire ces documents").click();
      // In the journey somebody has said who works here; alone it is asked.
      if ((await preview.pane.getByLabel("Votre nom").count()) > 0)
        await declare(preview.pane, "Claire Martin", "collectivite");
      await preview.pane.getByRole("radio", { name: /^Les deux/ }).check();
    },
  },
  {
    name: "nouveau-deux",
    reach: async (preview) => {
      await button(preview, "Garder les deux").click();
      await preview.pane.getByRole("radio", { name: /^Les deux/ }).check();
    },
  },
  {
    name: "nouveau-reserve",
    reach: async (preview) => {
      await button(preview, "Retenir les deux").click();
      await chooseFirst(preview);
    },
  },
  {
    name: "nouveau-articles",
    reach: async (preview) => {
      await answerAll(preview);
      await button(preview, /exactes?$/)
        .first()
        .waitFor();
    },
  },
  {
    name: "nouveau-corriger",
    reach: async (preview) => {
      await button(preview, /^Corriger : /)
        .first()
        .click();
      await button(preview, "Laisser ce qui est lu").waitFor();
    },
  },
  {
    name: "nouveau-ajouter",
    reach: async (preview) => {
      await button(preview, "Laisser ce qui est lu").click();
      await button(preview, /^Ajouter ce que/).click();
      await preview.pane
        .getByRole("form")
        .getByLabel(/^De quoi/)
        .selectOption("Autre financeur");
      await button(preview, "Ajouter").click();
    },
  },
  {
    name: "nouveau-sceau",
    reach: async (preview) => {
      await button(preview, "Annuler").click();
      await confirmAll(preview);
      await button(preview, "Passer au sceau").click();
      await heading(preview, "Le contrat est relu");
    },
  },
  {
    name: "nouveau-scelle",
    reach: async (preview) => {
      await button(preview, "Sceller dans ce classeur").click();
      await preview.pane.getByText(/^[0-9A-F]{4}(?: [0-9A-F]{4}){3}$/).waitFor();
    },
  },
];
