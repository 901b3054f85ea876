// What the transport can answer instead of running a batch.
export const FAULT = {
  cellEditMode: 5004,
  session: 5012,
  activityLimit: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  accessDenied: 7000,
} as const;
