/** The words of actions, in English. */
export const actionWords = {
  changes: "This will change something.",
  confirm: "Confirm",
  cancel: "Cancel",
  confirmUntil: (time: string) => `Valid until ${time}`,
  confirmOver: "The time to confirm is over.",
  cancelled: "Cancelled",
  done: "Done",
  failed: "Did not work",
  yes: "Yes",
  no: "No",
};
