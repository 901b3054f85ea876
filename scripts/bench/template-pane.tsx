// The pane of Microsoft's own add-in template (OfficeDev/Office-Addin-TaskPane-React, 4abbd86, MIT) reduced to what it loads, for its weight and for when it can be clicked.
import {
  Button,
  Field,
  FluentProvider,
  Image,
  makeStyles,
  Textarea,
  tokens,
  webLightTheme,
} from "@fluentui/react-components";
import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { createRoot } from "react-dom/client";

const useStyles = makeStyles({
  root: { minHeight: "100vh" },
  header: { display: "flex", paddingTop: "100px", backgroundColor: tokens.colorNeutralBackground3 },
  message: { fontSize: tokens.fontSizeHero900, fontWeight: tokens.fontWeightRegular },
});

function App() {
  const styles = useStyles();
  const [text, setText] = useState("Some text.");
  return (
    <div className={styles.root}>
      <section className={styles.header}>
        <Image width="90" height="90" src="assets/logo-filled.png" alt="Contoso" />
        <h1 className={styles.message}>Welcome</h1>
      </section>
      <ul>
        <li>
          <Ribbon24Regular /> <LockOpen24Regular /> <DesignIdeas24Regular />
        </li>
      </ul>
      <Field label="Enter text to be inserted into the document.">
        <Textarea
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </Field>
      <Button appearance="primary">Insert text</Button>
    </div>
  );
}

const container = document.getElementById("container");
if (container)
  void Office.onReady(() => {
    createRoot(container).render(
      <FluentProvider theme={webLightTheme}>
        <App />
      </FluentProvider>,
    );
  });
