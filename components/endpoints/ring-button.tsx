"use client";

import { Button, ButtonGroup, Dropdown } from "@heroui/react";
import { BellRing, ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { notify } from "@/components/ui/notify";
import { findSource } from "@/lib/catalog/sources";

type RingButtonProps = { endpointId: string; source: string; isPrimary?: boolean };

/** Rings an endpoint with a sample, signed as its sender would. */
export function RingButton({ endpointId, source, isPrimary = false }: RingButtonProps) {
  const router = useRouter();
  const [isPending, setIsPending] = useState(false);
  const [rings, setRings] = useState(0);
  const samples = findSource(source)?.samples ?? [];
  const variant = isPrimary ? "primary" : "outline";

  async function ring(sample?: string) {
    setIsPending(true);
    const answer = await callApi<{ delivery: string; status: number }>("POST", `/api/v1/endpoints/${endpointId}/ring`, {
      ...(sample ? { sample } : {}),
    });
    setIsPending(false);
    if (!answer.ok) {
      notify.bad(answer.error);
      return;
    }
    setRings(rings + 1);
    router.refresh();
  }

  const button = (
    <Button variant={variant} isPending={isPending} onPress={() => ring()}>
      <BellRing key={rings} aria-hidden className={rings > 0 ? "animate-ring" : ""} />
      Ring it
    </Button>
  );
  if (samples.length < 2) return button;
  return (
    <ButtonGroup>
      {button}
      <Dropdown>
        <Button variant={variant} isIconOnly aria-label="Ring it with another sample">
          <ChevronDown aria-hidden />
        </Button>
        <Dropdown.Popover placement="bottom end">
          <Dropdown.Menu aria-label="Samples" onAction={(key) => ring(String(key))}>
            {samples.map((sample) => (
              <Dropdown.Item key={sample.name} id={sample.name} textValue={sample.name}>
                {sample.name}
              </Dropdown.Item>
            ))}
          </Dropdown.Menu>
        </Dropdown.Popover>
      </Dropdown>
    </ButtonGroup>
  );
}
