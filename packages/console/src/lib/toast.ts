/** Asks the shell to say something for a few seconds. */
export class ToastEvent extends Event {
  constructor(
    readonly text: string,
    readonly undo?: () => unknown,
  ) {
    super("console-toast", { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "console-toast": ToastEvent;
  }
}
