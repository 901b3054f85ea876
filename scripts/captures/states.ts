// Every state of the pane worth looking at, and how an agent comes to it, from one to the next.
import type { Locator } from "playwright-core";
import type { PreviewPage } from "../../tests/browser/site/preview-page";
import {
  compliantFile,
  emptyFile,
  exampleFile,
  foreignFile,
  largeContractFile,
  protectedFile,
  tableauFile,
  twoBudgetsFile,
  type WorkbookFile,
} from "../../tests/browser/site/workbooks";
import { holdExcel, releaseExcel } from "../../tests/browser/site/held-excel";

export interface State {
  /** Of its file. */
  readonly name: string;
  readonly reach: (preview: PreviewPage) => Promise<unknown>;
}

const button = ({ pane }: PreviewPage, name: string | RegExp): Locator =>
  pane.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });

async function openTab({ pane }: PreviewPage, name: string): Promise<void> {
  await pane.getByRole("tab", { name, exact: true }).click();
}

async function openFile(preview: PreviewPage, file: WorkbookFile): Promise<void> {
  await preview.page.getByLabel("Ouvrir un classeur…").setInputFiles(file);
  await preview.page.getByRole("heading", { name: file.name }).waitFor();
  await preview.isReady();
}

async function heading({ pane }: PreviewPage, name: string | RegExp): Promise<void> {
  await pane.getByRole("heading", { name }).first().waitFor();
}

/** Of whoever gives reasons, and of whoever answers. */
async function sign(preview: PreviewPage, field: string, name: string, answer: string): Promise<void> {
  await preview.pane.getByLabel(field).fill(name);
  await button(preview, answer).click();
  await button(preview, answer).waitFor({ state: "detached" });
  await preview.hasVerified();
}

/** In this order: each goes on from the one before. */
export const STATES: readonly State[] = [
  { name: "ouverture", reach: (preview) => heading(preview, "Ce classeur est reconnu") },
  { name: "verifier", reach: (preview) => preview.verify() },
  {
    name: "verifier-filtrer",
    reach: async (preview) => {
      await button(preview, "Filtrer").click();
      await preview.pane.getByLabel("Gravité").selectOption({ label: "Avertissements seulement" });
    },
  },
  {
    name: "verifier-aucun",
    reach: async (preview) => {
      await preview.pane.getByLabel("Chercher dans les écarts").fill("piscine");
      await preview.pane.getByText(/masqués par les filtres$/).waitFor();
    },
  },
  {
    name: "verifier-pourquoi",
    reach: async (preview) => {
      await button(preview, "Tout afficher").first().click();
      await button(preview, /^Filtrer/).click();
      await preview.finding("Cofinancement sous le minimum").click();
      await button(preview, "Pourquoi ?").first().click();
    },
  },
  {
    name: "verifier-corriger",
    reach: async (preview) => {
      await button(preview, "Pourquoi ?").first().click();
      await button(preview, "Corriger").first().click();
      await button(preview, "Appliquer").waitFor();
    },
  },
  {
    name: "verifier-justifier",
    reach: async (preview) => {
      await button(preview, "Renoncer").click();
      await button(preview, "Justifier").first().click();
      await preview.pane.getByLabel("Motif").first().waitFor();
    },
  },
  {
    name: "verifier-repondre",
    reach: async (preview) => {
      await button(preview, "Renoncer").click();
      await button(preview, "Répondre").first().click();
      await button(preview, "Accepter").waitFor();
    },
  },
  {
    name: "contrat",
    reach: async (preview) => {
      await openTab(preview, "Contrat");
      await heading(preview, "Échéances");
    },
  },
  {
    name: "contrat-avenant",
    reach: async (preview) => {
      const insert = button(preview, "Insérer la feuille « Contrat »");
      if (await insert.isVisible()) await insert.click();
      await button(preview, "Enregistrer un avenant").click();
      await preview.pane.getByLabel("Signé le").fill("2026-02-10");
      await preview.pane.getByLabel("Action", { exact: true }).selectOption("8");
      await preview.pane.getByLabel("Année").selectOption("2026");
      await preview.pane.getByLabel("Part", { exact: true }).selectOption("etat");
      await preview.pane.getByLabel("Nouveau montant").fill("47 500,50");
      await button(preview, "Voir ce qui va changer").click();
      await heading(preview, "Ce qui va changer");
    },
  },
  {
    name: "contrat-avenant-erreur",
    reach: async (preview) => {
      await preview.pane.getByLabel("Nouveau montant").fill("beaucoup");
      await button(preview, "Voir ce qui va changer").click();
      await preview.pane.getByText("Rien ne peut encore être écrit").waitFor();
    },
  },
  {
    name: "annexes",
    reach: async (preview) => {
      await openTab(preview, "Annexes");
      await preview.pane
        .getByText(/^Déjà dans le classeur/)
        .first()
        .waitFor();
    },
  },
  {
    name: "annexes-encore",
    reach: async (preview) => {
      await button(preview, "Insérer").click();
      await heading(preview, "Le classeur l’a déjà");
    },
  },
  {
    name: "totaux",
    reach: async (preview) => {
      await openTab(preview, "Totaux");
      await button(preview, "Actualiser les totaux").click();
      await button(preview, /^Remplacer/).waitFor();
    },
  },
  {
    name: "totaux-faits",
    reach: async (preview) => {
      await button(preview, /^Remplacer/).click();
      await button(preview, "Relire le classeur").waitFor();
    },
  },
  {
    name: "verifier-perime",
    reach: async (preview) => {
      await openTab(preview, "Vérifier");
      await button(preview, "Vérifier à nouveau").waitFor();
    },
  },
  {
    name: "verifier-saisie",
    reach: async (preview) => {
      await preview.tab("Tableau budgétaire").click();
      await preview.cell("C7").dblclick();
      await preview.page.getByLabel("Contenu de C7").waitFor();
      // A click in the pane leaves the cell in edition, as in Excel.
      await button(preview, "Vérifier").dispatchEvent("click");
      await preview.pane
        .getByText(/validez la cellule/)
        .first()
        .waitFor();
    },
  },
  {
    name: "rapports",
    reach: async (preview) => {
      await preview.page.getByLabel("Contenu de C7").press("Escape");
      await preview.hasVerified();
      await openTab(preview, "Rapports");
      await button(preview, "Écrire les feuilles du bilan").waitFor();
    },
  },
  {
    name: "rapports-faits",
    reach: async (preview) => {
      await button(preview, "Écrire les feuilles du bilan").click();
      await preview.pane
        .getByText(/Feuilles écrites/)
        .first()
        .waitFor();
      await button(preview, "Établir le procès-verbal").click();
      await preview.pane
        .getByText(/Procès-verbal établi/)
        .first()
        .waitFor();
      await button(preview, "Contrôler le procès-verbal").click();
      await preview.pane
        .getByText(/identique/i)
        .first()
        .waitFor();
    },
  },
  {
    name: "aide",
    reach: async (preview) => {
      await openTab(preview, "Aide");
      await heading(preview, "Les règles du contrat");
    },
  },
  {
    name: "aide-recherche",
    reach: async (preview) => {
      await preview.pane.getByLabel("Chercher dans l’aide").fill("cofinancement");
      await preview.pane.getByText(/pages? trouvées?/).waitFor();
    },
  },
  {
    name: "aide-regle",
    reach: async (preview) => {
      await button(preview, /part minimale de chaque action/)
        .first()
        .click();
      await heading(preview, "Comment corriger");
    },
  },
  {
    name: "erreur-date",
    reach: async (preview) => {
      await openTab(preview, "Vérifier");
      await button(preview, /^au /).click();
      await preview.pane
        .getByRole("tabpanel", { name: "Vérifier" })
        .getByLabel("Date de vérification")
        .fill("0202-06-30");
      await button(preview, "Vérifier").click();
      await preview.pane
        .getByText(/n’est pas une date entre/)
        .first()
        .waitFor();
    },
  },
  {
    name: "refus-feuille-protegee",
    reach: async (preview) => {
      await openFile(preview, protectedFile());
      await preview.verify();
    },
  },
  {
    name: "conforme",
    reach: async (preview) => {
      await openFile(preview, compliantFile());
      await preview.verify();
    },
  },
  {
    name: "ouverture-etranger",
    reach: async (preview) => {
      await openFile(preview, foreignFile());
      await heading(preview, "Ce classeur n’est pas celui du contrat");
    },
  },
  {
    name: "ouverture-tableau",
    reach: async (preview) => {
      await openFile(preview, await tableauFile());
      await heading(preview, "Ce classeur est un tableau de bord");
    },
  },
  {
    name: "ouverture-vide",
    reach: async (preview) => {
      await openFile(preview, emptyFile());
      await heading(preview, "Ce classeur est vide");
    },
  },
  {
    name: "ouverture-lecture",
    reach: async (preview) => {
      await openFile(preview, exampleFile());
      await heading(preview, "Ce classeur est reconnu");
      await holdExcel(preview);
      await preview.reloadPane();
      await preview.pane.getByText("Lecture du classeur…").waitFor();
    },
  },
  {
    name: "verifier-lecture",
    reach: async (preview) => {
      await releaseExcel(preview);
      await heading(preview, "Ce classeur est reconnu");
      // Silent to the first, light request, it would seem to wait for a cell.
      await holdExcel(preview, 1);
      await button(preview, "Vérifier").click();
      await button(preview, "Arrêter").waitFor();
      await preview.pane.getByText("Lecture du classeur…").waitFor();
    },
  },
  {
    name: "verifier-accepte",
    reach: async (preview) => {
      await releaseExcel(preview);
      await preview.hasVerified();
      await button(preview, "Justifier").first().click();
      await preview.pane.getByLabel("Motif").fill("Hausse votée le 12 juin, avenant en préparation");
      await sign(preview, "Donné par", "Mme Roy", "Enregistrer");
      const settled = preview.pane.getByRole("listitem").filter({ hasText: "Hausse votée" });
      await settled.getByRole("button", { name: "Répondre" }).click();
      await sign(preview, "Réponse de", "M. Petit", "Accepter");
      await preview.finding("Total de l’action faux").click();
    },
  },
  {
    name: "verifier-rouvert",
    reach: async (preview) => {
      await preview.tab("Tableau budgétaire").click();
      await preview.cell("K14").dblclick();
      await preview.page.getByLabel("Contenu de K14").fill("205000");
      await preview.page.keyboard.press("Enter");
      await button(preview, "Vérifier à nouveau").click();
      await preview.hasVerified();
      await preview.finding("Total de l’action faux").click();
    },
  },
  {
    name: "verifier-rouvert-justifier",
    reach: async (preview) => {
      await button(preview, "Justifier").first().click();
      await preview.pane.getByLabel("Motif").waitFor();
    },
  },
  {
    name: "verifier-corriger-tous",
    reach: async (preview) => {
      await button(preview, "Renoncer").click();
      await button(preview, "Filtrer").click();
      await preview.pane.getByLabel("Grouper par").selectOption({ label: "Feuille" });
      await button(preview, /^Corriger les/)
        .first()
        .click();
      await button(preview, "Appliquer").waitFor();
    },
  },
  {
    name: "verifier-question",
    reach: async (preview) => {
      await preview.pane.getByLabel("Grouper par").selectOption({ label: "Problème" });
      await openFile(preview, twoBudgetsFile());
      await preview.verify();
      await heading(preview, /Quel tableau budgétaire/);
    },
  },
  {
    name: "verifier-choix",
    reach: async (preview) => {
      await button(preview, /^Vérifier ce tableau.*Ancien budget/).click();
      await heading(preview, /votre choix/);
      await preview.hasVerified();
    },
  },
  {
    name: "verifier-5000",
    reach: async (preview) => {
      await openFile(preview, await largeContractFile());
      await heading(preview, "Ce classeur est reconnu");
      await button(preview, "Vérifier").click();
      await preview.pane.getByText(/^Vérifié à/).waitFor({ timeout: 120_000 });
      await preview.hasVerified();
    },
  },
  {
    name: "excel-trop-ancien",
    reach: async (preview) => {
      await preview.page.goto(`${preview.origin}/?theme=systeme&excel=1.13`);
      await preview.pane.getByRole("alert").waitFor();
    },
  },
];
