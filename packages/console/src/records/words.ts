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
  tasks: "Tasks",
  task: "Task",
  customer: "Customer",
  change: "Change",
  dueWhen: "Due",
  anyDate: "Any date",
  allOpen: "Open",
  all: "All",
  today: "Due today",
  week: "Due within 7 days",
  complete: "Mark done",
  reopen: "Reopen",
  completeOne: (title: string) => `Mark done: ${title}`,
  reopenOne: (title: string) => `Reopen: ${title}`,
  completed: (count: number, title: string) =>
    count === 1 ? `“${title}” is done.` : `${count} tasks are done.`,
  reopened: (count: number, title: string) =>
    count === 1 ? `“${title}” is open again.` : `${count} tasks are open again.`,
  changed: (count: number, title: string) =>
    count === 1 ? `“${title}” is changed.` : `${count} tasks are changed.`,
  refused: (count: number, why: string) =>
    count === 1 ? `A task could not be changed: ${why}` : `${count} tasks could not be changed: ${why}`,
  dueDate: "Due date",
  dueDateOf: (count: number) => (count === 1 ? "Due date of 1 task" : `Due date of ${count} tasks`),
  priorityOf: (count: number) => (count === 1 ? "Priority of 1 task" : `Priority of ${count} tasks`),
  noDateHint: "Leave it empty for no date.",
  apply: (count: number) => (count === 1 ? "Change 1 task" : `Change ${count} tasks`),
  taskCreated: (title: string) => `“${title}” is in the customer's portal.`,
  taskSaved: (title: string) => `“${title}” is saved.`,
  deleted: (title: string) => `“${title}” is deleted.`,
  noTasks: "Nothing is open",
  noTasksHint: (name: string) => `What you ask of ${name} appears here, and in their portal.`,
  aCustomer: "a customer",
  noSuchTask: "No task is like that",
  noSuchHint: "Choose other filters above.",
  everybody: (name: string) => `Customer: ${name}. Show everybody's again`,
  unknownCustomer: "somebody who is gone",
  notes: "Notes",
  note: "Note",
  author: "By",
  created: "Written",
  bothVisibilities: "All",
  noteInternal: (title: string) => `“${title}” is saved. Only employees see it.`,
  noteShared: (title: string, name: string) => `“${title}” is saved. ${name} sees it.`,
  noNotes: "No notes yet",
  noNotesHint: (name: string) => `What you write about ${name} appears here: internal, or shared with them.`,
  noSuchNote: "No note is like that",
  deleteNotes: (count: number) => (count === 1 ? "Delete this note?" : `Delete ${count} notes?`),
  deleteNotesText: (count: number, shared: number) => {
    const forGood = "This cannot be taken back.";
    if (!shared) return forGood;
    if (count === 1) return `It is shared and disappears from the customer's portal too. ${forGood}`;
    return shared === 1
      ? `One of them is shared and disappears from the customer's portal too. ${forGood}`
      : `${shared} of them are shared and disappear from the customers' portals too. ${forGood}`;
  },
  makeInternal: "Make internal",
  notesHidden: (count: number) =>
    count === 1 ? "1 note is internal now." : `${count} notes are internal now.`,
  notesSharedAgain: (count: number) =>
    count === 1 ? "1 note is shared again." : `${count} notes are shared again.`,
  notesGone: (count: number) =>
    count === 1 ? "A note does not exist any more." : `${count} notes do not exist any more.`,
  notesDeleted: (count: number) => (count === 1 ? "1 note is deleted." : `${count} notes are deleted.`),
  notesKept: (count: number, why: string) =>
    count === 1 ? `A note could not be deleted: ${why}` : `${count} notes could not be deleted: ${why}`,
  overdueSince: (day: string) => `Overdue since ${day}`,
  overdue: "Overdue",
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
