import { words } from "../lib/words.ts";

const english = {
  save: "Save",
  saving: "Saving …",
  cancel: "Cancel",
  close: "Close",
  delete: "Delete",
  edit: "Edit",
  undo: "Undo",
  optional: "optional",
  required: "Please fill this in.",
  search: "Search",
  discardHeading: "Discard what you typed?",
  discardText: "It has not been saved.",
  discard: "Discard",
  keepEditing: "Keep editing",
  nothing: "–",
  previous: "Previous",
  next: "Next",
  pages: "Pages",
  customer: "Customer",
  customerSearch: "Search name, email or phone",
  customerFilter: "Filter by customer",
  noCustomerFound: "Nobody is found. Check the spelling, or make the customer first.",
  customersFound: (count: number) => (count === 1 ? "1 customer found" : `${count} customers found`),
  select: (name: string) => `Select ${name}`,
  copy: "Copy",
  copied: "Copied.",
  copyByHand: "It is selected now: copy it by hand.",
  selectAll: "Select all on this page",
  selected: (count: number) => `${count} selected`,
  clearSelection: "Clear selection",
  saved: "Saved.",
  deleted: (name: string) => `“${name}” is deleted.`,
  changedMeanwhile:
    "Somebody else has changed this meanwhile. Copy what you typed, close, and open it again to see what is there now.",
  refused: "Your role does not allow this. Ask an administrator.",
  notThere: "This does not exist, or not any more.",
  notThereHint: "It may have been deleted, or the address is mistyped.",
  backHome: "Go to the home page",
};

/** The shape of the words that every page uses. */
export type CommonWords = typeof english;

/** Words that every page uses. */
export const commonWords = words<CommonWords>(english, { de: () => import("./common.de.ts") });
