// The services around the workbook that the client library calls: the add-in's own runtime and its pane.
import { choiceArgument, hostClass, type ClassTables, type HostObject } from "../object-table";

export const ADD_IN_SERVICES: Readonly<Record<string, () => HostObject>> = {
  "Microsoft.InternalService.AddinInternalService": () => ({ className: "AddinInternalService" }),
  "Microsoft.AppRuntime.AppRuntimeService": () => ({ className: "AppRuntimeService" }),
};

export function addInClasses(onPaneVisibility: (isVisible: boolean) => void): ClassTables {
  return {
    AddinInternalService: hostClass<HostObject>({ call: { NotifyActionHandlerReady: () => null } }),
    AppRuntimeService: hostClass<HostObject>({
      call: {
        SetAppRuntimeState: (_, state) =>
          onPaneVisibility(choiceArgument(state, ["Visible", "Background"]) === "Visible"),
      },
    }),
  };
}
