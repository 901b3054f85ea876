// « Préparer l’avenant » as an agent uses it, over the example workbook itself: amounts typed, what follows, variants kept and compared, the project.
import { fireEvent, screen } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { contratsIntegres } from "../../../src/contracts/built-in";
import { ecrireMontant } from "../../../src/core/preparation/changements";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { paneAvenant } from "../../../src/pane-workbook/pane-avenant";
import type { PaneHost } from "../../../src/pane-workbook/pane-host";
import {
  avenirOf,
  change,
  compareVariantes,
  createProjet,
  dropVariante,
  isKept,
  keepVariante,
  openAvenir,
  startVariante,
} from "../../../src/taskpane/contrat/avenir/avenir-store";
import { avenirTexts } from "../../../src/taskpane/contrat/avenir/texts";
import { createSession } from "../../../src/taskpane/session-store";
import { texts } from "../../../src/taskpane/texts";
import { expectAccessible } from "../expect-accessible";
import { showPane, workbook } from "../pane";
import { situation } from "../sample-situation";

const EXAMPLE = readFileSync(join(process.cwd(), "exemples/classeur-exemple.xlsx"));
const plain = (text: string | null | undefined) => text?.replace(/\s/g, " ") ?? "";

beforeEach(() => {
  URL.createObjectURL = () => "blob:here";
  URL.revokeObjectURL = () => {};
  // jsdom follows no link.
  HTMLAnchorElement.prototype.click = () => {};
});

function openExample() {
  const file = openFileWorkbook(EXAMPLE, "classeur-exemple.xlsx");
  const host = {
    run: (work: (open: { port: typeof file.port }) => Promise<unknown>) => work({ port: file.port }),
  } as unknown as PaneHost;
  const service = paneAvenant({
    host,
    contrats: contratsIntegres,
    today: "2026-11-29",
    compute: () => Promise.reject(new Error("nothing is computed elsewhere")),
  });
  return { file, avenir: async () => service };
}

async function showAvenir() {
  const { avenir } = openExample();
  const pane = showPane({
    situate: async () => situation(),
    contrat: { ...workbook().port.contrat, avenir },
  });
  await pane.user.click(screen.getByRole("tab", { name: texts.tab.contrat }));
  await screen.findByText(avenirTexts.openWhy);
  press(avenirTexts.open);
  await screen.findByText(avenirTexts.toSettle(0), {}, { timeout: 15_000 });
  return pane;
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
/** By its words: asking for roles in the whole pane takes seconds. */
function press(words: string | RegExp): void {
  const found = [...document.querySelectorAll("button")].find(({ textContent }) =>
    typeof words === "string" ? plain(textContent) === plain(words) : words.test(plain(textContent)),
  );
  if (!found) throw new Error(`no button ${String(words)}`);
  fireEvent.click(found);
}

/** Opens the line of an action, and types the two amounts. */
function type(action: number, etat: string, local: string): void {
  press(new RegExp(`^${action} · `, "u"));
  fireEvent.change(field(avenirTexts.inputState(action, 2027)), { target: { value: etat } });
  fireEvent.change(field(avenirTexts.inputLocal(action, 2027, "Métropole")), { target: { value: local } });
}

const settled = (count: number) => screen.findByText(avenirTexts.toSettle(count), {}, { timeout: 15_000 });

describe("the avenant to come", { timeout: 60_000 }, () => {
  it("says at once what typed amounts would break, and mends it in a click", async () => {
    const pane = await showAvenir();
    type(3, "30 000", "28 000");
    type(4, "15 000", "15 000");
    await settled(1);
    expect(plain(pane.container.textContent)).toContain("28 000,00 € pour un minimum de 30 000,00 €");
    await expectAccessible(pane.container);
    press(/^Écrire 30 000/u);
    await settled(0);
    expect(plain(pane.container.textContent)).toContain("Enveloppe de l’État 2027 : 350 000 € sur 350 000 €");
  });

  it("keeps variants in the workbook, compares them, and creates the project of one", async () => {
    const { file, avenir } = openExample();
    const session = createSession(
      { ...workbook().port, contrat: { ...workbook().port.contrat, avenir } },
      () => new Date("2026-11-29T10:00:00"),
    );
    const state = () => avenirOf(session).getState();
    session.declare({ name: "Mme Durand", capacity: "", party: "collectivite" });
    await openAvenir(session);
    const { preparation, variante } = state();
    if (!preparation || !variante) throw new Error("nothing was read");
    change(session, ecrireMontant(variante, preparation.tableau, 3, "etat", "26 000"));
    expect(isKept(state())).toBe(false);
    await keepVariante(session);
    expect(state().variante).toMatchObject({ nom: "V1", par: "Mme Durand", le: "2026-11-29" });
    expect(isKept(state())).toBe(true);
    startVariante(session);
    await keepVariante(session);
    expect((await file.port.read()).variantes?.map(({ nom }) => nom)).toEqual(["V1", "V2"]);
    await compareVariantes(session);
    expect(state().comparees).toMatchObject({ noms: ["V1", "V2"], aRegler: [2, 0] });
    await dropVariante(session);
    expect(state().variante?.nom).toBe("V1");
    await createProjet(session, { registre: true, tableau: true, note: true, papiers: true, remplacer: false });
    expect(session.getState().notices).toEqual([]);
    expect(state().cree?.files.map(({ name }) => name)).toEqual(["note-avenant-2027.docx", "avenant-2027.docx"]);
    const names = (await file.port.read()).sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Contrat", "Note de l’avenant", "Tableau de l’avenant"]));
  });
});
