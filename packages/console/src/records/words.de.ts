import type { RecordWords } from "./words.ts";

const german: RecordWords = {
  title: "Titel",
  newTask: "Neue Aufgabe",
  editTask: "Aufgabe",
  createTask: "Aufgabe anlegen",
  whatToDo: "Was zu tun ist",
  description: "Beschreibung",
  dueDay: "Fällig am",
  dueHint: "Der Kunde hat bis zum Ende dieses Tages Zeit.",
  status: "Status",
  OPEN: "Offen",
  IN_PROGRESS: "In Arbeit",
  DONE: "Erledigt",
  priority: "Priorität",
  LOW: "Niedrig",
  NORMAL: "Normal",
  HIGH: "Hoch",
  deleteTask: "Diese Aufgabe löschen?",
  deleteTaskText: (title, name) =>
    `„${title}“ verschwindet bei Ihnen und bei ${name}. Das lässt sich nicht zurücknehmen.`,
  newNote: "Neue Notiz",
  editNote: "Notiz",
  body: "Text",
  bodyHint: "Markdown: **fett**, *kursiv*, - Liste, [Link](https://…)",
  visibility: "Wer liest sie?",
  internal: "Intern",
  shared: "Geteilt",
  internalLong: "nur das Team sieht sie",
  sharedLong: "der Kunde sieht sie",
  saveInternal: "Interne Notiz speichern",
  share: (name) => `Mit ${name} teilen`,
  theCustomer: "dem Kunden",
  preview: "Vorschau",
  previewInternal: "Das liest nur das Team",
  previewShared: (name) => `Im Portal zu lesen für ${name}`,
  previewEmpty: "Was Sie schreiben, erscheint hier so, wie es gelesen wird.",
  shareHeading: (name) => `Diese Notiz mit ${name} teilen?`,
  shareText: (name) =>
    `Bisher war sie intern. Sobald Sie sie teilen, steht sie im Portal, ganz zu lesen für ${name}.`,
  shareAction: (name) => `Mit ${name} teilen`,
  deleteNote: "Diese Notiz löschen?",
  deleteInternalText: (title) =>
    `„${title}“ verschwindet für das ganze Team. Das lässt sich nicht zurücknehmen.`,
  deleteSharedText: (title, name) =>
    `„${title}“ verschwindet bei Ihnen und bei ${name}. Das lässt sich nicht zurücknehmen.`,
  tasks: "Aufgaben",
  task: "Aufgabe",
  customer: "Kunde",
  change: "Ändern",
  dueWhen: "Fällig",
  anyDate: "Jedes Datum",
  allOpen: "Offen",
  all: "Alle",
  today: "Heute fällig",
  week: "In 7 Tagen fällig",
  complete: "Erledigen",
  reopen: "Wieder öffnen",
  completeOne: (title) => `Erledigen: ${title}`,
  reopenOne: (title) => `Wieder öffnen: ${title}`,
  completed: (count, title) =>
    count === 1 ? `„${title}“ ist erledigt.` : `${count} Aufgaben sind erledigt.`,
  reopened: (count, title) =>
    count === 1 ? `„${title}“ ist wieder offen.` : `${count} Aufgaben sind wieder offen.`,
  changed: (count, title) => (count === 1 ? `„${title}“ ist geändert.` : `${count} Aufgaben sind geändert.`),
  refused: (count, why) =>
    count === 1
      ? `Eine Aufgabe ließ sich nicht ändern: ${why}`
      : `${count} Aufgaben ließen sich nicht ändern: ${why}`,
  dueDate: "Fälligkeit",
  dueDateOf: (count) => (count === 1 ? "Fälligkeit von 1 Aufgabe" : `Fälligkeit von ${count} Aufgaben`),
  priorityOf: (count) => (count === 1 ? "Priorität von 1 Aufgabe" : `Priorität von ${count} Aufgaben`),
  noDateHint: "Leer heißt ohne Datum.",
  apply: (count) => (count === 1 ? "1 Aufgabe ändern" : `${count} Aufgaben ändern`),
  taskCreated: (title) => `„${title}“ steht jetzt im Portal.`,
  taskSaved: (title) => `„${title}“ ist gespeichert.`,
  deleted: (title) => `„${title}“ ist gelöscht.`,
  noTasks: "Nichts ist offen",
  noTasksHint: (name) => `Was Sie aufgeben, erscheint hier und im Portal: ${name} sieht es dort.`,
  aCustomer: "der Kunde",
  noSuchTask: "Keine Aufgabe ist so",
  noSuchHint: "Wählen Sie oben andere Filter.",
  everybody: (name) => `Kunde: ${name}. Wieder alle zeigen`,
  unknownCustomer: "nicht mehr vorhanden",
  notes: "Notizen",
  note: "Notiz",
  author: "Von",
  created: "Geschrieben",
  bothVisibilities: "Alle",
  noteInternal: (title) => `„${title}“ ist gespeichert. Nur das Team sieht sie.`,
  noteShared: (title, name) => `„${title}“ ist gespeichert. Sie ist zu lesen für ${name}.`,
  noNotes: "Noch keine Notizen",
  noNotesHint: (name) => `Hier erscheint, was Sie über ${name} schreiben: intern oder geteilt.`,
  noSuchNote: "Keine Notiz ist so",
  deleteNotes: (count) => (count === 1 ? "Diese Notiz löschen?" : `${count} Notizen löschen?`),
  deleteNotesText: (count, shared) => {
    const forGood = "Das lässt sich nicht zurücknehmen.";
    if (!shared) return forGood;
    if (count === 1) return `Sie ist geteilt und verschwindet auch aus dem Portal. ${forGood}`;
    const some = shared === 1 ? "Eine davon ist" : `${shared} davon sind`;
    return `${some} mit Kunden geteilt, die sie dann nicht mehr finden. ${forGood}`;
  },
  makeInternal: "Intern machen",
  notesHidden: (count) => (count === 1 ? "1 Notiz ist jetzt intern." : `${count} Notizen sind jetzt intern.`),
  notesSharedAgain: (count) =>
    count === 1 ? "1 Notiz ist wieder geteilt." : `${count} Notizen sind wieder geteilt.`,
  notesGone: (count) =>
    count === 1 ? "Eine Notiz gibt es nicht mehr." : `${count} Notizen gibt es nicht mehr.`,
  notesDeleted: (count) => (count === 1 ? "1 Notiz ist gelöscht." : `${count} Notizen sind gelöscht.`),
  notesKept: (count, why) =>
    count === 1
      ? `Eine Notiz ließ sich nicht löschen: ${why}`
      : `${count} Notizen ließen sich nicht löschen: ${why}`,
  overdue: "Überfällig",
  overdueSince: (day) => `Überfällig seit ${day}`,
  dueToday: "Heute fällig",
  dueTomorrow: "Morgen fällig",
  due: (day) => `Fällig ${day}`,
  noDate: "Ohne Datum",
  doneOn: (day) => `Erledigt ${day}`,
};

export default german;
