// « Créer le projet »: what is made of the variant, chosen before anything is written, and where it stands afterwards.
import { Button, Checkbox, Link, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { Outcome } from "../../reports/outcome";
import type { SessionState } from "../../session";
import type { Session } from "../../session-store";
import { createProjet, update, type AvenirState } from "./avenir-store";
import { useAvenirStyles } from "./styles";
import { avenirTexts } from "./texts";

interface ProjectProps {
  readonly session: Session;
  readonly pane: SessionState;
  readonly state: AvenirState;
}

export function Project({ session, pane, state }: ProjectProps) {
  const styles = useAvenirStyles();
  const { preparation, variante, proposition, cree } = state;
  const [registre, setRegistre] = useState(true);
  const [tableau, setTableau] = useState(true);
  const [note, setNote] = useState(true);
  const [papiers, setPapiers] = useState(true);
  const [remplacer, setRemplacer] = useState(false);
  if (!preparation || !variante || !proposition) return null;
  const choices = [
    [avenirTexts.register(proposition.lignesDuProjet.length), registre, setRegistre],
    [avenirTexts.sheetTable, tableau, setTableau],
    [avenirTexts.sheetNote, note, setNote],
    [avenirTexts.papers, papiers, setPapiers],
  ] as const;
  const open = [...proposition.rompus.map(({ phrase }) => phrase), ...proposition.aJustifier];
  const isNothing = !choices.some(([, isChosen]) => isChosen);
  return (
    <div className={styles.part}>
      <p>{avenirTexts.projectFrom(variante.nom)}</p>
      <div>
        {choices.map(([label, isChosen, choose]) => (
          <div key={label}>
            <Checkbox label={label} checked={isChosen} onChange={(_, { checked }) => choose(checked === true)} />
          </div>
        ))}
        {registre && (
          <div style={{ paddingLeft: "24px" }}>
            {preparation.aLaFeuille ? (
              <Checkbox
                label={avenirTexts.replace}
                checked={remplacer}
                onChange={(_, { checked }) => setRemplacer(checked === true)}
              />
            ) : (
              <p className={mergeClasses(styles.small, styles.quiet)}>{avenirTexts.registerInserts}</p>
            )}
          </div>
        )}
      </div>
      {open.length > 0 && (
        <div className={styles.box}>
          <b>{avenirTexts.openPoints}</b>
          <ul className={mergeClasses(styles.list, styles.small)}>
            {open.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </div>
      )}
      {cree && (
        <Outcome kind="held" title={avenirTexts.created(cree.projet?.numero ?? preparation.banc.numero)}>
          {cree.projet && cree.projet.sheetNames.length > 0 && (
            <p>{avenirTexts.createdSheets(cree.projet.sheetNames)}</p>
          )}
          {cree.files.map(({ name, url }) => (
            <p key={name}>
              <Link href={url} download={name} inline>
                {avenirTexts.saveFile(name)}
              </Link>
            </p>
          ))}
        </Outcome>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={pane.running !== null || isNothing || proposition.erreurs.length > 0}
          onClick={() => void createProjet(session, { registre, tableau, note, papiers, remplacer })}
        >
          {avenirTexts.create}
        </Button>
        <Button onClick={() => update(session, { screen: "table" })}>{avenirTexts.giveUp}</Button>
      </div>
    </div>
  );
}
