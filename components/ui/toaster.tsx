"use client";

import { Toast } from "@heroui/react";

/** Where `notify` shows its messages. Once, in the root layout. */
export function Toaster() {
  return <Toast.Provider placement="bottom end" width={380} />;
}
