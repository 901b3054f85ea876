// Puts the simulated Excel where Microsoft's unmodified client library looks for the Windows one: window.external.
import type { ExcelHost } from "./excel-host";

/** Requirement sets of an Excel at a given ExcelApi level; versions are texts ("1.10" is not 1.1). */
export function requirementSets(excelApi: "1.14" | "1.15"): Readonly<Record<string, string>> {
  return {
    ExcelApi: excelApi,
    SharedRuntime: "1.1",
    RibbonApi: "1.1",
    DialogApi: "1.2",
    DelayForCellEdit: "1.1",
    DocumentEvents: "1.1",
    File: "1.1",
    Settings: "1.1",
  };
}

export interface OfficeTheme {
  readonly bodyBackgroundColor: number;
  readonly bodyForegroundColor: number;
  readonly controlBackgroundColor: number;
  readonly controlForegroundColor: number;
}

export interface BridgeOptions {
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** Colours as 0xRRGGBB; read again by the client after some seconds. Some Excels tell none. */
  readonly theme?: () => Partial<OfficeTheme>;
}

export interface Win32Bridge {
  /** A click on a ribbon button: ends when the add-in says that its command is completed. */
  invokeCommand(functionName: string, controlId?: string): Promise<void>;
  /** What the add-in keeps in the document's settings. */
  readonly documentSettings: Map<string, string>;
}

const METHOD = { fileProperties: 86, richApiRequest: 93, commandCompleted: 94 } as const;
const EVENT = { selectionChanged: 2, richApiMessage: 33, commandInvoked: 39 } as const;
const TOLD: readonly number[] = Object.values(EVENT);
const INTERNAL_ERROR = 5001;
const RICH_API_EVENT = 65536;
const LIGHT: OfficeTheme = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x262626,
  controlBackgroundColor: 0xffffff,
  controlForegroundColor: 0x262626,
};

type Callback = (answer: unknown) => void;
type Handler = (id: number, message: unknown) => void;

/** What the library takes for a COM array. */
const safeArray = (items: readonly unknown[]) => ({ toArray: () => items, dimensions: () => 1 });

/** To be called before office.js is loaded. */
export function installWin32Bridge(window: object, host: ExcelHost, options: BridgeOptions = {}): Win32Bridge {
  const { theme = () => LIGHT } = options;
  const { locale, excelApi } = host.profile;
  const sets = options.requirementSets ?? requirementSets(excelApi);
  const handlers = new Map<number, Handler>();
  const documentSettings = new Map<string, string>();
  const commands = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  // The real native object never answers within the call.
  const later = (work: () => void) => void setTimeout(work, 0);

  const execute = (dispatchId: number, parameters: readonly unknown[], callback: Callback) => {
    if (dispatchId === METHOD.richApiRequest) {
      const message = parameters[0] as readonly unknown[];
      void host
        .process(String(message[4]), Number(message[6]))
        .then((reply) =>
          later(() =>
            callback(
              safeArray("body" in reply ? [0, safeArray([200, safeArray([]), reply.body])] : [reply.status, undefined]),
            ),
          ),
        );
    } else if (dispatchId === METHOD.fileProperties) {
      later(() => callback(safeArray([0, safeArray([host.model.name])])));
    } else if (dispatchId === METHOD.commandCompleted) {
      const [id, status] = parameters;
      const command = commands.get(String(id));
      commands.delete(String(id));
      if (status === 0) command?.resolve();
      else command?.reject(new Error(`The add-in has no function for this command (status ${String(status)}).`));
      later(() => callback(safeArray([0])));
    } else {
      host.reportUnsupported(`method ${dispatchId} of the common API`);
      later(() => callback(safeArray([INTERNAL_ERROR, undefined])));
    }
  };

  Object.defineProperty(window, "external", {
    configurable: true,
    value: {
      // The library splits this text at "$"; the last words keep it from loading its telemetry.
      GetHostInfo: () => ["Excel", "Win32", "16.01", locale, "", "", "disableLogging", "0"].join("$"),
      GetLoggingAllowed: () => false,
      GetContext: () => nativeContext(host, sets, locale, theme, documentSettings),
      Execute: execute,
      RegisterEvent(id: number, _target: string, handler: Handler, callback: Callback) {
        const isTold = TOLD.includes(id);
        if (isTold) handlers.set(id, handler);
        else host.reportUnsupported(`event ${id} of the common API`);
        later(() => callback(safeArray([isTold ? 0 : INTERNAL_ERROR])));
      },
      UnregisterEvent(id: number, _target: string, callback: Callback) {
        handlers.delete(id);
        later(() => callback(safeArray([0])));
      },
      MessageParent() {},
      MessageChild() {},
    },
  });

  host.onEvent = ({ messageType, targetId, message }) =>
    later(() => {
      const fields = [RICH_API_EVENT, messageType, targetId, message, 0, false];
      handlers.get(EVENT.richApiMessage)?.(EVENT.richApiMessage, safeArray([safeArray(fields)]));
    });

  host.onSelectionMoved = () =>
    later(() => handlers.get(EVENT.selectionChanged)?.(EVENT.selectionChanged, safeArray([])));

  let lastCommand = 0;
  return {
    documentSettings,
    invokeCommand: (functionName, controlId = functionName) =>
      new Promise((resolve, reject) => {
        const handler = handlers.get(EVENT.commandInvoked);
        if (!handler) throw new Error("The add-in does not listen to the ribbon yet.");
        const id = `command-${(lastCommand += 1)}`;
        commands.set(id, { resolve, reject });
        const event = JSON.stringify({ source: { id: controlId } });
        later(() => handler(EVENT.commandInvoked, safeArray([id, functionName, event])));
      }),
  };
}

function nativeContext(
  host: ExcelHost,
  sets: Readonly<Record<string, string>>,
  locale: string,
  theme: () => Partial<OfficeTheme>,
  documentSettings: Map<string, string>,
): Readonly<Record<string, () => unknown>> {
  return {
    GetActivationMode: () => 2,
    GetAppCapabilities: () => 0,
    GetAppDataLocale: () => locale,
    GetAppType: () => 1,
    GetAppUILocale: () => locale,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetCommerceAllowed: () => false,
    GetControlIntegrationLevel: () => 1,
    GetCorrelationId: () => "",
    GetDialogRequirementMatrix: () => "{}",
    GetDocUrl: () => host.model.name,
    GetFeaturesForSolution: () => "",
    GetHostCustomMessage: () => "",
    GetHostFullVersion: () => "16.0.17000.10000",
    GetInitialDisplayMode: () => 2,
    GetInstanceId: () => "simulated",
    GetOfficeThemeInfo: () => JSON.stringify(theme()),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of documentSettings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: string[], values: string[]) {
        documentSettings.clear();
        keys.forEach((key, index) => documentSettings.set(key, values[index] ?? ""));
      },
    }),
    GetSolutionRef: () => "simulated",
    GetSolutionToken: () => "",
    GetSupportedMatrix: () => JSON.stringify(sets),
    GetTouchEnabled: () => false,
  };
}
