import { words } from "../lib/words.ts";

const english = {
  title: "Title",
  newTask: "New task",
  editTask: "Task",
  createTask: "Create task",
  whatToDo: "What is to be done",
  description: "Description",
  dueDay: "Due on",
  dueHint: "The customer has until the end of that day.",
  status: "Status",
  OPEN: "Open",
  IN_PROGRESS: "In progress",
  DONE: "Done",
  priority: "Priority",
  LOW: "Low",
  NORMAL: "Normal",
  HIGH: "High",
  deleteTask: "Delete this task?",
  deleteTaskText: (title: string, name: string) =>
    `“${title}” disappears for you and for ${name}. This cannot be taken back.`,
  newNote: "New note",
  editNote: "Note",
  body: "Text",
  bodyHint: "Markdown: **bold**, *italic*, - list, [link](https://…)",
  visibility: "Who reads it?",
  internal: "Internal",
  shared: "Shared",
  internalLong: "only employees see it",
  sharedLong: "the customer sees it",
  saveInternal: "Save internal note",
  share: (name: string) => `Share with ${name}`,
  theCustomer: "the customer",
  preview: "Preview",
  previewInternal: "Only employees read this",
  previewShared: (name: string) => `${name} reads this in the portal`,
  previewEmpty: "What you write appears here as it will be read.",
  shareHeading: (name: string) => `Share this note with ${name}?`,
  shareText: (name: string) =>
    `It was internal until now. ${name} can read all of it in the portal as soon as you share it.`,
  shareAction: (name: string) => `Share with ${name}`,
  deleteNote: "Delete this note?",
  deleteInternalText: (title: string) =>
    `“${title}” disappears for all employees. This cannot be taken back.`,
  deleteSharedText: (title: string, name: string) =>
    `“${title}” disappears for you and for ${name}. This cannot be taken back.`,
  overdue: (day: string) => `Overdue since ${day}`,
  dueToday: "Due today",
  dueTomorrow: "Due tomorrow",
  due: (day: string) => `Due ${day}`,
  noDate: "No date",
  doneOn: (day: string) => `Done ${day}`,
};

/** The shape of these words. */
export type RecordWords = typeof english;

/** The words of tasks and notes, wherever they are shown. */
export const recordWords = words<RecordWords>(english, { de: () => import("./words.de.ts") });
