// The button that lets the agent choose files on his computer.
import type { ReactElement } from "react";

interface FileButtonProps {
  readonly label: string;
  readonly className?: string;
  readonly onOpen: (files: readonly File[]) => void;
}

export function FileButton({ label, className = "", onOpen }: FileButtonProps): ReactElement {
  return (
    <label className={`file-button ${className}`}>
      {label}
      <input
        type="file"
        accept=".xlsx,.xlsm"
        multiple
        onChange={(event) => {
          onOpen([...(event.target.files ?? [])]);
          // Emptied, so that the same file can be chosen again.
          event.target.value = "";
        }}
      />
    </label>
  );
}
