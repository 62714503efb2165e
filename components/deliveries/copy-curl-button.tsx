"use client";

import { Button } from "@heroui/react";
import { Terminal } from "lucide-react";
import { useState } from "react";
import { copyAsCurl } from "@/components/deliveries/copy-as-curl";
import { useLogKeys } from "@/components/log/use-log-keys";
import type { Delivery } from "@/lib/domain/deliveries/delivery";

type CopyCurlButtonProps = {
  delivery: Pick<Delivery, "id" | "method" | "path" | "query" | "headers" | "bodyBytes">;
  endpointUrl: string;
};

/** Copies a delivery as a curl command; the key c does the same. */
export function CopyCurlButton({ delivery, endpointUrl }: CopyCurlButtonProps) {
  const [isPending, setIsPending] = useState(false);

  async function copy() {
    setIsPending(true);
    await copyAsCurl(delivery, endpointUrl);
    setIsPending(false);
  }

  useLogKeys({ onCopy: () => void copy() });
  return (
    <Button variant="outline" isPending={isPending} onPress={copy}>
      <Terminal aria-hidden />
      Copy as curl
    </Button>
  );
}
