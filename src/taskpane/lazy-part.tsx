// A part of the pane whose script comes when it is first shown; where it does not come, the part says so and can be asked again.
import { Button } from "@fluentui/react-components";
import { useEffect, useState, type ComponentType } from "react";
import { texts } from "./texts";

/** React's own `lazy` would take the whole pane away with a script that does not come, and never ask for it again. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>, waiting: string) {
  let loaded: ComponentType<Props> | null = null;
  return function LazyPart(props: Props) {
    const [state, setState] = useState<"loading" | "failed" | "ready">(loaded ? "ready" : "loading");
    useEffect(() => {
      if (state !== "loading") return;
      let isCurrent = true;
      load()
        .then((component) => {
          loaded = component;
          if (isCurrent) setState("ready");
        })
        .catch(() => {
          if (isCurrent) setState("failed");
        });
      return () => {
        isCurrent = false;
      };
    }, [state]);
    const Content = loaded;
    if (state === "ready" && Content) return <Content {...props} />;
    return (
      <div role="status">
        <p>{state === "failed" ? texts.partMissing : waiting}</p>
        {state === "failed" && <Button onClick={() => setState("loading")}>{texts.tryAgain}</Button>}
      </div>
    );
  };
}
