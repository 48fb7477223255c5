// Brings the local database at DATABASE_URL up to date: `npm start` runs this when the Worker's code changes, in a
// process of its own, since a process loads a module once.
import process from "node:process";
import { main, say } from "./lib.mjs";
import { prepareDatabase } from "./worker.mjs";

await main(() => prepareDatabase(process.env.DATABASE_URL ?? "", { say }));
