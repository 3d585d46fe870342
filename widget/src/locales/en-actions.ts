/** The words of actions, in English. */
export const actionWords = {
  changes: "This will change something.",
  confirm: "Confirm",
  cancel: "Decline",
  confirmUntil: "Valid until {time}",
  confirmOver: "The time to confirm is over.",
  cancelled: "Not carried out",
  done: "Done",
  failed: "Did not work",
  yes: "Yes",
  no: "No",
  edit: "Edit",
  checkValue: "Please check this value.",
};
