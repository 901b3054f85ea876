// The states that the example leads through: every tab, the list and its cards, a date that is none.
import { changeWho, declare, openSettings, showView } from "../../tests/browser/site/declare";
import { exampleFile } from "../../tests/browser/site/workbooks";
import { action, button, heading, openTab, settle, type State } from "./reach";

export const EXAMPLE_STATES: readonly State[] = [
  { name: "ouverture", reach: (preview) => heading(preview, "Ce classeur est reconnu") },
  { name: "verifier", reach: (preview) => preview.verify() },
  {
    name: "verifier-aucun",
    reach: async (preview) => {
      await preview.pane.getByLabel("Chercher dans les écarts").fill("piscine");
      await preview.pane.getByText(/masqués par la recherche$/).waitFor();
    },
  },
  {
    name: "verifier-carte",
    reach: async (preview) => {
      await button(preview, "Tout afficher").first().click();
      await preview.finding("Cofinancement sous le minimum").click();
      await action(preview, "Corriger").waitFor();
    },
  },
  {
    name: "verifier-corriger",
    reach: async (preview) => {
      await action(preview, "Corriger").click();
      await button(preview, "Appliquer").waitFor();
    },
  },
  {
    name: "verifier-justifier",
    reach: async (preview) => {
      await button(preview, "Renoncer").click();
      await action(preview, "Justifier").click();
      await declare(preview.pane, "Mme Roy", "collectivite");
      await preview.pane.getByLabel("Motif").first().waitFor();
    },
  },
  {
    name: "verifier-repondre",
    reach: async (preview) => {
      await button(preview, "Renoncer").click();
      // Those of the execution table say neither who gave them nor for which party.
      await showView(preview.pane, /^Attend/);
      await preview.finding("Sous-consommation").click();
      await action(preview, "Compléter").click();
      await settle(preview, "Enregistrer");
      await changeWho(preview.pane, "M. Petit", "etat");
      await preview.finding("Sous-consommation").click();
      await action(preview, "Refuser…").click();
      await button(preview, "Refuser").waitFor();
    },
  },
  {
    name: "verifier-reprise",
    reach: async (preview) => {
      await button(preview, "Reprendre les réponses d’un classeur reçu").click();
      await preview.pane.locator("input[type=file][accept*=xlsx]").setInputFiles(exampleFile());
      await heading(preview, "À reprendre");
    },
  },
  {
    name: "reglages",
    reach: async (preview) => {
      await button(preview, "Reprendre les réponses d’un classeur reçu").click();
      await openSettings(preview.pane).click();
      await button(preview, "Effacer le surlignage").waitFor();
    },
  },
  {
    name: "contrat",
    reach: async (preview) => {
      await openSettings(preview.pane).click();
      await changeWho(preview.pane, "Mme Roy", "collectivite");
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
    name: "contrat-avenir",
    reach: async (preview) => {
      await button(preview, "Préparer l’avenant").click();
      await preview.pane.getByText("Rien ne serait rompu").first().waitFor();
      await button(preview, /^3 · /).click();
      await preview.pane.getByLabel("Action 3, Métropole, montant proposé 2027").fill("20 000");
      await preview.pane.getByText("1 point à régler").first().waitFor();
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
      await openTab(preview, "Écarts");
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
      await openTab(preview, "Écarts");
      await openSettings(preview.pane).click();
      await preview.pane.getByRole("main").getByLabel("Date de vérification").first().fill("0202-06-30");
      await button(preview, "Vérifier").click();
      await preview.pane
        .getByText(/n’est pas une date entre/)
        .first()
        .waitFor();
    },
  },
];
