// The definition as a file that the person keeps, for other workbooks and the other party.
import { Button } from "@fluentui/react-components";
import type { ConventionDefinition } from "../../../core/contract/convention";
import { saveFile } from "../../reports/save-file";
import { definitionFile } from "./act";
import { useNouveauStyles } from "./styles";
import { nouveauTexts } from "./texts";

/** The browser has begun to save it by then. */
const KEPT_MS = 60_000;

export function SaveDefinition({
  definition,
  why,
}: {
  readonly definition: ConventionDefinition;
  readonly why: string;
}) {
  const common = useNouveauStyles();
  return (
    <div className={common.part}>
      <div>
        <Button
          onClick={() => {
            const url = URL.createObjectURL(definitionFile(definition));
            saveFile({ name: "contrat.json", url });
            setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
          }}
        >
          {nouveauTexts.saveDefinition}
        </Button>
      </div>
      <p className={common.small}>{why}</p>
    </div>
  );
}
