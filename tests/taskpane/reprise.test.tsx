// A copy that came back: what differs is said first, what it says is shown before it is taken, and of two texts one chooses the last.
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { repriseTexts } from "../../src/taskpane/reprise/texts";
import { texts } from "../../src/taskpane/texts";
import type { RepriseMontree } from "../../src/usecases/plan-reprise";
import { expectAccessible } from "./expect-accessible";
import { showPane } from "./pane";

const said = (kind: "reason" | "answer", texte: string, par: string) => ({
  ...{ kind, texte, par, version: 2, decision: null, partie: "collectivite" as const, le: "2026-11-20" },
  signature: `${par}, Métropole, 20/11/2026`,
});
const ID = "sous-consommation/8/2024/total";
const SHOWN: RepriseMontree = {
  recu: "retour.xlsx",
  remarques: ["Le contrat signé est le même : empreinte A438 2288."],
  differences: [
    {
      cle: "e",
      libelle: "Action 8 – 2024 exécuté",
      cellule: "Exécution!D16",
      avant: "45 490,60 €",
      apres: "45 940,60 €",
      effets: [],
    },
  ],
  prises: [
    { ...said("reason", "Rendue en novembre", "Inès Roy"), id: ID, libelle: "Action 8 – 2024", ailleurs: false },
  ],
  conflits: [
    {
      ...{ id: ID, libelle: "Action 8 – 2024", kind: "reason" },
      ici: said("reason", "Rendue en octobre", "Sophie Martin"),
      recu: said("reason", "Rendue en novembre", "Inès Roy"),
    },
  ],
  laissees: [],
};

it("shows figures that differ, what is taken and conflicts, then takes it in the order that was chosen", async () => {
  const taken: unknown[] = [];
  const pane = showPane({});
  const { contrat } = pane.session.workbook;
  Object.assign(contrat, {
    previewReprise: () => Promise.resolve(SHOWN),
    reprendre: (...given: readonly unknown[]) => Promise.resolve(void taken.push(given.slice(1, 4))),
  });
  await pane.user.click(screen.getByRole("button", { name: texts.verify }));
  await pane.user.click(await screen.findByRole("button", { name: repriseTexts.title }));
  const file = new File([new Uint8Array([1])], "retour.xlsx");
  await pane.user.upload(await screen.findByLabelText(repriseTexts.choose, { selector: "input" }), file);
  await screen.findByText(/^1.chiffre ou texte diffère/);
  expect(screen.getAllByText("« Rendue en novembre »")).toHaveLength(2);
  await expectAccessible(pane.container);
  await pane.user.click(screen.getByRole("radio", { name: repriseTexts.last("Sophie Martin", "Ici") }));
  await pane.user.click(screen.getByRole("button", { name: repriseTexts.take }));
  await waitFor(() => expect(taken).toMatchObject([[{ name: "retour.xlsx" }, SHOWN, { [ID]: "ici" }]]));
  expect(screen.queryByText("« Rendue en novembre »")).toBeNull();
});
