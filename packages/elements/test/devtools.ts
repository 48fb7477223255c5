import { executeServerCommand, sendKeys } from "@web/test-runner-commands";

/** Calls the browser's own protocol. */
export const devtools = <T>(method: string, params: object = {}): Promise<T> =>
  executeServerCommand<T, object>("devtools", { method, params });

/** Pretends that the device asks for something: `{ "forced-colors": "active" }`. Nothing gives it up again. */
export const emulate = (features: Record<string, string> = {}): Promise<unknown> =>
  devtools("Emulation.setEmulatedMedia", {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });

/** Makes the window as wide as that; nothing gives it its own size back. */
export const widen = (width?: number, height = 900): Promise<unknown> =>
  width
    ? devtools("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false })
    : devtools("Emulation.clearDeviceMetricsOverride");

/** Presses keys, one after the other, as a person does. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (key === "Shift+Tab") {
      await sendKeys({ down: "Shift" });
      await sendKeys({ press: "Tab" });
      await sendKeys({ up: "Shift" });
    } else await sendKeys({ press: key });
  }
}

/** Types a text where the focus is. */
export const type = (text: string): Promise<unknown> => sendKeys({ type: text });
