// The button that opens the computer's own choice of a workbook.
import { Button } from "@fluentui/react-components";
import { useRef, type ComponentProps } from "react";

interface FileChooserProps {
  readonly label: string;
  /** What the choice is called, whatever the button says of a choice that was made already. */
  readonly name: string;
  readonly size?: ComponentProps<typeof Button>["size"];
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

export function FileChooser({ label, name, size = "medium", isBusy, onFile }: FileChooserProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} disabledFocusable={isBusy} onClick={() => chooser.current?.click()}>
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".xlsx,.xlsm"
        hidden
        aria-label={name}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          // Emptied, so that the same file can be chosen again.
          target.value = "";
        }}
      />
    </>
  );
}
