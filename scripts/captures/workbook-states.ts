// The states that other workbooks lead to, those of the example opened again, and an Excel that is too old.
import { holdExcel, releaseExcel } from "../../tests/browser/site/held-excel";
import {
  compliantFile,
  emptyFile,
  exampleFile,
  foreignFile,
  largeContractFile,
  protectedFile,
  tableauFile,
  twoBudgetsFile,
} from "../../tests/browser/site/workbooks";
import { suiviFile } from "../../tests/browser/site/suivi-workbook";
import { changeWho, showView } from "../../tests/browser/site/declare";
import { action, button, heading, settle, type State } from "./reach";

export const WORKBOOK_STATES: readonly State[] = [
  {
    name: "refus-feuille-protegee",
    reach: async (preview) => {
      await preview.openFile(protectedFile());
      await preview.verify();
    },
  },
  {
    name: "refus-perime",
    reach: async (preview) => {
      await preview.tab("Indicateurs").click();
      await preview.cell("A24").click();
      await preview.page.keyboard.type("note");
      await preview.page.keyboard.press("Enter");
      await button(preview, "Vérifier à nouveau").waitFor();
    },
  },
  {
    name: "conforme",
    reach: async (preview) => {
      await preview.openFile(compliantFile());
      await preview.verify();
    },
  },
  {
    name: "ouverture-etranger",
    reach: async (preview) => {
      await preview.openFile(foreignFile());
      await heading(preview, "Ce classeur n’est pas celui du contrat");
    },
  },
  {
    name: "ouverture-tableau",
    reach: async (preview) => {
      await preview.openFile(await tableauFile());
      await heading(preview, "Ce classeur est un tableau de bord");
    },
  },
  {
    name: "ouverture-vide",
    reach: async (preview) => {
      await preview.openFile(emptyFile());
      await heading(preview, "Ce classeur est vide");
    },
  },
  {
    name: "ouverture-lecture",
    reach: async (preview) => {
      await preview.openFile(exampleFile());
      await heading(preview, "Ce classeur est reconnu");
      await holdExcel(preview);
      await preview.reloadPane();
      await preview.pane.getByText("Lecture du classeur…").waitFor();
    },
  },
  {
    name: "verifier-ecriture",
    reach: async (preview) => {
      await releaseExcel(preview);
      await heading(preview, "Ce classeur est reconnu");
      // Silent to the first request, it would seem to wait for a cell.
      await holdExcel(preview, 1);
      await button(preview, "Vérifier").click();
      await preview.pane.getByText("Écriture des résultats").waitFor();
    },
  },
  {
    name: "verifier-accepte",
    reach: async (preview) => {
      await releaseExcel(preview);
      await preview.hasVerified();
      await preview.finding("Total de l’action faux").click();
      await changeWho(preview.pane, "Mme Roy", "collectivite");
      await action(preview, "Justifier").click();
      await preview.pane.getByLabel("Motif").fill("Hausse votée le 12 juin, avenant en préparation");
      await settle(preview, "Enregistrer");
      await changeWho(preview.pane, "M. Petit", "etat");
      await preview.finding("Total de l’action faux").click();
      await action(preview, "Accepter").click();
      await action(preview, "Accepter").waitFor({ state: "detached" });
      await preview.hasVerified();
      await changeWho(preview.pane, "Mme Roy", "collectivite");
      await showView(preview.pane, /^Réglés/);
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
      await showView(preview.pane, /^À traiter/);
      await preview.finding("Total de l’action faux").click();
    },
  },
  {
    name: "verifier-rouvert-justifier",
    reach: async (preview) => {
      await action(preview, "Justifier").click();
      await preview.pane.getByLabel("Motif").waitFor();
    },
  },
  {
    name: "verifier-corriger-tous",
    reach: async (preview) => {
      await button(preview, "Renoncer").click();
      await button(preview, /^Appliquer les \d/).click();
      await button(preview, "Appliquer").waitFor();
    },
  },
  {
    name: "verifier-par-feuille",
    reach: async (preview) => {
      await button(preview, "Renoncer").click();
      await preview.pane.getByLabel("Ordre de la liste").selectOption({ label: "Par feuille" });
      await heading(preview, /^Exécution/);
    },
  },
  {
    name: "lecture-pareilles",
    reach: async (preview) => {
      await preview.pane.getByLabel("Ordre de la liste").selectOption({ label: "Par action" });
      await preview.openFile(suiviFile());
      // Who answers is asked of nobody whose name is known.
      await changeWho(preview.pane, "Claire Martin", "collectivite");
      await button(preview, "Vérifier").click();
      await heading(preview, /année par année/);
      await heading(preview, "Les autres tableaux");
      await preview.pane.getByText(/Calcul de ce que/).waitFor({ state: "detached" });
      await preview.pane.getByText(/comparés au contrat/).waitFor();
    },
  },
  {
    name: "lecture-colonne",
    reach: async (preview) => {
      await button(preview, "Une par une").click();
      await heading(preview, /^Est-ce la part de l’État/);
      await preview.pane.getByText(/Calcul de ce que/).waitFor({ state: "detached" });
      await preview.pane.getByText(/comparés au contrat/).waitFor();
    },
  },
  {
    name: "lecture-contredite",
    reach: async (preview) => {
      await button(preview, "Non, autre chose").click();
      await preview.pane.getByRole("radio", { name: /^L’État.*dépensé/ }).check();
      await preview.pane.getByText("Les chiffres disent autre chose.").waitFor();
      await preview.pane.getByText(/Calcul de ce que/).waitFor({ state: "detached" });
    },
  },
  {
    name: "lecture-sans-proposition",
    reach: async (preview) => {
      await button(preview, "Revenir").click();
      await button(preview, "Oui").click();
      await button(preview, /^Annuler/).waitFor();
      await preview.pane.getByRole("radio", { name: /ne pas comparer/ }).check();
      await preview.pane.getByText(/Rien à comparer/).waitFor();
    },
  },
  {
    name: "lecture-ligne",
    reach: async (preview) => {
      await button(preview, "Retenir\u00a0: ne pas comparer").click();
      for (const year of [2025, 2026, 2027]) {
        await heading(preview, new RegExp(`votée pour ${year}`));
        await button(preview, "Oui").click();
      }
      await heading(preview, /une partie de l’action/);
      await preview.pane.getByText(/Calcul de ce que/).waitFor({ state: "detached" });
      await preview.pane.getByText(/déjà comptés/).waitFor();
    },
  },
  {
    name: "lecture-finie",
    reach: async (preview) => {
      await button(preview, "Oui").click();
      await button(preview, "Voir le résultat").waitFor();
      await heading(preview, /chacun à sa place/);
    },
  },
  {
    name: "lecture-liste",
    reach: async (preview) => {
      await button(preview, /^Colonnes/)
        .first()
        .click();
      await button(preview, /^Colonne D, .*lue comme/).waitFor();
    },
  },
  {
    name: "lecture-corrigee",
    reach: async (preview) => {
      await button(preview, /^Colonne D, .*lue comme/).click();
      await preview.pane.getByText("C’est ce qui est lu aujourd’hui.").waitFor();
    },
  },
  {
    name: "lecture-redemandee",
    reach: async (preview) => {
      await button(preview, "Revenir").click();
      await preview.cell("C3").dblclick();
      await preview.page.getByLabel("Contenu de C3").fill("Etat 2024 DM1");
      await preview.page.keyboard.press("Enter");
      await button(preview, "Vérifier à nouveau").click();
      await heading(preview, /^Est-ce toujours/);
      await preview.pane.getByText(/Calcul de ce que/).waitFor({ state: "detached" });
      await preview.pane.getByText(/comparés au contrat/).waitFor();
    },
  },
  {
    name: "lecture-tableau",
    reach: async (preview) => {
      await preview.openFile(twoBudgetsFile());
      await button(preview, "Vérifier").click();
      await heading(preview, /tableaux budgétaires/);
    },
  },
  {
    name: "verifier-5000",
    reach: async (preview) => {
      await preview.openFile(await largeContractFile());
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
