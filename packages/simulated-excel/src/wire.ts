// The wire of Microsoft's client library: what a request batch and its answer look like.

export const PathType = {
  globalObject: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  referenceId: 6,
  nullObject: 7,
} as const;

export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  update: 9,
} as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Parallel to Arguments: the object path that stands at this place, 0 for a plain value. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface ResponseBody {
  readonly Results: ActionResult[];
  readonly TraceIds: number[];
  Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

/** An event that the host sends to the client. */
export interface HostEvent {
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** An error of one action: the client throws it with this code. What the batch did before it stays done. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

/** Not an answer of Excel: the simulation ends here, which is listed whatever the add-in does with the error. */
export class NotSimulated extends HostError {
  constructor(readonly what: string) {
    super("ApiNotImplemented", `The simulated host does not have ${what}.`, 501);
  }
}

export const hostErrors = {
  itemNotFound: () => new HostError("ItemNotFound", "The requested resource doesn't exist.", 404),
  invalidArgument: (message = "The argument is invalid or missing or has an incorrect format.") =>
    new HostError("InvalidArgument", message),
  invalidOperation: (message: string) => new HostError("InvalidOperation", message),
  invalidReference: () => new HostError("InvalidReference", "This reference is not valid for the current operation."),
  invalidSelection: () => new HostError("InvalidSelection", "The current selection is invalid for this operation."),
  alreadyExists: () =>
    new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", 409),
  accessDenied: () => new HostError("AccessDenied", "You cannot perform the requested operation.", 403),
};
