// Opening a workbook, downloading it, and choosing Excel's theme.
import type { ReactElement } from "react";
import type { ThemeName } from "./pane/pane-link";

interface FileBarProps {
  readonly workbookName: string;
  readonly theme: ThemeName;
  readonly onOpen: (file: File) => void;
  readonly onDownload: () => void;
  readonly onTheme: (theme: ThemeName) => void;
}

export function FileBar({ workbookName, theme, onOpen, onDownload, onTheme }: FileBarProps): ReactElement {
  const other = theme === "light" ? "dark" : "light";
  return (
    <header className="file-bar">
      <h1>
        {workbookName} <span className="kind">Aperçu du complément, Excel simulé</span>
      </h1>
      <label className="file-button">
        Ouvrir un classeur…
        <input
          type="file"
          accept=".xlsx"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onOpen(file);
            // Emptied, so that the same file can be chosen again.
            event.target.value = "";
          }}
        />
      </label>
      <button type="button" onClick={onDownload}>
        Télécharger le classeur
      </button>
      <button
        type="button"
        onClick={() => {
          onTheme(other);
        }}
      >
        {theme === "light" ? "Thème sombre" : "Thème clair"}
      </button>
    </header>
  );
}
