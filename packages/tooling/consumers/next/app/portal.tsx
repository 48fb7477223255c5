"use client";

import type { PortalDashboard } from "@portico/elements";
import "@portico/elements/define/portal-dashboard";
import { useEffect, useRef, useState } from "react";

export function Portal() {
  const portal = useRef<PortalDashboard>(null);
  const [view, setView] = useState("overview");
  // On what a server rendered, React sets no listener of a custom element, and no property.
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    portal.current?.addEventListener("portal-navigate", ({ route }) => setView(route.view), { signal });
    return () => controller.abort();
  }, []);
  return (
    <>
      <p>
        Shown: <output>{view}</output>
      </p>
      <portal-dashboard ref={portal} demo />
    </>
  );
}
