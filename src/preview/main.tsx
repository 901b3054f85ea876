// Entry of the preview: reads the manifest, opens the example workbook and draws the page.
import { useCallback, useLayoutEffect, useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { startThreadsWith } from "xlsx-model/formulas/engine";
import { startEngine } from "../grid/engine/start-engine";
import { Page } from "./page";
import { PaneLink, type ThemeName } from "./pane/pane-link";
import type { PreviewAccess } from "./preview-window";
import { readManifest, type Ribbon } from "./ribbon/read-manifest";
import { downloadWorkbook } from "../grid/workbook/download-workbook";
import type { HostSession } from "./host-session";
import { openFile, openUrl } from "./open-workbook";

const EXAMPLE = "classeur-exemple.xlsx";
const ASKED = new URLSearchParams(window.location.search);
/** `?theme=systeme`: an Excel that tells no theme of its own, where the pane changes with the system's without being loaded anew. */
const TELLS_THEME = ASKED.get("theme") !== "systeme";
/** `?excel=1.13`: an Excel that says so of itself. */
const EXCEL_API = ASKED.get("excel");

interface PreviewProps {
  readonly ribbon: Ribbon;
  readonly example: HostSession;
}

const link = new PaneLink();

function Preview({ ribbon, example }: PreviewProps): ReactElement {
  const [session, setSession] = useState(example);
  const [theme, setTheme] = useState<ThemeName>(preferredTheme);
  const [opened, setOpened] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const open = useCallback(async (file: File) => {
    const result = await openFile(file);
    setRefusal(result.refusal);
    if (!result.session) return;
    setSession(result.session);
    setOpened((count) => count + 1);
  }, []);
  // Before the frame that was just drawn can have loaded anything.
  useLayoutEffect(() => {
    const connectPane = (pane: object): void => {
      link.connect(pane, session, TELLS_THEME ? theme : null, EXCEL_API);
    };
    Object.assign(window, { connectPane, session } satisfies PreviewAccess);
  }, [session, theme]);
  return (
    <Page
      ribbon={ribbon}
      link={link}
      session={session}
      theme={theme}
      paneKey={`${opened}/${theme}`}
      refusal={refusal}
      onOpen={useCallback((file: File) => void open(file), [open])}
      onDownload={() => {
        downloadWorkbook(session.model.save(), session.model.name);
      }}
      onTheme={setTheme}
      onDismiss={() => {
        setRefusal(null);
      }}
    />
  );
}

function preferredTheme(): ThemeName {
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

async function main(): Promise<void> {
  startThreadsWith(startEngine);
  const page = document.getElementById("page");
  if (!page) return;
  const [manifest, example] = await Promise.all([fetch("manifest.xml"), openUrl(EXAMPLE)]);
  const ribbon = readManifest(await manifest.text());
  createRoot(page).render(<Preview ribbon={ribbon} example={example} />);
}

void main();
