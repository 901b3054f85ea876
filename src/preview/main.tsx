// Entry of the preview: reads the manifest, opens the example workbook and draws the page.
import { useCallback, useLayoutEffect, useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { Page } from "./page";
import { PaneLink, type ThemeName } from "./pane/pane-link";
import type { PreviewAccess } from "./preview-window";
import { readManifest, type Ribbon } from "./ribbon/read-manifest";
import { downloadWorkbook } from "./workbook/download-workbook";
import { openFile, openUrl } from "./workbook/open-workbook";
import type { WorkbookSession } from "./workbook/session";

const EXAMPLE = "classeur-exemple.xlsx";

interface PreviewProps {
  readonly ribbon: Ribbon;
  readonly example: WorkbookSession;
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
      link.connect(pane, session, theme);
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
        downloadWorkbook(session.model);
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
  const page = document.getElementById("page");
  if (!page) return;
  const [manifest, example] = await Promise.all([fetch("manifest.xml"), openUrl(EXAMPLE)]);
  const ribbon = readManifest(await manifest.text());
  createRoot(page).render(<Preview ribbon={ribbon} example={example} />);
}

void main();
