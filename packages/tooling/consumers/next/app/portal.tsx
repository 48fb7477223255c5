"use client";

import { PortalDashboard } from "@portico/react/portal-dashboard";
import { useState } from "react";

export function Portal() {
  const [view, setView] = useState("overview");
  return (
    <>
      <p>
        Shown: <output>{view}</output>
      </p>
      <PortalDashboard demo onPortalNavigate={({ route }) => setView(route.view)} />
    </>
  );
}
